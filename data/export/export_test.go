package export

import (
	"fmt"
	"html"
	"math/rand/v2"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"juan/model"
	"juan/model/char"
	"juan/model/structure"
)

// words are what random prose is made of: text, and what Markdown would take for
// its own.
func words() []string {
	return []string{"渡口", "夜船", "第一章 ", "juan", "a_b_c", "*重*", "`码`", "[注]", "<b>", "&amp;", "# ", "1. ", "- ", "> ", "|", "~~", "$x$",
		"\\", "！", "，", "。", "“引”", "  ", "https://a.cn/x_y", "^2^", "==亮==", "%%", "{#a}", ":::", "＃", "[[页]]", "!!! "}
}

// A made article is random, the same for the same seed.
func made(seed uint64) *model.Article {
	r := rand.New(rand.NewPCG(seed, 1))
	prose := func() model.Prose {
		var text strings.Builder
		var spans []model.Span
		for range 1 + r.IntN(6) {
			one := words()[r.IntN(len(words()))]
			s := model.Span{From: text.Len(), To: text.Len() + len(one), Voice: model.Voice(r.IntN(16))}
			if r.IntN(6) == 0 {
				s.Voice, s.Target = model.Link, "https://a.cn/(b)?c=<d>"
			}
			spans = append(spans, s)
			text.WriteString(one)
		}
		return model.NewProse(text.String(), spans)
	}
	nest := func() (in []model.Container) {
		for i := range r.IntN(3) {
			c := model.Container{Kind: model.Quote, ID: i + 1}
			if r.IntN(2) == 0 {
				c = model.Container{Kind: model.Item, ID: i + 1, Marker: []string{"", "7."}[r.IntN(2)], Tight: r.IntN(2) == 0, Task: model.Task(r.IntN(3))}
			}
			in = append(in, c)
		}
		return in
	}
	var body []model.Block
	for range 1 + r.IntN(6) {
		leaf := model.Leaf{Nest: nest()}
		switch p := prose(); r.IntN(6) {
		case 0:
			body = append(body, model.Heading{Prose: p, Level: 1 + r.IntN(8), Number: structure.Number(p.Text())})
		case 1:
			body = append(body, model.Code{Leaf: leaf, Language: "go", Source: p.Text() + "\n```\n" + p.Text()})
		case 2:
			body = append(body, model.Verse{Leaf: leaf, Prose: model.Plain("春眠不觉晓\n处处闻啼鸟\n夜来风雨声\n花落知多少")})
		case 3:
			body = append(body, model.Table{Leaf: leaf, Head: r.IntN(2) == 0, Align: make([]model.Align, 2), Rows: [][]model.Prose{{p, prose()}, {prose(), prose()}}})
		default:
			body = append(body, model.Paragraph{Leaf: leaf, Prose: p})
		}
	}
	return model.NewArticle(model.Entry{Title: "题：" + words()[r.IntN(len(words()))], Tags: []string{"甲", "乙, 丙"}}, body)
}

// word returns the letters and digits of a text in their order.
func word(s string) string {
	return strings.Map(func(r rune) rune {
		if char.IsWord(r) {
			return r
		}
		return -1
	}, s)
}

// What is written has front matter with the title, and after it every letter of
// the article, in order.
func TestNoLetterIsLost(t *testing.T) {
	for seed := range uint64(500) {
		a := made(seed)
		for _, voices := range []bool{true, false} {
			text := Markdown(a, voices)
			front, body, ok := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
			if !ok || !strings.HasPrefix(text, "---\n") || !strings.Contains(front, "title: ") {
				t.Fatalf("seed %d has no front matter:\n%s", seed, text)
			}
			rest := word(body)
			for _, b := range a.Body {
				for _, r := range word(b.Text()) {
					i := strings.IndexRune(rest, r)
					if i < 0 {
						t.Fatalf("seed %d: %q of %q is lost in\n%s", seed, r, b.Text(), text)
					}
					rest = rest[i+len(string(r)):]
				}
			}
			if !strings.HasSuffix(text, "\n") {
				t.Fatalf("seed %d: the last line has no end", seed)
			}
		}
	}
}

