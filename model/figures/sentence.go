package figures

import (
	"sort"
	"strings"

	"juan/model/char"
	"juan/model/clause"
)

// A sentence is the sentence that is read.
type sentence struct {
	text    string
	rest    string // what follows it in its block
	starts  []int  // of its clauses; the first is 0
	amounts []amount
	moments []moment
	cues    cues
	said    []said
}

// A said figure is one of the sentence, with what a later one may carry on.
type said struct {
	Figure
	from, end int // bytes of the sentence
}

// sentence reads one sentence, which begins at byte at of its block; rest is what
// follows it there.
func (r *reader) sentence(text, rest string, at int) {
	s := &sentence{text: text, rest: rest}
	s.starts = clauses(text)
	if s.find(); len(s.amounts) == 0 {
		return
	}
	s.moments, s.cues = moments(text, r.years()), cuesIn(text)
	for k := 0; k < len(s.amounts); {
		n := s.row(k)
		dealt := s.deal(k, n)
		for j := range n {
			f := r.figure(s, k+j)
			if n > 1 {
				s.share(&f, dealt, k, j)
			}
			s.said = append(s.said, f)
		}
		k += n
	}
	for _, f := range s.said {
		r.add(f.Figure, at+f.from)
	}
}

// figure reads amount k of a sentence.
func (r *reader) figure(s *sentence, k int) said {
	a := s.amounts[k]
	f := said{Figure{Value: s.text[a.from:a.to], Unit: a.unit, Qual: a.qual}, a.from, a.end}
	left := s.left(k)
	p := strip(left)
	f.Kind = kindOf(a, p, strings.Contains(s.text[s.clause(a.begin):a.begin], "新增"))
	ranked := ranks(s.text, a)
	if ranked {
		f.Kind = Rank
		before, word, _ := place(strings.TrimSuffix(left, "第"))
		if word == "排名" && strings.HasSuffix(before, "综合") {
			before += word
		}
		p = strip(before)
	}
	in := indication{s, k, a, p, s.right(k), ranked}
	f.Text = s.text[a.begin:a.end]
	if f.Kind == Change && p.turn != "" {
		f.Text = p.turn + f.Text
		if p.less {
			f.Qual = join(p.turn, f.Qual)
		}
	}
	f.Of, f.Certain = in.indicator()
	f.Certain = f.Certain && !a.han && f.Of != ""
	f.Period = lastMoment(s.moments, a.begin)
	f.Status = r.statusOf(s, a.begin, f.Period)
	if f.Period == "" {
		f.Period = r.usual(f.Status)
	}
	if p.from && k+1 < len(s.amounts) && s.moves(k) {
		f.Status = Base
	}
	return f
}

// moves reports whether the next amount is what amount k became: 由0.44%下降至0.26%, 从全国第
// 12位跃升至第5位.
func (s *sentence) moves(k int) bool {
	gap := strings.TrimLeft(s.text[s.amounts[k].end:s.amounts[k+1].begin], "的，, 逐步大幅")
	return char.HasAnyPrefix(gap, "至", "到", "为", "下", "提", "增", "降", "上", "扩", "压", "缩", "减", "升", "调", "跃", "拓")
}

// clauses returns where the clauses of a sentence begin.
func clauses(s string) []int {
	starts := []int{0}
	for from := range clause.All(s, clause.Clause) {
		if from > 0 {
			starts = append(starts, from)
		}
	}
	return starts
}

func endsClause(r rune) bool {
	switch r {
	case ',', '，', ';', '；', ':', '：', '。', '!', '！', '?', '？', '\n':
		return true
	}
	return false
}

// window is how many bytes before an amount are looked at, at most.
const window = 240

// clause returns where the clause of byte i begins, or a window before i.
func (s *sentence) clause(i int) int {
	k := sort.SearchInts(s.starts, i+1) - 1
	return max(s.starts[k], s.back(i))
}

// back returns the byte a window before byte i, at the start of a character.
func (s *sentence) back(i int) int {
	i = max(0, i-window)
	for i > 0 && s.text[i]&0xc0 == 0x80 {
		i++
	}
	return i
}

// left returns what stands before amount k, after the one before it.
func (s *sentence) left(k int) string {
	a := s.amounts[k]
	from := s.back(a.begin)
	if k > 0 {
		from = max(from, s.amounts[k-1].end)
	}
	return s.text[from:a.begin]
}

// right returns what follows amount k, before the next one.
func (s *sentence) right(k int) string {
	from, to := s.amounts[k].end, len(s.text)
	if k+1 < len(s.amounts) {
		to = s.amounts[k+1].begin
	}
	return s.text[from : from+char.Cut(s.text[from:to], window/len("字"))]
}

// find finds the amounts of a sentence that are figures.
func (s *sentence) find() {
	for i := 0; i < len(s.text); {
		a, next, ok := scan(s.text, i)
		i = max(next, i+1)
		if !ok || named(s.text, a) || s.sizes(a) || !s.states(a) {
			continue
		}
		s.amounts = append(s.amounts, a)
		i = max(i, a.end)
	}
	for k := len(s.amounts) - 2; k >= 0; k-- { // 1.5个和1.6个百分点
		a, b := &s.amounts[k], s.amounts[k+1]
		if a.unit == "个" && b.unit == "个百分点" && strings.Trim(s.text[a.end:b.begin], "、和及与") == "" {
			a.unit = b.unit
		}
	}
}

// kindOf returns the kind of figure that an amount is, by its unit and its predicate; fresh says that its
// clause has 新增.
func kindOf(a amount, p predicate, fresh bool) Kind {
	switch {
	case strings.HasSuffix(a.unit, "位次"), strings.HasSuffix(a.unit, "基点"), strings.HasSuffix(a.unit, "百分点"), a.unit == "番":
		return Change
	case p.change && !p.level && !(isPiece(a.unit) && !fresh && p.bare):
		return Change
	case a.percent():
		return Share
	case p.more, fresh && !p.level:
		return Change
	case isPiece(a.unit), a.unit != "" && isPower(a.unit):
		return Count
	}
	return Level
}
