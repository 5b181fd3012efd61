package typeset

import (
	"context"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"juan/model"
)

// programs are code in several languages, of some length.
func programs() map[string]string {
	many := func(one string) string {
		var b strings.Builder
		for i := range 120 {
			fmt.Fprintf(&b, one, i)
		}
		return b.String()
	}
	return map[string]string{
		"go":     many("// 第 %[1]d 个。\nfunc f%[1]d(a []byte) (n int, err error) {\n\tfor i, c := range a {\n\t\tn += i * int(c) /* 乘 */\n\t}\n\treturn n, fmt.Errorf(\"甲%%d\", n)\n}\n"),
		"python": many("class C%[1]d(object):\n    \"\"\"说明\n    两行\"\"\"\n    def f(self, x=1):\n        return f'{x:>8}' + r'\\d' # 注\n"),
		"c":      many("#include <a%[1]d.h>\n/* 注\n   释 */\nstatic int f%[1]d(char *s) { return s[0] == '\\n' ? 0x1f : 1.5e3; }\n"),
		"html":   many("<div class=\"a%[1]d\"><p>文 &amp; 字</p><script>var x = \"y\";</script></div>\n"),
		"yaml":   many("key%[1]d:\n  - a: \"b\" # 注\n    c: |\n      text\n"),
		"bash":   many("f%[1]d() {\n  echo \"$HOME ${x:-1}\" | grep -c 'a' > /dev/null\n}\ncat <<EOF\n文\nEOF\n"),
		"sql":    many("SELECT a, 'b', %[1]d FROM t WHERE x >= 1.5 -- 注\n  GROUP BY a;\n"),
		"lisp":   many("(defun f%[1]d (x) \"注\" (+ x 1)) ; 尾\n"),
	}
}

// What a lexer that sees a window of the code yields is what it yields that sees all.
func TestCountedLexersLexAlike(t *testing.T) {
	for name, source := range programs() {
		source = source[:strings.LastIndexByte(source[:min(len(source), coloured-1)], '\n')+1]
		l, err := newCountedLexer(name)
		if err != nil {
			t.Fatal(err)
		}
		run, err := l.lex(source)
		if err != nil {
			t.Fatal(err)
		}
		var got []chroma.Token
		for {
			token, ok, tired := run.token()
			if tired {
				t.Errorf("%s is too much", name)
			}
			if !ok {
				break
			}
			got = append(got, token)
		}
		want, err := chroma.Tokenise(lexers.Get(name), &chroma.TokeniseOptions{State: "root"}, source)
		if err != nil {
			t.Fatal(err)
		}
		if !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %d tokens, want %d", name, len(got), len(want))
		}
	}
}

// Whatever a lexer is given, its steps are bounded, and the tokens are the text. A
// flood of one or two characters in lines and between blanks goes to each.
func TestStepsOfLexersAreBounded(t *testing.T) {
	floods := []string{"<", "(", "[", "{", "%", "\"", "'", " ", "\t", "=", "*", "&", "a", "-", "#", ")>", "\n(", "\\", "0", "文", "/*", "${"}
	names := lexers.Names(false)
	slices.Sort(names)
	for i, name := range names {
		source := strings.Repeat(strings.Repeat(floods[i%len(floods)], 40)+"\n"+strings.Repeat("\n", 100), 10)
		l, err := newCountedLexer(name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if !l.counts() {
			continue
		}
		run, err := l.lex(source)
		if err != nil {
			t.Fatal(err)
		}
		at, tokens := 0, 0
		for {
			token, ok, tired := run.token()
			if !ok || tired {
				break
			}
			if tokens++; !strings.HasPrefix(source[at:], token.Value) {
				break // a lexer that changes the text is left
			}
			at += len(token.Value)
		}
		if most := 2 * mostSteps; run.steps > most || run.rules > 2*mostRules || tokens > 3*len(source) {
			t.Errorf("%s: %d characters seen, %d patterns, %d tokens of %d bytes", name, run.steps, run.rules, tokens, len(source))
		}
	}
}

// One thing over and over is no code, and what people write is.
func TestIsCode(t *testing.T) {
	for name, source := range programs() {
		if !isCode(source) {
			t.Errorf("%s is taken for none", name)
		}
	}
	for _, rule := range []string{"// " + strings.Repeat("=", 120), "// " + strings.Repeat("─", 120), strings.Repeat(" ", 100) + "x", strings.Repeat("a\n", 40)} {
		if !isCode(rule) {
			t.Errorf("%q is taken for none", rule)
		}
	}
	for _, flood := range []string{"<", "\n", " ", "ab", "(\n", "0, ", "文", "<a b=\"\">"} {
		if isCode(strings.Repeat(flood, 400)) {
			t.Errorf("%q over and over is taken for code", flood)
		}
	}
}

// Repetitive lines without meaning are recognised by their tokens; what people write,
// tables of figures included, is not taken for such.
func TestFloodsAreLeft(t *testing.T) {
	left := func(language, source string) bool {
		var h highlighting
		return len(h.highlight(context.Background(), model.Code{Language: language, Source: source}).ends) == 0
	}
	for name, source := range programs() {
		if source = source[:strings.LastIndexByte(source[:4000], '\n')]; left(name, source) {
			t.Errorf("%s is not coloured", name)
		}
	}
	table := ""
	for i := range 300 {
		table += fmt.Sprintf("\t{0, 0, 0, 0, 0, 0, 0, 0x%02x},\n", i)
	}
	if left("c", table) {
		t.Error("a table of figures is not coloured")
	}
	for _, language := range []string{"go", "c", "scilab", "java"} {
		for _, flood := range []string{"%", "<(", "+ ", "a."} {
			if line := strings.Repeat(flood, 78/len(flood)) + "\n"; !left(language, strings.Repeat(line, 100)) {
				t.Errorf("%s: lines of %q are coloured", language, flood)
			}
		}
	}
}

// All codes together get no more steps than there are for an article.
func TestStepsOfAnArticleAreBounded(t *testing.T) {
	var h highlighting
	for name, source := range programs() {
		for range 40 {
			h.highlight(context.Background(), model.Code{Language: name, Source: source[:strings.LastIndexByte(source[:min(len(source), coloured)], '\n')]})
		}
	}
	if h.steps < mostInAll || h.steps > mostInAll+2*mostSteps {
		t.Errorf("%d steps, want %d", h.steps, mostInAll)
	}
}

// An article in which lexers were tired often is not coloured any further.
func TestTiredLexersAreLeft(t *testing.T) {
	var h highlighting
	hostile := model.Code{Language: "openedge", Source: strings.Repeat("<(\n", 40) + strings.Repeat(strings.Repeat("<", 79)+"\n", 150)}
	for range 2 * mostTired {
		h.highlight(context.Background(), hostile)
	}
	if h.tired != mostTired {
		t.Errorf("tired %d times, want %d", h.tired, mostTired)
	}
	if got := h.highlight(context.Background(), model.Code{Language: "go", Source: "func f() {}"}); len(got.ends) > 0 {
		t.Error("and the next is coloured")
	}
}