// Without voices an article is written as if none of it were bold, slanted or
// struck.
func TestVoicesCanBeLeftOut(t *testing.T) {
	for voice := range model.Strike * 2 {
		prose := func(v model.Voice) model.Prose {
			return model.NewProse("河水a*b，船没来", []model.Span{{To: len("河水a*b"), Voice: v}, {From: len("河水a*b"), To: len("河水a*b，船没来"), Voice: model.Link, Target: "u"}})
		}
		article := func(v model.Voice) *model.Article {
			return model.NewArticle(model.Entry{Title: "题"}, []model.Block{
				model.Heading{Prose: prose(v), Level: 2}, model.Paragraph{Prose: prose(v)}, model.Table{Rows: [][]model.Prose{{prose(v)}}},
			})
		}
		loud, quiet := article(voice), article(voice&model.Verbatim)
		if got, want := Markdown(loud, false), Markdown(quiet, true); got != want {
			t.Errorf("voice %b is written\n%s\nwant\n%s", voice, got, want)
		}
		if heard := Markdown(loud, true) != Markdown(loud, false); heard != (voice&^model.Verbatim != 0) {
			t.Errorf("voice %b is heard: %v", voice, heard)
		}
	}
}

// Each line of a block stands after what its containers put before it.
func TestEveryLineIsInItsContainers(t *testing.T) {
	quote := model.Container{Kind: model.Quote, ID: 1}
	for _, c := range []struct {
		in          []model.Container
		first, rest string
	}{
		{[]model.Container{quote}, "> ", "> "},
		{[]model.Container{{Kind: model.Item, ID: 1}}, "- ", "  "},
		{[]model.Container{{Kind: model.Item, ID: 1, Marker: "12."}}, "12. ", "    "},
		{[]model.Container{{Kind: model.Item, ID: 1, Task: model.Done}}, "- [x] ", "  "},
		{[]model.Container{{Kind: model.Note, ID: 1, Marker: "甲"}}, "[^甲]: ", "    "},
		{[]model.Container{quote, {Kind: model.Item, ID: 2}}, "> - ", ">   "},
	} {
		a := model.NewArticle(model.Entry{Title: "题"}, []model.Block{
			model.Code{Leaf: model.Leaf{Nest: c.in}, Source: "一\n二"}, model.Paragraph{Leaf: model.Leaf{Nest: c.in}, Prose: model.Plain("三")},
		})
		_, body, _ := strings.Cut(strings.TrimPrefix(Markdown(a, true), "---\n"), "\n---\n")
		for i, line := range strings.Split(strings.TrimSuffix(body, "\n"), "\n") {
			want := c.rest
			if i == 0 {
				want = c.first
			}
			if !strings.HasPrefix(line, want) && line != strings.TrimRight(c.rest, " ") {
				t.Errorf("%+v: line %d is %q", c.in, i, line)
			}
		}
	}
}

// A heading is listed in the front matter where Markdown cannot express it, and only
// there.
func TestHeadingsAreToldOnce(t *testing.T) {
	for level := 1; level <= 9; level++ {
		text := Markdown(model.NewArticle(model.Entry{Title: "题"}, []model.Block{model.Heading{Prose: model.Plain("一、概况"), Level: level}}), true)
		front, body, _ := strings.Cut(strings.TrimPrefix(text, "---\n"), "\n---\n")
		marked, listed := strings.HasPrefix(body, "#"), strings.Contains(front, "一、概况")
		if marked == listed || marked && !strings.HasPrefix(body, strings.Repeat("#", level+1)+" ") {
			t.Errorf("level %d:\n%s", level, text)
		}
	}
	lead := model.Paragraph{Prose: model.Plain("一是水。河水涨了。"), Lead: model.Lead{End: len("一是水。"), Level: 2}}
	text := Markdown(model.NewArticle(model.Entry{Title: "题"}, []model.Block{lead}), true)
	if !strings.Contains(text, "text: 一是水。\n") || !strings.Contains(text, "certain: false") || !strings.Contains(text, "level: 3") {
		t.Errorf("a run-in heading in doubt:\n%s", text)
	}
}

// mark returns a function that replaces pairs in a text, as the repair of punctuation
// does.
func mark(pairs ...string) func(string) string { return strings.NewReplacer(pairs...).Replace }

