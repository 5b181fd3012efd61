package figures

import (
	"strings"
	"unicode/utf8"
)

// row returns how many amounts from k on stand in one row that a 分别 deals out:
// 分别增长9.7%、15.3%; 1 where there is no row.
func (s *sentence) row(k int) int {
	if !strings.Contains(s.text[s.clause(s.amounts[k].begin):s.amounts[k].begin], "分别") {
		return 1
	}
	n := 1
	for k+n < len(s.amounts) && strings.Trim(s.text[s.amounts[k+n-1].end:s.amounts[k+n].begin], "、和及与第 ") == "" {
		n++
	}
	return n
}

// deal returns the indicators that 分别 deals out to the n amounts of a row, nil where
// they are not as many. Where it names none, it deals out to those of the row before:
// 分别达到1亿人次、4万吨,分别增长8%、7%.
func (s *sentence) deal(k, n int) []string {
	if n < 2 {
		return nil
	}
	clause := s.text[s.clause(s.amounts[k].begin):s.amounts[k].begin]
	what := strip(clause[:strings.LastIndex(clause, "分别")]).rest
	if rest := strings.Trim(what, "、, "); rest != "" && !is(generic, rest) {
		return parts(what, n)
	}
	if len(s.said) < n {
		return nil
	}
	var all []string
	for _, f := range s.said[len(s.said)-n:] {
		all = append(all, f.Of)
	}
	return all
}

// share gives figure j of the row that begins with amount k what 分别 deals out to it; where
// that is nothing, all of the row are of one indicator.
func (s *sentence) share(f *said, dealt []string, k, j int) {
	switch {
	case dealt != nil:
		f.Of, f.Certain = dealt[j], dealt[j] != ""
		if j > 0 && f.Kind != Rank && s.amounts[k+j].unit == s.amounts[k].unit {
			f.Kind = s.said[len(s.said)-1].Kind
		}
	case j > 0:
		first := s.said[len(s.said)-1]
		f.Of, f.Kind, f.Certain = first.Of, first.Kind, false
	}
}

// parts parts what names n indicators: at 、 or at 和, whichever gives as many. Where only the
// last one has the head that they share, 金融业、软件业增加值, the others have the whole.
func parts(s string, n int) []string {
	for _, marks := range [...]string{"、", "和", "与", "及", "、和", "、和及与"} {
		cut := strings.FieldsFunc(s, func(r rune) bool { return strings.ContainsRune(marks, r) })
		if len(cut) != n {
			continue
		}
		all := make([]string, n)
		for i, p := range cut {
			all[i] = conjoined(p)
			if p = strings.TrimSpace(p); utf8.RuneCountInString(all[i]) < 2 && utf8.RuneCountInString(p) < 16 {
				all[i] = p
			}
		}
		first, last := all[0], all[n-1]
		if first == "" || last == "" {
			continue
		}
		if stands(first) || !stands(last) {
			return all
		}
		of := strings.TrimSpace(s)
		if c := conjoined(of); strings.HasSuffix(c, last) && strings.Contains(c, first) {
			of = c
		}
		for i := range all {
			if !stands(all[i]) && utf8.RuneCountInString(of) <= longestPhrase {
				all[i] = of
			}
		}
		return all
	}
	return nil
}

// stands reports whether a phrase names an indicator by itself and is no mere part of a
// name that a row shares.
func stands(of string) bool {
	w, _ := suffix(complete, of)
	return w != "" && utf8.RuneCountInString(of) > 2
}
