package template

import (
	"strings"
	"testing"
	"text/template"
)

// thing returns an object with everything in it that there may be.
func thing() map[string]any {
	section := func(level int, text string) any {
		return map[string]any{"level": level, "text": text, "certain": level == 1}
	}
	return map[string]any{
		"id": "rivers", "title": "江河 <&\"'>", "empty": "", "chars": 44, "none": 0, "yes": true, "no": false,
		"sections": []any{section(1, "一、水"), section(2, "（一）山"), section(3, "先说")}, "nothing": []any{},
		"inner": map[string]any{"name": "甲", "deep": map[string]any{"er": "乙"}},
	}
}

// A named is a text with a look of its own, as are the texts that juan fills in.
type named string

func (n named) String() string { return "<" + string(n) + ">" }

// filled returns what a template gives, and what package text/template makes of it.
func filled(text string, value any) (got, want string, err, wrong error) {
	var ours, theirs strings.Builder
	t, err := Parse(text, map[string]Function{"double": Args(1, 1, func(a []any) (any, error) { return printf([]any{"%v%v", a[0], a[0]}) })})
	if err == nil {
		err = t.Fill(&ours, value)
	}
	o, wrong := template.New("").Option("missingkey=error").Funcs(template.FuncMap{"double": func(a any) (any, error) { return printf([]any{"%v%v", a, a}) }}).Parse(text)
	if wrong == nil {
		wrong = o.Execute(&theirs, value)
	}
	return ours.String(), theirs.String(), err, wrong
}

// templates are the cases that package text/template is the oracle for.
func templates() []string {
	return []string{
		"", "文字", "{{.id}} {{.title}}", "{{.}}", "{{/* nothing */}}a{{- /* at all */ -}} b", "  {{- .id -}}  ",
		"{{.nosuch}}", "{{.id.more}}", "{{.inner.name}}{{.inner.deep.er}}{{.inner.nosuch}}", "{{(.inner).name}}", "{{(index .sections 1).text}}",
		"{{.id", "{{if .id}}", "{{nosuch .id}}", "{{end}}", "{{.id 1}}", "{{1 2}}", "{{nil}}", "{{print nil}}",
		"{{1}} {{1.5}} {{1e3}} {{0x1F}} {{0b11}} {{'a'}} {{2i}} {{-3}} {{1_000}} {{true}} {{`raw`}} {{\"a\\tb\"}}", "{{99999999999999999999}}", "{{0x1p4}}",
		"{{if .id}}a{{else}}b{{end}}{{if .empty}}a{{else if .none}}b{{else}}c{{end}}{{if .nothing}}a{{end}}{{if .no}}a{{else}}d{{end}}{{if .inner}}e{{end}}",
		"{{with .inner}}{{.name}}{{$.id}}{{end}}{{with .empty}}a{{else with .id}}{{.}}{{else}}b{{end}}{{with $x := .chars}}{{$x}}{{end}}",
		"{{range .sections}}{{.level}} {{.text}};{{end}}", "{{range $s := .sections}}{{$s.text}}{{end}}", "{{range $i, $s := .sections}}{{$i}}{{$s.text}}{{end}}",
		"{{range .nothing}}a{{else}}none{{end}}", "{{range .inner}}{{.}}{{end}}", "{{range $k, $v := .inner}}{{$k}}={{$v}}{{end}}", "{{range 3}}{{.}}{{end}}",
		"{{range $i := .chars}}{{$i}},{{end}}", "{{range $i, $j := 3}}a{{end}}", "{{range .id}}a{{end}}", "{{range .none}}a{{else}}none{{end}}", "{{range .no}}{{end}}",
		"{{range .sections}}{{if eq .level 2}}{{continue}}{{end}}{{.level}}{{end}}", "{{range .sections}}{{if eq .level 2}}{{break}}{{end}}{{.level}}{{end}}",
		"{{range 3}}{{range 2}}{{break}}{{end}}{{.}}{{end}}", "{{range .sections}}{{with .text}}{{continue}}{{end}}a{{end}}",
		"{{$x := .id}}{{$x}}{{$x = 3}}{{$x}}{{if true}}{{$x := 4}}{{$x}}{{end}}{{$x}}{{if true}}{{$x = 5}}{{end}}{{$x}}",
		"{{$i := 0}}{{$s := 0}}{{range $i, $s = .sections}}{{$i}}{{end}}{{$i}}{{$s.text}}", "{{$x := 1}}{{range $x = .sections}}{{end}}{{$x.level}}",
		"{{range $x, $x := .sections}}{{$x.level}}{{end}}", "{{$x}}", "{{$.id}}{{range .sections}}{{$.chars}}{{end}}",
		"{{define \"a\"}}[{{.}}]{{end}}{{template \"a\" .id}}{{template \"a\"}}{{block \"b\" .inner}}{{.name}}{{end}}", "{{template \"nosuch\"}}",
		"{{define \"a\"}}{{template \"a\"}}{{end}}{{template \"a\"}}", "{{define \"a\"}}{{$.name}}{{end}}{{$x := 1}}{{template \"a\" .inner}}", "{{define \"a\"}}{{.id}}{{end}}{{template \"a\"}}",
		"{{len .id}}{{len .title}}{{len .sections}}{{len .inner}}", "{{len .chars}}", "{{len}}", "{{len nil}}", "{{.sections | len}}", "{{len .id .id}}",
		"{{index .sections 0}}{{index .id 2}}{{index .inner \"name\"}}{{index .inner \"deep\" \"er\"}}{{index .inner \"nosuch\"}}{{index .id}}",
		"{{index .sections 3}}", "{{index .sections -1}}", "{{index .id \"a\"}}", "{{index .inner 1}}", "{{index .chars 1}}", "{{index nil 1}}", "{{(index .inner \"nosuch\").x}}",
		"{{slice .id 1}}{{slice .id 1 3}}{{slice .id}}{{len (slice .sections 1 2)}}{{len (slice .sections 0 1 2)}}", "{{slice .id 3 1}}", "{{slice .id 99}}", "{{slice .id 0 1 2}}", "{{slice .inner 1}}",
		"{{slice .sections 1 2 1}}", "{{slice .id -1}}", "{{slice}}",
		"{{eq 1 1}}{{eq 1 2}}{{eq .id \"rivers\"}}{{eq 1 3 2 1}}{{eq true .yes}}{{eq 1.5 1.5}}{{eq 1i 1i}}{{eq nil nil}}{{eq .id nil}}{{eq nil .inner}}", "{{eq 1}}", "{{eq 1 \"1\"}}", "{{eq 1 1.0}}",
		"{{eq .inner .inner}}", "{{eq .sections .sections}}", "{{eq .sections .inner}}", "{{eq .id .inner}}", "{{1 | eq 1}}", "{{eq 2 1 \"a\" 2}}", "{{eq 2 2 \"a\"}}",
		"{{ne 1 2}}{{ne 1 1}}{{ne .id nil}}", "{{ne 1}}", "{{ne 1 2 3}}", "{{ne 1 true}}",
		"{{lt 1 2}}{{lt 2 1}}{{le 1 1}}{{gt 2 1}}{{ge 1 1}}{{ge 0 1}}{{lt \"a\" \"b\"}}{{le \"b\" \"a\"}}{{lt 1.5 2.5}}{{gt .chars 10}}{{le 2i 2i}}", "{{lt 1 2.0}}", "{{lt true false}}", "{{lt nil 1}}", "{{lt 1 nil}}", "{{gt .inner 1}}", "{{lt 1i 2i}}", "{{lt 1}}", "{{lt \"a\" .sections}}",
		"{{and 1 0 .nosuch}}{{and 1 2}}{{or 0 1 .nosuch}}{{or 0 .empty}}{{not .id}}{{not 0}}{{and .id}}", "{{and}}", "{{or 0 .nosuch}}", "{{1 | and 0}}{{1 | and 2}}{{0 | or 0}}{{not 1 2}}", "{{and 1 nil}}",
		"{{print 1 2 \"a\" \"b\" 3}}{{println 1 .id}}{{print}}", "{{printf \"%s|%5d|%q|%v\" .id .chars .title .inner}}", "{{printf \"%d\" .id}}", "{{printf}}", "{{printf 1}}", "{{.chars | printf \"%05d\"}}", "{{printf .id}}",
		"{{html .title}}{{.title | js}}{{urlquery .title 1}}{{html}}{{html nil}}", "{{double .id}}{{double}}", "{{.id | double | double}}", "{{double (double 1)}}", "{{.id | .title}}", "{{.id | 1}}", "{{(.id) 1}}", "{{print (print 1) (eq 1 1) .yes -1}}",
		"{{break}}", "{{range 2}}{{template \"x\"}}{{end}}", "{{define \"x\"}}{{break}}{{end}}", "{{if}}{{end}}", "{{range $a, $b, $c := .sections}}{{end}}", "{{\"a\" | len | printf \"%d%s\" 1}}",
		"{{true.x}}", "{{.chars.x}}", "{{nil.x}}", "{{(nil).x}}", "{{.inner | index .}}", "{{ . | len }}", "{{print .sections}}", "{{$y := index .sections 0}}{{$y.level}}{{$y.nosuch}}",
	}
}

