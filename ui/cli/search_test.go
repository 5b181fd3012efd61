package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"juan/model"
)

// ferries is an article whose title, tag, heading and body have the same word,
// as a loader reads it of a file.
const ferries = "---\ntitle: 渡口\ntags: [渡口, 桥]\n---\n\n# 一、老渡口\n\n船在渡口\n停靠，渡口不远。\n\n人来人往。\n\n天黑回来。\n\n又见渡口。\n"

func ferriesRead(how Opening) *model.Article {
	at := func(s string) int { return strings.Index(ferries, s) }
	first := model.NewProse("船在渡口停靠，渡口不远。", []model.Span{
		{From: 0, To: len("船在渡口"), Src: at("船在")}, {From: len("船在渡口"), To: len("船在渡口停靠，渡口不远。"), Src: at("停靠")},
	})
	a := model.NewArticle(model.Entry{ID: "ferry", Title: "渡口", Tags: []string{"渡口", "桥"}, Path: "dir/ferry.md"}, []model.Block{
		headingAt(at("一、"), 1, len("一、"), "一、老渡口"),
		model.Paragraph{Leaf: model.Leaf{Src: at("船在")}, Prose: first},
		paragraphAt(at("人来"), "人来人往。"), paragraphAt(at("天黑"), "天黑回来。"), paragraphAt(at("又见"), "又见渡口。"),
	})
	if how.Lines {
		a.Origin = model.NewOrigin(ferries, 0, 1).Titled(at("渡口"))
	}
	return a
}

// searching runs juan search on the ferries and returns its output and code.
func searching(t *testing.T, args ...string) (string, int) {
	t.Helper()
	w, out, errs := world(append([]string{"search"}, args...)...)
	w.Open = func(_ context.Context, paths []string, how Opening) Articles {
		var all []*model.Article
		for range paths {
			all = append(all, ferriesRead(how))
		}
		return yielding(all, nil)
	}
	code := Run(t.Context(), w)
	if errs.Len() > 0 && code == done {
		t.Errorf("%s: %s", args, errs)
	}
	return out.String(), code
}

// Every kind of query that the reader takes is one of the command line.
func TestSearchTakesTheLanguage(t *testing.T) {
	for _, tc := range []struct{ query, count string }{
		{"人来 天黑", "2"}, {"天黑 人来", "2"}, {"人来 火", ""}, {"人来 -天黑", ""}, {"天黑 -火", "1"},
		{`"渡口停靠"`, "1"}, {"“渡口停靠”", "1"}, {`"渡口 停靠"`, ""}, {"/天.回/", "1"},
		{"title:渡口", "1"}, {"title:桥", ""}, {"tag:桥", "1"}, {"title:渡口 tag:渡口 桥", "3"}, {"path:dir", "0"}, {"path:dir 天黑", "1"}, {"path:else", ""},
		{"date:2020", ""}, {"dukou", "3"}, {"dk", "3"}, {"laodk", "1"}, {"tianhei", ""}, {"渡船", ""}, {"渡 口", "6"},
	} {
		out, code := searching(t, "--count", "--", tc.query, "ferry.md")
		got, _, _ := strings.Cut(out, " ")
		if got != tc.count || (code == done) != (tc.count != "") {
			t.Errorf("%s: %s, exit %d, want %s", tc.query, got, code, tc.count)
		}
	}
}

func TestSearch(t *testing.T) {
	for _, tc := range []struct {
		args, out string
		code      int
	}{
		{"渡口 ferry.md", "渡口  6处\n  标签\n    渡口\n  一、老渡口\n    一、老渡口\n    船在渡口停靠，渡口不远。\n    船在渡口停靠，渡口不远。\n    又见渡口。\n", done},
		{"桥 ferry.md", "渡口  1处\n  标签\n    桥\n", done},
		{"-n 渡口 ferry.md", "渡口  6处\n  标签\n    渡口\n  一、老渡口\n    6:一、老渡口\n    8:船在渡口停靠，渡口不远。\n    9:船在渡口停靠，渡口不远。\n    15:又见渡口。\n", done},
		{"-n -C 0 渡口 ferry.md", "渡口  6处\n  标签\n    渡口\n  一、老渡口\n    6:一、老渡口\n    8:船在渡口停靠，渡口不远。\n    --\n    15:又见渡口。\n", done},
		{"-n -C1 回来 ferry.md", "渡口  1处\n  一、老渡口\n    11-人来人往。\n    13:天黑回来。\n    15-又见渡口。\n", done},
		{"-C 1 渡口 ferry.md", "渡口  6处\n  标签\n    渡口\n  一、老渡口\n    一、老渡口\n    船在渡口停靠，渡口不远。\n    人来人往。\n    天黑回来。\n    又见渡口。\n", done},
		{"-C 99 人来 ferry.md", "渡口  1处\n  一、老渡口\n    一、老渡口\n    船在渡口停靠，渡口不远。\n    人来人往。\n    天黑回来。\n    又见渡口。\n", done},
		{"--count 渡口 ferry.md", "6  ferry  渡口\n", done},
		{"-c 火 ferry.md", "", nothing},
		{"--files 渡口 ferry.md ferry.md", "dir/ferry.md\n", done},
		{"-l 火 ferry.md", "", nothing},
		{"--count --json 渡口 ferry.md", "[\n  {\n    \"id\": \"ferry\",\n    \"title\": \"渡口\",\n    \"path\": \"dir/ferry.md\",\n    \"count\": 6\n  }\n]\n", done},
		{"--files --json 渡口 ferry.md", "[\n  \"dir/ferry.md\"\n]\n", done},
		{"--files --json 火 ferry.md", "[]\n", nothing},
		{"--regexp 渡.$ ferry.md", "渡口  3处\n…", done}, // the title, a tag, the heading
		{"江河", "江河  1处\n", done},
		{"path:dir ferry.md", "渡口\n", done},
		{"--json path:dir ferry.md", "[\n…\"in\": \"title\",\n…\"match\": \"\",\n…\"after\": \"渡口\"\n…]\n", done},
		{"-C x 渡口 ferry.md", "", trouble},
	} {
		got, code := searching(t, strings.Fields(tc.args)...)
		if !fits(got, tc.out) || code != tc.code {
			t.Errorf("juan search %s: exit %d\n%s--- wanted\n%s", tc.args, code, got, tc.out)
		}
	}
}

