package model

import (
	"slices"
	"strings"
	"unicode/utf8"

	"juan/model/char"
	"juan/model/numeral"
)

// A Reference is a stretch of a block's text, in bytes, that names a section of
// the same article.
type Reference struct {
	From, To int
	Section  int // index into the outline
}

// References returns where the bytes [from, to) of a block name sections of the
// article: 第十二条, 第三章第二节, 见3.2, 附件2. A section of another text is none:
// 《公司法》第十二条, 民法典第五条. Of several sections with the same number it is the
// one in the chapter that is named before it, else in the one where the block stands.
func (a *Article) References(block, from, to int) []Reference {
	if len(a.Outline) == 0 {
		return nil
	}
	f := referring{o: a.Outline, holding: a.Outline.holding(a.Outline.At(Pos{Block: block})), text: a.Body[block].Text()}
	var out []Reference
	for i := charAt(f.text, from-longestChapter); i < min(to, len(f.text)); {
		r, ok := f.reference(i)
		if !ok {
			_, n := utf8.DecodeRuneInString(f.text[i:])
			i += n
			continue
		}
		if s := a.Outline[r.Section].Start; r.From >= from && (s.Block != block || r.From > s.Byte) {
			out = append(out, r)
		}
		f.last, i = r, r.To
	}
	return out
}

// longestChapter is how many bytes before a section its chapter is looked for, which a
// line may have ended with: 第十二章 / 第三节.
const longestChapter = 60

// A referring looks for references in a text.
type referring struct {
	o       Outline
	holding []int // the sections that hold the text
	text    string
	last    Reference
}

// reference returns the reference that begins at byte i.
func (f *referring) reference(i int) (Reference, bool) {
	rest := f.text[i:]
	switch {
	case strings.HasPrefix(rest, "第"):
		return f.counted(i)
	case strings.HasPrefix(rest, "附"):
		return f.annex(i)
	case strings.HasPrefix(rest, "见"):
		to := i + len("见")
		for strings.HasPrefix(f.text[to:], " ") {
			to++
		}
		return f.decimal(to)
	}
	return Reference{}, false
}

// units are what sections are counted by.
const units = "章 节 条 编 篇 卷 回 讲 部分"

// counted reads 第十二条, 第三部分, 第3.2节.
func (f *referring) counted(i int) (Reference, bool) {
	if foreign(f.text[:i]) && (f.last.To != i || i == 0) {
		return Reference{}, false
	}
	value, rest, ok := numeral.Cut(f.text[i:])
	if !ok {
		return Reference{}, false
	}
	if strings.HasPrefix(rest, ".") {
		return f.decimal(i + len("第"))
	}
	for unit := range strings.FieldsSeq(units) {
		if !strings.HasPrefix(rest, unit) {
			continue
		}
		to := len(f.text) - len(rest) + len(unit)
		k := f.choose(i, func(s Section) bool { return isCounted(s.Number, value, unit) })
		return Reference{i, to, k}, k >= 0
	}
	return Reference{}, false
}

// isCounted reports whether number is that of a section: 第三章 counts 3 by 章; 三、 is
// the third 部分 as well.
func isCounted(number string, value uint64, unit string) bool {
	v, rest, ok := numeral.Cut(number)
	if !ok || v != value {
		return false
	}
	if strings.HasPrefix(number, "第") {
		return strings.HasPrefix(rest, unit) && !strings.HasPrefix(rest[len(unit):], "之")
	}
	return unit == "部分" && strings.HasPrefix(rest, "、")
}

// foreign reports whether the words before a reference name another text.
func foreign(before string) bool {
	before = strings.TrimRight(before, " ")
	if strings.HasSuffix(before, "》") || strings.HasSuffix(before, "》的") {
		return true
	}
	for kind := range strings.FieldsSeq("办法 法典 法 条例 规定 细则 解释 规则 章程 合同") { // 办法 ends with 法
		if name, ok := strings.CutSuffix(before, kind); ok {
			return !strings.HasSuffix(name, "本")
		}
	}
	return false
}

// decimal reads 3.2 at byte i, with its unit after it.
func (f *referring) decimal(i int) (Reference, bool) {
	to := i
	for to < len(f.text) && (char.IsDigit(rune(f.text[to])) || f.text[to] == '.' && to > i) {
		to++
	}
	number := strings.TrimRight(f.text[i:to], ".")
	if !strings.Contains(number, ".") {
		return Reference{}, false
	}
	k := f.choose(i, func(s Section) bool { return strings.TrimRight(s.Number, ". \u3000") == number })
	return Reference{i, i + len(number), k}, k >= 0
}

// annex reads 附件2, 附录A, 附表一.
func (f *referring) annex(i int) (Reference, bool) {
	for name := range strings.FieldsSeq("附件 附录 附表 附图") {
		rest, ok := strings.CutPrefix(f.text[i:], name)
		if !ok {
			continue
		}
		n := 0
		for n < len(rest) {
			r, size := utf8.DecodeRuneInString(rest[n:])
			if !char.IsDigit(r) && !char.IsLatin(r) && !numeral.IsHan(r) {
				break
			}
			n += size
		}
		if n == 0 {
			return Reference{}, false
		}
		named := f.text[i : i+len(name)+n]
		k := f.choose(i, func(s Section) bool {
			behind, ok := strings.CutPrefix(s.Text(), named)
			r := char.First(behind)
			return ok && !char.IsDigit(r) && !char.IsLatin(r) && !numeral.IsHan(r)
		})
		return Reference{i, i + len(named), k}, k >= 0
	}
	return Reference{}, false
}

// choose returns the section that is meant at byte i of those that fit, the first of
// those that share the most of the sections that hold the text; -1 where none fits. It
// goes through the outline once.
func (f *referring) choose(i int, fits func(Section) bool) int {
	from, to := 0, len(f.o)
	if f.last.To == i && i > 0 { // 第三章第二节
		from, to = f.last.Section+1, f.o.Next(f.last.Section)
	}
	best, near := -1, -1
	var around []int // the sections that hold section k, outermost first
	shared := 0      // how many of them hold the text too
	for k := range f.o[:to] {
		for n := len(around); n > 0 && f.o[around[n-1]].Level >= f.o[k].Level; n-- {
			around = around[:n-1]
		}
		shared = min(shared, len(around))
		if k >= from && shared > near && fits(f.o[k]) {
			best, near = k, shared
		}
		if around = append(around, k); shared == len(around)-1 && slices.Contains(f.holding, k) {
			shared++
		}
	}
	return best
}

// holding returns the sections that hold the place of a text, its own first.
func (o Outline) holding(section int) (all []int) {
	for ; section >= 0; section = o.Parent(section) {
		all = append(all, section)
	}
	return all
}
