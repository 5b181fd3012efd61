package model

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"juan/model/fold"
)

// chapters is a text of chapters whose paragraphs say different things, some of them
// alike in all but their first words.
func chapters(seed uint64, n int) []Block {
	rnd := rand.New(rand.NewPCG(seed, 3))
	var body []Block
	for c := range n {
		body = append(body, Heading{Prose: Plain(fmt.Sprintf("第%d章 山中%d日", c+1, c*7%n)), Level: 1, Number: len(fmt.Sprintf("第%d章 ", c+1))})
		for range 4 + rnd.IntN(5) {
			switch rnd.IntN(4) {
			case 0:
				body = append(body, Paragraph{Prose: Plain("是的。")})
			case 1:
				body = append(body, Paragraph{Prose: Plain(fmt.Sprintf("第%d回说，", rnd.IntN(1000)) + strings.Repeat("水从山里来，绕过村子，又往东去。", 6))})
			default:
				var b strings.Builder
				for range 3 + rnd.IntN(8) {
					fmt.Fprintf(&b, "他走了%d里路，看见%c家的“灯”亮着，", rnd.IntN(100), '一'+rune(rnd.IntN(5000)))
				}
				body = append(body, Paragraph{Prose: Plain(b.String())})
			}
		}
	}
	return body
}

func article(body []Block) *Article { return NewArticle(Entry{ID: "x", Title: "山中"}, body) }

// rewritten applies a rule to the text of each block.
func rewritten(body []Block, rule func(string) string) []Block {
	var out []Block
	for _, b := range body {
		switch b := b.(type) {
		case Heading:
			text := rule(b.Text())
			out = append(out, Heading{Prose: Plain(text), Level: b.Level, Number: len(text) - len(rule(b.Text()[b.Number:]))})
		case Paragraph:
			out = append(out, Paragraph{Prose: Plain(rule(b.Text()))})
		}
	}
	return out
}

// wordsAt returns the first words at a place, as they are matched: marks and blanks
// may be others.
func wordsAt(a *Article, p Pos) string {
	text := a.Body[p.Block].Text()
	return head(fold.New(strings.TrimLeft(text[min(p.Byte, len(text)):], "，, ")).String(), 3)
}

// A place in one version of a text is found in another by its words, whatever was
// inserted before it, and however the words are spelled now.
func TestAnchorsFindTheirPlace(t *testing.T) {
	inserted := func(at int, what ...Block) func([]Block) []Block {
		return func(body []Block) []Block { return slices.Insert(slices.Clone(body), at%len(body), what...) }
	}
	var twenty []Block
	for i := range 20 {
		twenty = append(twenty, Paragraph{Prose: Plain(fmt.Sprintf("新来的第%d段话，说的是别的事情。", i))})
	}
	for name, change := range map[string]func([]Block) []Block{
		"nothing":             func(b []Block) []Block { return b },
		"twenty before":       inserted(0, twenty...),
		"twenty in a section": inserted(2, twenty...),
		"a chapter before":    inserted(0, Heading{Prose: Plain("第零章 序"), Level: 1, Number: len("第零章 ")}, twenty[0]),
		"other marks": func(b []Block) []Block {
			return rewritten(b, strings.NewReplacer("“", "\"", "”", "\"", "，", ",").Replace)
		},
		"other characters": func(b []Block) []Block {
			return rewritten(b, strings.NewReplacer("来", "來", "东", "東", "说", "說", "见", "見").Replace)
		},
		"blanks": func(b []Block) []Block {
			return rewritten(b, func(s string) string { return strings.ReplaceAll(s, "，", "， ") })
		},
		"no headings": func(b []Block) []Block {
			return slices.DeleteFunc(slices.Clone(b), func(b Block) bool { _, h := b.(Heading); return h })
		},
		"the end is gone":    func(b []Block) []Block { return b[:len(b)*9/10] },
		"paragraphs are two": func(b []Block) []Block { return halved(b) },
		"other numbers": func(b []Block) []Block {
			return rewritten(b, strings.NewReplacer("第1", "第三", "第2", "第四").Replace)
		},
	} {
		t.Run(name, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(7, 7))
			lost := 0
			const tries = 300
			for range tries {
				body := chapters(rnd.Uint64(), 12)
				old, now := article(body), article(change(body))
				block := rnd.IntN(len(body) * 8 / 10)
				p, ok := body[block].(Paragraph)
				if !ok || len(p.Text()) < 3*aroundPlace { // what is short may stand anywhere
					continue
				}
				runes := []rune(p.Text())
				from := Pos{block, len(string(runes[:rnd.IntN(len(runes)/8+1)*4]))}
				x := old.Anchor(from)
				to, found := now.Locate(x)
				if to = now.Clamp(to); !found || !strings.HasPrefix(wordsAt(now, to), wordsAt(old, from)) {
					lost++
					t.Logf("%v %q becomes %v %q", from, wordsAt(old, from), to, wordsAt(now, to))
				}
			}
			if lost > tries/50 {
				t.Errorf("%d of %d are lost", lost, tries)
			}
		})
	}
}

// halved parts each long paragraph at a comma.
func halved(body []Block) []Block {
	var out []Block
	for _, b := range body {
		text := b.Text()
		i := strings.Index(text[len(text)/2:], "，")
		if _, heading := b.(Heading); heading || i < 0 {
			out = append(out, b)
			continue
		}
		i += len(text)/2 + len("，")
		out = append(out, Paragraph{Prose: Plain(text[:i])}, Paragraph{Prose: Plain(text[i:])})
	}
	return out
}

