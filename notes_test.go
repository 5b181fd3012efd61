package main

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"juan/data/charset"
	"juan/data/memory"
	"juan/model"
	"juan/ui/cli"
)

// runNotes runs the command line with a folder for state.
func runNotes(t *testing.T, home, stdin string, args ...string) (out, said string, code int) {
	t.Helper()
	var stdout, stderr bytes.Buffer
	code = cli.Run(context.Background(), cli.World{
		Args: args, Stdin: strings.NewReader(stdin), Stdout: &stdout, Stderr: &stderr,
		Environ:  []string{"XDG_STATE_HOME=" + home, "LANG=zh_CN.UTF-8", "HOME=" + home},
		Remember: remember, State: state, Explain: explain, Echo: func() {},
		Stat: func(string) (fs.FileInfo, error) { return nil, fs.ErrNotExist },
		Size: func() (int, int) { return 80, 24 }, Encodings: charset.Names,
	})
	return stdout.String(), stderr.String(), code
}

// Notes that are exported, forgotten and taken in again are the same, whatever is in
// them, as JSON and as Markdown.
func TestNotesExportedForgottenImported(t *testing.T) {
	state, files := t.TempDir(), t.TempDir()
	files, _ = filepath.EvalSymlinks(files)
	file := filepath.Join(files, "渡口#1.md")
	if err := os.WriteFile(file, []byte("# 渡口\n\n桥修好了。\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s := memory.New(filepath.Join(state, "juan"), nil)
	ctx, at := context.Background(), time.UnixMilli(1_700_000_000_123)
	nasty := "第一行 <!-- x --> -->\n> 引 `码` *星* [链](x)\n\n\"\\ \u202e倒\u0085\x1b[31m &amp; 末"
	for i, m := range []model.Mark{
		{Key: file, Path: file, Title: "渡口 <b>*记*", Kind: model.Bookmark, Print: 1<<63 + 7, Quote: "桥修好了。", From: model.Anchor{Section: "上\n（一）甲", Nth: 2, Share: 0.25, Sum: 9}},
		{Key: file + "#2", Path: file, Title: "", Kind: model.Highlight, Quote: nasty, From: model.Anchor{Before: nasty, Byte: 3}, To: model.Anchor{After: nasty, Byte: 30}},
		{Key: "guide", Title: "指南", Kind: model.Noted, Quote: "", Note: nasty},
		{Key: "guide", Title: "指南", Kind: model.Noted, Quote: "一句", Note: "# 不是标题\n- 也不是列表"},
	} {
		m.Made, m.Changed = at.Add(time.Duration(i)*time.Second), at.Add(time.Duration(i)*time.Hour)
		if _, err := s.PutMark(ctx, m); err != nil {
			t.Fatal(err)
		}
	}
	s.Close()
	before, _, _ := runNotes(t, state, "", "notes", "--json")
	if strings.Count(before, `"id"`) != 4 {
		t.Fatalf("exported is %s", before)
	}
	whole, _, _ := runNotes(t, state, "", "state", "--export")
	for _, form := range []string{"--json", "--markdown"} {
		text, _, code := runNotes(t, state, "", "notes", form)
		if strings.ContainsAny(text, "\x1b\u202e\u0085") || code != 0 {
			t.Errorf("%s writes control characters, or fails: %q", form, text)
		}
		for _, what := range []string{files, "guide"} {
			runNotes(t, state, "", "state", "--forget", what)
		}
		if left, _, _ := runNotes(t, state, "", "notes", "--json"); left != "[]\n" {
			t.Fatalf("left is %s", left)
		}
		for range 2 { // again changes nothing
			if _, said, code := runNotes(t, state, text, "notes", "--import", "-"); code != 0 {
				t.Fatalf("%s: %s", form, said)
			}
		}
		if after, _, _ := runNotes(t, state, "", "notes", "--json"); after != before {
			t.Errorf("through %s\n%s\nbecame\n%s", form, before, after)
		}
		if after, _, _ := runNotes(t, state, "", "state", "--export"); after != whole {
			t.Errorf("through %s the state\n%s\nbecame\n%s", form, whole, after)
		}
	}
	for path, n := range map[string]int{file: 2, files: 2, "guide": 2, filepath.Join(files, "没有"): 0, "": 4} {
		args := []string{"notes", "--json"}
		if path != "" {
			args = append(args, path)
		}
		if got, _, _ := runNotes(t, state, "", args...); strings.Count(got, `"id"`) != n {
			t.Errorf("%q: %d notes, want %d", path, strings.Count(got, `"id"`), n)
		}
	}
	if list, _, _ := runNotes(t, state, "", "notes"); !strings.Contains(list, "渡口 <b>*记* › 上 › （一）甲\n  2023-11-14  书签  “桥修好了。”\n") || strings.ContainsAny(list, "\x1b\u202e") {
		t.Errorf("listed is %q", list)
	}
}

// A younger note stays when an older one is taken in; what juan did not write is
// refused, and nothing of it is kept.
func TestNotesThatAreTakenIn(t *testing.T) {
	state := t.TempDir()
	one := func(note, changed string) string {
		return `[{"id":"x","key":"guide","article":"指南","note":"` + note + `","kind":"note","date":"2026-01-01T00:00:00Z","changed":"` + changed + `"}]`
	}
	runNotes(t, state, one("新", "2026-02-02T00:00:00Z"), "notes", "--import", "-")
	runNotes(t, state, one("旧", "2026-01-02T00:00:00Z"), "notes", "--import", "-")
	if got, _, _ := runNotes(t, state, "", "notes"); !strings.Contains(got, "新") || strings.Contains(got, "旧") {
		t.Errorf("kept is %s", got)
	}
	for _, wrong := range []string{"{}", "[1]", "[{}]", "文字", "<!-- juan {} -->", "<!-- juan x -->", `[{"id":"y","key":"a"},{"id":""}]`} {
		if _, said, code := runNotes(t, state, wrong, "notes", "--import", "-"); code != 2 || !strings.Contains(said, "不是juan notes输出的文件") {
			t.Errorf("%q: %d %s", wrong, code, said)
		}
	}
	if got, _, _ := runNotes(t, state, "", "notes", "--json"); strings.Count(got, `"id"`) != 1 {
		t.Errorf("kept is %s", got)
	}
	for _, args := range [][]string{{"notes", "--import", filepath.Join(state, "没有")}, {"notes", "a", "b"}, {"notes", "--no-state"}, {"notes", "--json", "--markdown"}} {
		if _, said, code := runNotes(t, state, "", args...); code != 2 || said == "" {
			t.Errorf("%q: %d %q", args, code, said)
		}
	}
}
