package compose

import (
	"strings"
	"testing"

	"juan/model"
)

// What is put together stands in the source where it says, whatever breaks and
// blanks stood between its lines.
func TestPiecesKnowTheirPlace(t *testing.T) {
	for _, src := range []string{"河水\n涨了", "  one\n two  ", "　　甲\n　　乙", "a\n乙 b\n\n c", "", " \n "} {
		c := &Text{Src: src, Base: 100}
		at := 0
		for line := range strings.Lines(src) {
			l := Trimmed(src, at, at+len(line))
			at += len(line)
			c.Verbatim(l.From, l.To, 0, "")
			c.SoftBreak()
		}
		p := c.Part()
		for i, r := range p.Prose.Text() {
			s := p.Prose.At(i)
			off := p.At + i
			if !p.Plain {
				off = s.Src + i - s.From
			}
			if r != ' ' && !strings.HasPrefix(src[off-100:], string(r)) {
				t.Errorf("%q: %q of %q is not at %d", src, r, p.Prose.Text(), off-100)
			}
		}
		if got, want := strings.Join(strings.Fields(p.Prose.Text()), ""), strings.Join(strings.Fields(src), ""); got != want {
			t.Errorf("%q is put together as %q", src, got)
		}
	}
}

// Lines of Chinese are joined without a blank, those of Latin words with one.
func TestLinesAreJoined(t *testing.T) {
	for _, c := range []struct{ a, b, want string }{
		{"河水", "涨了", "河水涨了"}, {"the", "river", "the river"}, {"河水", "river", "河水river"}, {"，", "a", "，a"},
	} {
		text := &Text{Src: c.a + "\n" + c.b}
		text.Verbatim(0, len(c.a), 0, "")
		text.SoftBreak()
		text.Verbatim(len(c.a)+1, len(c.a)+1+len(c.b), 0, "")
		if got := text.Part().Prose.Text(); got != c.want {
			t.Errorf("%q and %q: %q, want %q", c.a, c.b, got, c.want)
		}
	}
}

// Long text is cut into parts that are all of it, none too long, at the ends of
// sentences where it has some.
func TestLongTextIsCut(t *testing.T) {
	for name, one := range map[string]string{"sentences": "河水涨了又落。", "quoted": "“走吧。”", "words": "word ", "none": "字"} {
		src := strings.Repeat(one, 3*MaxParagraph/len(one))
		for _, voice := range []model.Voice{0, model.Strong} {
			c := &Text{Src: src}
			c.Verbatim(0, len(src), voice, "")
			var whole strings.Builder
			for _, p := range c.Parts() {
				text := p.Prose.Text()
				if len(text) > MaxParagraph || !strings.HasPrefix(src[p.At:], text) {
					t.Errorf("%s: a part of %d bytes at %d", name, len(text), p.At)
				}
				if p.At+len(text) < len(src) && (name == "sentences" || name == "quoted") && !strings.HasSuffix(text, one) {
					t.Errorf("%s: a sentence is cut: %q", name, text[len(text)-30:])
				}
				whole.WriteString(text)
			}
			if strings.TrimSpace(src) != strings.TrimSpace(whole.String()) {
				t.Errorf("%s: %d bytes of %d", name, whole.Len(), len(src))
			}
		}
	}
}

// A tag of running text that is opened and closed writes what it stands for, and
// one that is never opened writes nothing.
func TestTagsInText(t *testing.T) {
	for _, c := range []struct{ tag, inside, want string }{
		{"q", "走吧", "“走吧”"}, {"rt", "dù", "（dù）"}, {"rp", "(", ""}, {"sup", "2", "²"}, {"sub", "2", "₂"}, {"b", "重", "重"}, {"rt", "", ""}, {"sup", "[1]", "[1]"},
	} {
		text := &Text{Src: c.inside}
		text.OpenTag(c.tag, 0, 0, "")
		text.Verbatim(0, len(c.inside), 0, "")
		text.CloseTag(c.tag, len(c.inside), 0, "")
		text.CloseTag(c.tag, len(c.inside), 0, "")
		if got := text.Part().Prose.Text(); got != c.want {
			t.Errorf("<%s>%s is %q, want %q", c.tag, c.inside, got, c.want)
		}
	}
}

// An entity is taken whole or as one byte; nothing is taken of nothing.
func TestEntities(t *testing.T) {
	for _, c := range []struct {
		s, text string
		size    int
	}{
		{"&amp;x", "&", 5}, {"&#20013;", "中", 8}, {"&none;", "&", 1}, {"&amp", "&", 1}, {"\\*x", "*", 2}, {"\\a", "\\", 1}, {"\\", "\\", 1},
	} {
		if text, size := Entity(c.s); text != c.text || size != c.size {
			t.Errorf("%q: %q of %d bytes, want %q of %d", c.s, text, size, c.text, c.size)
		}
	}
}