// same reports how a template comes out otherwise than package text/template has it. Those that
// call themselves without an end fail in both, deeper in text/template.
func same(t *testing.T, text string, value any) {
	t.Helper()
	got, want, err, wrong := filled(text, value)
	endless := err != nil && strings.Contains(err.Error(), "without an end")
	if (err == nil) != (wrong == nil) || got != want && !endless {
		t.Errorf("%s\n%q, %v\nwant %q, %v", text, got, err, want, wrong)
	}
}

// Templates come out as package text/template fills them, and fail where they fail there.
func TestAsTextTemplate(t *testing.T) {
	for _, text := range templates() {
		same(t, text, thing())
	}
}

// A text with a look of its own is written with it and compared without it.
func TestNamedTexts(t *testing.T) {
	value := map[string]any{"a": named("x"), "b": []any{named("y")}}
	for _, text := range []string{
		"{{.a}}{{.}}{{print .a}}{{printf \"%s %v\" .a .b}}{{html .a}}", "{{eq .a \"x\"}}{{lt .a \"y\"}}{{len .a}}", "{{index (index .b 0) 0}}{{if .a}}1{{end}}{{slice .a 0 1}}",
	} {
		same(t, text, value)
	}
}

// A field that is not there is told by its name; one that is asked of a text is not.
func TestMissing(t *testing.T) {
	for text, want := range map[string]any{"{{.nosuch}}": MissingError("nosuch"), "{{.inner.x}}": MissingError("x"), "{{if .id.x}}{{end}}": nil} {
		_, _, err, _ := filled(text, thing())
		if missing, ok := err.(MissingError); err == nil || ok != (want != nil) || ok && missing != want {
			t.Errorf("%s: %v, want %v", text, err, want)
		}
	}
}

func FuzzTemplate(f *testing.F) {
	for _, text := range templates() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, long := range []string{"call", "%", "range"} { // what is not there, what a width or a number may make endless
			if strings.Contains(text, long) && !(long == "range" && !strings.ContainsAny(text, "0123456789'")) {
				t.Skip()
			}
		}
		same(t, text, thing())
	})
}