// Repair changes marks and no letter, leaves what is not running text, and keeps
// spans and headings on their letters, whatever it is given.
func TestRepairKeepsLetters(t *testing.T) {
	repairs := map[string]func(string) string{
		"none":    func(s string) string { return s },
		"marks":   mark(",", "，", ".", "。", "“", "『", "”", "』", "！", "!"),
		"letters": mark("渡", "河", "，", ","),
		"longer":  mark("，", "，，"),
		"all":     func(string) string { return "" },
	}
	for name, repair := range repairs {
		for seed := range uint64(200) {
			a := made(seed)
			b := Repaired(a, repair)
			if len(b.Body) != len(a.Body) {
				t.Fatalf("%s, seed %d: %d blocks become %d", name, seed, len(a.Body), len(b.Body))
			}
			for i, was := range a.Body {
				is := b.Body[i]
				if word(is.Text()) != word(was.Text()) {
					t.Fatalf("%s, seed %d: %q becomes %q", name, seed, was.Text(), is.Text())
				}
				switch was.(type) {
				case model.Code, model.Verse:
					if is.Text() != was.Text() {
						t.Fatalf("%s, seed %d: %q becomes %q", name, seed, was.Text(), is.Text())
					}
				case model.Paragraph:
					sameSpans(t, was.(model.Paragraph).Prose, is.(model.Paragraph).Prose)
				}
			}
			if name == "none" && fmt.Sprint(a.Body) != fmt.Sprint(b.Body) {
				t.Fatalf("seed %d: what needs no repair is changed", seed)
			}
		}
	}
}

// sameSpans holds that spans say the same letters as before, without a gap.
func sameSpans(t *testing.T, was, is model.Prose) {
	t.Helper()
	if len(was.Spans()) != len(is.Spans()) {
		t.Fatalf("%d spans become %d", len(was.Spans()), len(is.Spans()))
	}
	end := 0
	for i, s := range is.Spans() {
		old := was.Spans()[i]
		if s.From != end || s.Voice != old.Voice || s.Target != old.Target || word(is.Text()[s.From:s.To]) != word(was.Text()[old.From:old.To]) {
			t.Fatalf("span %d is %q, was %q", i, is.Text()[s.From:s.To], was.Text()[old.From:old.To])
		}
		if protected := model.Verbatim | model.Link; s.Voice&protected != 0 && is.Text()[s.From:s.To] != was.Text()[old.From:old.To] {
			t.Fatalf("%q is repaired", was.Text()[old.From:old.To])
		}
		end = s.To
	}
	if end != len(is.Text()) {
		t.Fatalf("%d bytes of %d are in spans", end, len(is.Text()))
	}
}

// The end of a heading that opens a paragraph goes with its letters.
func TestRepairMovesTheEndOfALead(t *testing.T) {
	text, end := "一是水,深.河水涨了", len("一是水,深.")
	a := model.NewArticle(model.Entry{}, []model.Block{model.Paragraph{Prose: model.Plain(text), Lead: model.Lead{End: end, Level: 1}}})
	p := Repaired(a, mark(",", "，", ".", "。")).Body[0].(model.Paragraph)
	if got := p.Text()[:p.Lead.End]; got != "一是水，深。" {
		t.Errorf("the lead is %q", got)
	}
}

// A pair of a backslash and what it escapes, or a character reference.
var references = regexp.MustCompile(`\\.|&#\w+;`)

func referred(s string) string {
	if strings.HasPrefix(s, "&") {
		return html.UnescapeString(s)
	}
	return s
}

// FuzzMarkdown holds that no text makes a writer fail, lose a letter or write a
// control character where an address stands.
func FuzzMarkdown(f *testing.F) {
	f.Add("甲*乙*\n1. 丙", "http://a.cn/\x1b[2J")
	f.Add("```\n---\n| a |", "<b>\\")
	f.Add("甲\n[\n乙", "a") // the bracket is written as a character reference
	f.Fuzz(func(t *testing.T, text, target string) {
		if !utf8.ValidString(text) || !utf8.ValidString(target) {
			return
		}
		a := model.NewArticle(model.Entry{Title: "题"}, []model.Block{
			model.Paragraph{Prose: model.NewProse(text, []model.Span{{To: len(text), Voice: model.Link | model.Strong, Target: target}})},
			model.Code{Source: text}, model.Table{Rows: [][]model.Prose{{model.Plain(text)}}},
		})
		one := Markdown(model.NewArticle(model.Entry{Title: "题"}, a.Body[:1]), true)
		if !strings.Contains(word(references.ReplaceAllStringFunc(one, referred)), word(text)) {
			t.Errorf("%q is written as %q", text, one)
		}
		if strings.ContainsFunc(address(target), func(r rune) bool { return r < ' ' }) {
			t.Errorf("the address %q has a control character", target)
		}
		Markdown(a, false)
	})
}

// Lines that a program wrote are written as code, so that they stay lines.
func TestLinesOfProgramsAreCode(t *testing.T) {
	a := model.NewArticle(model.Entry{Title: "甲"}, []model.Block{model.Output{Line: "a  *b*"}, model.Output{}, model.Output{Line: "\tc"}})
	if got := Markdown(a, true); !strings.Contains(got, "```lines\na  *b*\n\n\tc\n```") {
		t.Error(got)
	}
}
