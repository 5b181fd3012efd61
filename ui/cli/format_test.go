package cli

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"
)

// A template is filled once for each item, with the names of JSON or with a capital.
func TestFormat(t *testing.T) {
	for _, tc := range []struct {
		args      []string
		out, errs string
		code      int
	}{
		{[]string{"list", "--format", "{{.id}} {{.title}}"}, "rivers 江河\nbridges 桥\n", "", 0},
		{[]string{"list", "--format", `{{.ID}}\t{{.Chars}}\t{{.date}}`}, "rivers\t44\t2024-03-05\nbridges\t6\t\n", "", 0},
		{[]string{"list", "--format", `{{if gt .chars 10}}{{printf "%s\t%d" .id .minutes}}{{end}}`, "rivers"}, "rivers\t1\n", "", 0},
		{[]string{"list", "--format", "{{.title | json}}", "bridges"}, "\"桥\"\n", "", 0},
		{[]string{"list", "--format", "json", "bridges"}, "{\"id\":\"bridges\",…}\n", "", 0},
		{[]string{"outline", "--format", `{{range .sections}}{{.level}} {{.text}}\n{{end}}`, "rivers"},
			"1 一、水从哪里来\n2 （一）“上游”的水\n3 先说雪山\n\n", "", 0},
		{[]string{"outline", "--format", `{{range .sections}}{{if eq .kind "run-in"}}{{.text}}{{end}}{{end}}`, "rivers"}, "先说雪山\n", "", 0},
		{[]string{"search", "--format", "{{.path}}:{{.line}}:{{.match}}", "水", "a.md"}, "a.md::水\n", "", 0},
		{[]string{"search", "--count", "--format", "{{.count}} {{.id}}", "水"}, "5 rivers\n1 bridges\n", "", 0},
		{[]string{"search", "--files", "--format", "<{{.}}>", "桥"}, "<bridges>\n", "", 0},
		{[]string{"search", "--format", "{{.match}}", "火"}, "", "", 1},
		{[]string{"list", "--format", `{{pad 6 .title}}|{{truncate 2 .title}}|{{upper .id}}`, "rivers"}, "江河  |…|RIVERS\n", "", 0},

		{[]string{"list", "--format", `table {{.title}}\t{{.ID}}\t{{.date}}`}, "TITLE  ID       DATE\n江河   rivers   2024-03-05\n桥     bridges  \n", "", 0},
		{[]string{"search", "--count", "--format", `table {{printf "%d" .count}}\t{{.id}}`, "水"}, "5  rivers\n1  bridges\n", "", 0},
		{[]string{"search", "--files", "--format", `table {{.}}\tx`, "桥"}, "FILE     x\nbridges  x\n", "", 0},

		{[]string{"list", "--format", "{{.nosuch}}"}, "", "juan: --format: 没有“nosuch”这一项，有：id, title, …\n", 2},
		{[]string{"list", "--format", "{{.id"}, "", "juan: --format: 模板写错了（少了}}）\n", 2},
		{[]string{"list", "--format", "{{if .id}}"}, "", "juan: --format: 模板写错了（少了{{end}}）\n", 2},
		{[]string{"list", "--format", "{{nosuch .id}}"}, "", "juan: --format: 模板写错了（没有函数nosuch）\n", 2},
		{[]string{"list", "--format", "{{.title.id}}"}, "", "juan: --format: 模板写错了（…）\n", 2},
		{[]string{"list", "--format", "{{.id}}", "--json"}, "", "juan: --format: 不能和--json一起用\n", 2},
	} {
		w, out, errs := world(tc.args...)
		code := Run(t.Context(), w)
		if !fits(out.String(), tc.out) || !fits(errs.String(), tc.errs) || code != tc.code {
			t.Errorf("juan %q: exit %d, want %d\n--- output\n%s--- wanted\n%s\n--- errors\n%s--- wanted\n%s",
				tc.args, code, tc.code, out, tc.out, errs, tc.errs)
		}
	}
}

// One object a line is what the array has.
func TestFormatJSONIsTheArray(t *testing.T) {
	for _, args := range []string{"list", "outline", "search 水", "search --count 水", "search --files 水", "list hostile.md", "search 水 hostile.md"} {
		w, out, _ := world(append(strings.Fields(args), "--json")...)
		Run(t.Context(), w)
		var want, got []any
		if err := json.Unmarshal([]byte(out.String()), &want); err != nil {
			t.Fatal(err)
		}
		w, out, _ = world(append(strings.Fields(args), "--format", "json")...)
		Run(t.Context(), w)
		for line := range strings.Lines(out.String()) {
			var v any
			if err := json.Unmarshal([]byte(line), &v); err != nil {
				t.Errorf("%s: %v in %s", args, err, line)
			}
			got = append(got, v)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %v, want %v", args, got, want)
		}
	}
}

// What a template writes of a text does not act on the terminal.
func TestFormatIsHarmless(t *testing.T) {
	for _, args := range [][]string{
		{"list", "--format", "{{.id}} {{.title}} {{json .}} {{printf \"%s %v\" .title .id}} {{upper .title}} {{pad 40 .title}}", "hostile.md"},
		{"search", "--format", "{{.}} {{range $k, $v := .}}{{$k}}{{$v}}{{end}} {{.before}}{{.match}}{{.after}}", "水", "hostile.md"},
	} {
		w, out, errs := world(args...)
		if code := Run(t.Context(), w); code != done || out.Len() == 0 || strings.ContainsAny(out.String(), "\x1b\a\u009b\u202e") {
			t.Errorf("%q: exit %d, %q %s", args, code, out, errs)
		}
	}
}