// A file that has a hit is named once: its other articles are not looked through.
func TestFilesLooksNoFurther(t *testing.T) {
	w, out, _ := world("search")
	inv := &invocation{World: w}
	f := &fileReport{inv: inv, q: newAsking(model.NewQuery("天黑")), out: &records{inv: inv}}
	named, other := ferriesRead(Opening{}), model.NewArticle(model.Entry{ID: "x", Title: "x", Path: "dir/ferry.md"}, nil)
	for i, a := range []*model.Article{other, named, other} {
		if found, err := f.article(a); err != nil || found != (i > 0) {
			t.Errorf("article %d: %v, %v", i, found, err)
		}
	}
	if len(f.out.all) != 1 || out.Len() > 0 {
		t.Errorf("%q, %q", f.out.all, out)
	}
}

// Where nothing is found one line on standard error says what would be, whatever the
// form of what is written; the code stays that of nothing.
func TestSearchOffers(t *testing.T) {
	for _, tc := range []struct{ args, errs string }{
		{"肚口 ferry.md", "juan: 没有“肚口”；“渡口”有4处\n"},
		{"--json title:独口 ferry.md", "juan: 没有“title:独口”；“title:渡口”有1篇\n"},
		{"-c --case 渡⼝ ferry.md", "juan: 没有“渡⼝”；“渡口”有4处\n"},
		{"-l 人来\u3000-天黑 ferry.md", "juan: 没有“人来\u3000-天黑”；“人来”有1处\n"},
		{"--regexp 火.山 ferry.md", ""}, {"火 ferry.md", ""}, {"渡口 ferry.md", ""},
	} {
		w, _, errs := world(append([]string{"search"}, strings.Split(tc.args, " ")...)...)
		w.Open = func(_ context.Context, _ []string, how Opening) Articles {
			return yielding([]*model.Article{ferriesRead(how)}, nil)
		}
		code := Run(t.Context(), w)
		if errs.String() != tc.errs || (code == nothing) != (tc.args != "渡口 ferry.md") {
			t.Errorf("%s: exit %d, %q, want %q", tc.args, code, errs, tc.errs)
		}
	}
}

// JSON says in what each hit is, on which line of the file and at which byte:
// there the source has what was found.
func TestSearchSaysWhere(t *testing.T) {
	out, _ := searching(t, "--json", "渡口", "ferry.md")
	var all []map[string]any
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, f := range all {
		got = append(got, fmt.Sprint(f["in"], " ", f["line"], " ", f["section"]))
		if at, ok := f["offset"].(float64); ok && !strings.HasPrefix(ferries[int(at):], "渡口") {
			t.Errorf("the source has no 渡口 at %v", at)
		} else if !ok && f["in"] != "tag" {
			t.Errorf("no offset in %v", f)
		}
	}
	want := []string{"title 2 ", "tag <nil> ", "heading 6 一、老渡口", "body 8 一、老渡口", "body 9 一、老渡口", "body 15 一、老渡口"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%q", got)
	}
}

// Hits are lit on a terminal, in the title, in a tag and in whole lines too.
func TestHitsAreLit(t *testing.T) {
	w, _, _ := onTerminal("search", "-C0", "渡口", "ferry.md")
	var out strings.Builder
	w.Stdout, w.Environ = &out, append(w.Environ, "TTY_FORCE=1")
	w.Open = func(_ context.Context, _ []string, how Opening) Articles {
		return yielding([]*model.Article{ferriesRead(how)}, nil)
	}
	if code := Run(t.Context(), w); code != done {
		t.Errorf("exit %d", code)
	}
	if n := strings.Count(out.String(), "m渡口\x1b["); n != 6 {
		t.Errorf("%d hits are lit: %q", n, out.String())
	}
}

// A name that is found holds no character that acts on the terminal.
func TestFilesAreHarmless(t *testing.T) {
	w, out, _ := world("search", "--files", "水", "hostile.md")
	if Run(t.Context(), w); out.String() != "h␛[2J\n" {
		t.Errorf("%q", out)
	}
	w, out, _ = world("search", "-C0", "水", "hostile.md")
	if Run(t.Context(), w); strings.ContainsAny(out.String(), "\x1b\a\u202e\u009b") || !strings.Contains(out.String(), "文␛[2J␦水␦31m。") {
		t.Errorf("%q", out)
	}
}
