// Package script writes Chinese in its other script: simplified text as
// traditional and the other way round, by phrases, as 头发 is 頭髮 and 发展 is
// 發展. The phrases are those of OpenCC; what it gets wrong stands in a small
// list of ours. It knows texts and offsets into them, no paragraphs and no
// screen.
package script

import (
	_ "embed"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/liuzl/da"
	"github.com/longbridgeapp/opencc"
)

//go:embed phrases.tsv
var phrases string

// A Form is a way to write Chinese.
type Form uint8

// The forms. AsWritten is the zero value.
const (
	AsWritten  Form = iota
	Simplified      // as on the mainland
	Taiwan          // traditional, as the standard of Taiwan has it
	HongKong        // traditional, as in Hong Kong
)

// A Converter writes text in a form. A nil Converter leaves it as it is. It may be
// used by several goroutines at once.
type Converter struct {
	steps [][]dictionary // each is applied to what the one before gives
}

// A dictionary yields the phrases that a text begins with and what they become.
type dictionary interface {
	PrefixMatch(text string) (map[string][]string, error)
}

// Load makes the converter to a form. It takes some ten milliseconds and some
// megabytes, so it is called when the form is first asked for, and outside the
// goroutine of the ui.
func Load(to Form) (*Converter, error) {
	name := map[Form]string{Simplified: "tw2s", Taiwan: "s2tw", HongKong: "s2hk"}[to]
	if name == "" {
		return nil, nil
	}
	cc, err := opencc.New(name)
	if err != nil {
		return nil, fmt.Errorf("loading the phrases of %s: %w", name, err)
	}
	c := new(Converter)
	own, err := da.Build(strings.NewReader(ours(to)))
	if err != nil {
		return nil, fmt.Errorf("loading our phrases: %w", err)
	}
	for i, group := range cc.DictChains {
		var step []dictionary
		if i == 0 {
			step = append(step, own)
		}
		for _, d := range group.Dicts {
			step = append(step, d)
		}
		c.steps = append(c.steps, step)
	}
	return c, nil
}

// ours returns our phrases to a form, as OpenCC writes dictionaries: a phrase, a
// tab, what it becomes. The names of persons stay as they are after 姓 and before
// what one is called: 范先生, 于姓.
func ours(to Form) string {
	var b strings.Builder
	for row := range strings.Lines(phrases) {
		f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
		switch {
		case len(f) == 2 && f[0] == "surnames":
			if to != Simplified {
				addSurnames(&b, f[1])
			}
		case len(f) == 3 && (f[0] == "simplified") == (to == Simplified):
			b.WriteString(f[1] + "\t" + f[2] + "\n")
		}
	}
	return b.String()
}

func addSurnames(b *strings.Builder, names string) {
	for _, name := range names {
		for _, title := range []string{"先生", "女士", "小姐", "老师", "医生", "教授", "总", "某", "姓"} {
			fmt.Fprintf(b, "%c%s\t%c%s\n", name, title, name, traditionalTitle(title))
		}
		fmt.Fprintf(b, "姓%c\t姓%c\n", name, name)
	}
}

func traditionalTitle(title string) string {
	return strings.NewReplacer("师", "師", "医", "醫", "总", "總").Replace(title)
}

// longest is how many bytes of a text are looked at for a phrase: the longest in
// OpenCC has less than that.
const longest = 48

// Changes calls change for each stretch of text that is written otherwise, in
// order: its bytes [from, to) and the text that replaces them. The bytes of text
// need not be UTF-8; invalid ones stay.
func (c *Converter) Changes(text string, change func(from, to int, out string)) {
	if c == nil || !hasHan(text) {
		return
	}
	all := letters(text)
	for _, step := range c.steps {
		all = apply(step, all)
	}
	for i := 0; i < len(all); {
		l := all[i]
		var out strings.Builder
		for ; i < len(all) && all[i].from < l.to; i++ {
			out.WriteString(all[i].text)
			l.to = max(l.to, all[i].to)
		}
		if out.String() != text[l.from:l.to] {
			change(l.from, l.to, out.String())
		}
	}
}

// Convert returns text in the converter's form.
func (c *Converter) Convert(text string) string {
	var b strings.Builder
	done := 0
	c.Changes(text, func(from, to int, out string) {
		b.WriteString(text[done:from])
		b.WriteString(out)
		done = to
	})
	if done == 0 {
		return text
	}
	return b.String() + text[done:]
}

// A letter is one character on its way, and the bytes of the text that it stands
// for. Those that stand for the same bytes lie by each other.
type letter struct {
	text     string
	from, to int
}

func letters(text string) []letter {
	out := make([]letter, 0, len(text)/3+1)
	for i := 0; i < len(text); {
		_, n := utf8.DecodeRuneInString(text[i:])
		out = append(out, letter{text[i : i+n], i, i + n})
		i += n
	}
	return out
}

// apply writes the longest phrases of the first dictionary that has any, from the
// start of the text on.
func apply(step []dictionary, in []letter) []letter {
	var b strings.Builder
	for _, l := range in {
		b.WriteString(l.text)
	}
	text, at := b.String(), 0
	out := make([]letter, 0, len(in))
	for i := 0; i < len(in); {
		phrase, becomes := "", ""
		if isHan(in[i].text) {
			phrase, becomes = match(step, text[at:min(len(text), at+longest)])
		}
		n := utf8.RuneCountInString(phrase)
		if n == 0 || i+n > len(in) {
			out = append(out, in[i])
			at += len(in[i].text)
			i++
			continue
		}
		out = replace(out, in[i:i+n], becomes)
		at += len(phrase)
		i += n
	}
	return out
}

func match(step []dictionary, text string) (phrase, becomes string) {
	for _, d := range step {
		found, err := d.PrefixMatch(text)
		if err != nil {
			continue
		}
		for k, v := range found {
			if len(k) > len(phrase) && len(v) > 0 {
				phrase, becomes = k, v[0]
			}
		}
		if phrase != "" {
			return phrase, becomes
		}
	}
	return "", ""
}

// replace adds what a phrase becomes: character for character where it has as
// many, else all of it for all of the phrase.
func replace(out, phrase []letter, becomes string) []letter {
	if utf8.RuneCountInString(becomes) == len(phrase) {
		k := 0
		for _, r := range becomes {
			out = append(out, letter{string(r), phrase[k].from, phrase[k].to})
			k++
		}
		return out
	}
	from, to := phrase[0].from, phrase[len(phrase)-1].to
	for _, r := range becomes {
		out = append(out, letter{string(r), from, to})
	}
	return out
}

func hasHan(text string) bool {
	for i := 0; i < len(text); i++ {
		if text[i] >= 0xe3 {
			return true
		}
	}
	return false
}

// isHan reports whether a character has three bytes or more, as Han have.
func isHan(s string) bool { return len(s) > 2 && s[0] >= 0xe3 }