// Where nothing has changed every place is found again, to the byte, also in what is
// said many times over.
func TestAnchorsAreExact(t *testing.T) {
	for seed := range uint64(20) {
		a := article(chapters(seed, 8))
		for block, b := range a.Body {
			for i := range b.Text() + " " {
				p := Pos{block, i}
				if got, ok := a.Locate(a.Anchor(p)); got != p || !ok {
					t.Fatalf("seed %d: %v becomes %v, %v", seed, p, got, ok)
				}
			}
		}
	}
	picture := article([]Block{Paragraph{Prose: Plain("前面的话")}, Paragraph{Prose: NewProse("图", []Span{{To: len("图"), Voice: Picture, Target: "x.png"}})}})
	for i := range Places(picture.Body[1]) + 1 {
		if p := (Pos{1, i}); picture.Clamp(p) == p {
			if got, ok := picture.Locate(picture.Anchor(p)); got != p || !ok {
				t.Errorf("%v of a picture becomes %v", p, got)
			}
		}
	}
}

// An anchor of another text leads somewhere into this one, and says that it is not
// what was meant.
func TestAnchorsOfAnotherText(t *testing.T) {
	a, other := article(chapters(1, 8)), article([]Block{Paragraph{Prose: Plain("完全不同的另外一篇文章，没有一句话相同。")}})
	for _, x := range []Anchor{other.Anchor(Pos{0, 9}), {}, {Nth: -5, Offset: -9, Byte: -1, Share: 7}, {Section: "没有\n这样的", Offset: 1 << 40, Byte: 1 << 40}} {
		if p, ok := a.Locate(x); ok || a.Clamp(p) != p {
			t.Errorf("%+v is at %v, %v", x, p, ok)
		}
	}
}

// The text of an article has a print of its own, which does not hang on what else is
// known of it; a part of a text has none.
func TestPrintsTellTexts(t *testing.T) {
	seen := map[uint64]uint64{}
	for seed := range uint64(300) {
		a := article(chapters(seed, 3))
		b := NewArticle(Entry{ID: "other", Title: "别的", Path: "/x"}, chapters(seed, 3))
		if other, twice := seen[a.Print]; twice || a.Print == 0 || a.Print != b.Print {
			t.Errorf("%x of %d is also that of %d; again %x", a.Print, seed, other, b.Print)
		}
		seen[a.Print] = seed
	}
	if a := NewArticle(Entry{ID: "x", Partial: true}, chapters(1, 3)); a.Print != 0 {
		t.Errorf("a part has %x", a.Print)
	}
}

// What is looked through is bounded, however long the text is.
func BenchmarkLocate(b *testing.B) {
	for _, n := range []int{1000, 20000} {
		a := article(chapters(1, n))
		x := a.Anchor(Pos{len(a.Body) / 2, 30})
		b.Run(fmt.Sprint("there/", n), func(b *testing.B) {
			for b.Loop() {
				a.Locate(x)
			}
		})
		x.Sum, x.Before, x.After = 1, "", "这几个字哪里也没有出现过"
		b.Run(fmt.Sprint("gone/", n), func(b *testing.B) {
			for b.Loop() {
				a.Locate(x)
			}
		})
	}
}

// How many sections of a path come before one is what each of them by itself says, and
// a path leads back to its section; neither looks at a section more than once.
func TestPathsOfSections(t *testing.T) {
	rnd := rand.New(rand.NewPCG(5, 7))
	for range 300 {
		var o Outline
		for range 1 + rnd.IntN(40) {
			o = append(o, Section{Level: 1 + rnd.IntN(4), Number: []string{"", "一、"}[rnd.IntN(2)], Title: []string{"", "山", "水\n路"}[rnd.IntN(3)]})
		}
		for i := range o {
			path, nth := o.Path(i)
			want := 0
			for k := range i {
				if o.over(k) == o.over(i) {
					want++
				}
			}
			if path != o.over(i) || nth != want {
				t.Fatalf("%v: section %d is %q, %d, want %q, %d", o, i, path, nth, o.over(i), want)
			}
			if found := o.Find(path, nth); found != i {
				t.Fatalf("%v: section %d is found as %d", o, i, found)
			}
		}
	}
	made := func(n int) float64 {
		o := make(Outline, n)
		for i := range o {
			o[i] = Section{Level: 1, Title: "山"}
		}
		return testing.AllocsPerRun(1, func() { o.Find(o.Path(n - 1)) })
	}
	if one, two := made(1000), made(2000); two > one {
		t.Errorf("%v objects for 1000 sections, %v for 2000", one, two)
	}
}

// The anchor of a place in a long block is made of its start, and found again.
func TestAnchorInALongBlock(t *testing.T) {
	long := Paragraph{Prose: Plain(strings.Repeat("水从山里来，", 40_000))}
	a := article([]Block{Paragraph{Prose: Plain("头。")}, long, Paragraph{Prose: Plain("尾。")}})
	p := Pos{1, 18 * 30_000}
	x := a.Anchor(p)
	if got, sure := article(append([]Block{Paragraph{Prose: Plain("新。")}}, a.Body...)).Locate(x); !sure || got != (Pos{2, p.Byte}) {
		t.Errorf("found at %v, sure %v", got, sure)
	}
	longer := article([]Block{Paragraph{Prose: Plain(long.Text() + long.Text())}})
	was := article([]Block{long})
	made := func(a *Article) float64 { return testing.AllocsPerRun(1, func() { a.Anchor(Pos{0, 300}) }) }
	if one, two := made(was), made(longer); two > one {
		t.Errorf("%v objects for a block, %v for one of twice its size", one, two)
	}
}
