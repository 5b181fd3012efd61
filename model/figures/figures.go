// Package figures finds the figures of an article: what a report says in
// numbers, each with the indicator that it belongs to, its unit, the time that it
// speaks of and whether it is done or expected. It reads prose, lists and tables;
// it knows no files and no other articles.
//
// No figures are section numbers, dates, names (5G, “1+6”), ordinals (第三次), the
// sizes of lists that stand beside them (甲、乙、丙等三个) and numbers that only
// say which things are meant (80岁以上老人, 500强).
package figures

import (
	"strings"

	"juan/model"
	"juan/model/char"
	"juan/model/clause"
	"juan/model/numeral"
)

// A Figure is one number that an article gives of something.
type Figure struct {
	Pos    model.Pos // of the value
	Offset int       // bytes into the UTF-8 source, at the value
	Value  string    // as it stands, without its unit: 3449.2, 1—2, 三分之一
	Unit   string    // what follows it, 万 and 亿 included: 亿元, 万户; "" for none
	Kind   Kind
	Of     string // the shortest noun phrase of the source that names the indicator, "" where none was found
	Normal string // the same in one form for all its names: 地区生产总值
	Status Status
	Period string // a year 2020, a quarter 2020-Q1, a month 2020-04, years 2016/2020; "" for unknown
	Qual   string // what bounds or rounds the value, or says that it is less: 左右, 以上, 突破, 下降; "" for none
	Text   string // value and unit as they stand, with what bounds them: 突破300万吨, 增长2.7%

	// Certain says that the indicator stands beside the number, or is carried on
	// within the sentence in a way that leaves no choice.
	Certain bool
}

// A Kind says what a figure states of its indicator.
type Kind uint8

// The kinds.
const (
	Level  Kind = iota // how much there is: 3449.2亿元
	Change             // how much more or less: 增长2.7%
	Rank               // which place among others: 居全省第2位
	Share              // which part of a whole: 占65%
	Count              // how many things: 80个
)

// String returns the kind in English, as JSON has it.
func (k Kind) String() string {
	return [...]string{"level", "change", "rank", "share", "count"}[k]
}

// A Status says whether what a figure is about has come true.
type Status uint8

// The statuses.
const (
	Done     Status = iota // it was so
	Expected               // it is to be so
	Base                   // it is what a change is counted from
)

// String returns the status in English, as JSON has it.
func (s Status) String() string { return [...]string{"done", "expected", "base"}[s] }

// Of returns the figures of an article in the order of its text. Code, verse and
// what programs wrote have none. Its cost is linear in the text.
func Of(a *model.Article) []Figure {
	r := reader{article: a, year: yearOf(a)}
	r.enter("")
	for i, b := range a.Body {
		r.block = i
		switch b := b.(type) {
		case model.Heading:
			r.heading(b.Text(), b.Level)
		case model.Paragraph:
			r.paragraph(b)
		case model.Table:
			r.table(b)
		}
	}
	return r.found
}

// A reader goes through an article, block by block.
type reader struct {
	article *model.Article
	year    int // of the report, 0 where it is unknown
	block   int
	at      setting // of the section
	level   int     // of the heading that set it
	found   []Figure
}

// paragraph reads running text. A heading that shares its paragraph with the text
// is read as one, and as text where its end is uncertain.
func (r *reader) paragraph(p model.Paragraph) {
	text, from := p.Text(), 0
	if l := p.Lead; l.End > 0 {
		r.heading(text[:l.End], l.Level)
		if from = l.Number; l.Certain {
			from = l.End
		}
	}
	r.prose(text, from)
}

// prose reads the sentences of a text from byte from on.
func (r *reader) prose(text string, from int) {
	for i, j := range clause.All(text[from:], clause.Sentence) {
		s := text[from+i : from+j]
		r.at.turn(s, r.year)
		if strings.IndexFunc(s, numbers) < 0 {
			continue
		}
		r.sentence(s, text[from+j:], from+i)
	}
}

// numbers reports whether a text with figures may have r in one of them.
func numbers(r rune) bool { return char.Digit(r) >= 0 || numeral.IsHan(r) }

// add keeps a figure whose value stands at a byte of the block that is read.
func (r *reader) add(f Figure, at int) {
	f.Pos = model.Pos{Block: r.block, Byte: at}
	f.Offset = r.article.Offset(f.Pos)
	f.Normal = Normal(f.Of)
	r.found = append(r.found, f)
}
