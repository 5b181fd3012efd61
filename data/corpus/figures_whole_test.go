package corpus

import (
	"regexp"
	"strings"
	"testing"
)

var (
	// quotedRe is what stands between quotation marks or in a title's brackets.
	quotedRe = regexp.MustCompile(`“([^“”]+)”|《([^《》]+)》`)
	clauseRe = regexp.MustCompile(`[,，。;；:：!！?？\n|]`)
)

// cutEnds is how many letters at each end of a term identify it.
const cutEnds = 3

// cutNames returns the names that an article quotes and the source does not
// have letter by letter: a name in quotation marks is not cut and not mended.
func cutNames(text, source string) []string {
	src := letters(plain(source))
	var cut []string
	for _, m := range quotedRe.FindAllStringSubmatch(text, -1) {
		if name := m[1] + m[2]; !strings.Contains(src, letters(plain(name))) {
			cut = append(cut, name)
		}
	}
	return cut
}

// cutTerms returns the terms of the source that a clause of the article begins
// and ends without saying them whole, or says back to front: those of which
// more than three fifths of the characters are there.
func cutTerms(text, source string, terms []string) []string {
	src := letters(plain(source))
	var whole []string
	for _, term := range terms {
		// In a list the items may stand in another order.
		if t := letters(plain(term)); !strings.Contains(term, "、") && len([]rune(t)) >= 3*cutEnds && strings.Contains(src, t) {
			whole = append(whole, t)
		}
	}
	var cut []string
	for _, clause := range clauseRe.Split(plain(text), -1) {
		clause = letters(clause)
		for _, term := range whole {
			t := []rune(term)
			if strings.Contains(clause, term) || 5*charactersIn(clause, t) <= 3*len(t) {
				continue
			}
			if cutShort(clause, string(t[:cutEnds]), string(t[len(t)-cutEnds:]), src) {
				cut = append(cut, term+": "+clause)
			}
		}
	}
	return cut
}

// cutShort reports whether both ends of a term stand in a clause, and not as
// the source has them elsewhere: 双洎河湿地公园 beside 双洎河国家级湿地公园.
func cutShort(clause, head, tail, src string) bool {
	from := strings.Index(clause, head)
	if from < 0 {
		return false
	}
	n := strings.Index(clause[from:], tail)
	if n < 0 {
		return strings.Contains(clause, tail)
	}
	return !strings.Contains(src, clause[from:from+n+len(tail)])
}

// charactersIn counts the characters of term that stand in clause.
func charactersIn(clause string, term []rune) int {
	n := 0
	for _, r := range term {
		if strings.ContainsRune(clause, r) {
			n++
		}
	}
	return n
}

func TestFiguresNamesAreWhole(t *testing.T) {
	terms := readTermLines(t)
	excused := readExcused(t)
	eachRetold(t, func(t *testing.T, a figuresArticle, o original) {
		for _, name := range cutNames(a.body, o.title+"\n"+o.body) {
			if !excused[a.file][name] {
				t.Errorf("%s: the original has no %q: quote it whole", a.file, name)
			}
		}
		for _, cut := range cutTerms(a.body, o.body, terms) {
			t.Errorf("%s: a term is cut or turned about: %s", a.file, cut)
		}
	})
}

func TestFiguresCatchesACutTerm(t *testing.T) {
	source := "建成河边村民俗文化博览交流中心,推进“五桥一路”建设,发布《桥梁年鉴(2019)》。"
	terms := []string{"河边村民俗文化博览交流中心"}
	for text, want := range map[string]int{
		"河边村民俗文化博览交流中心建成":   0,
		"河边村的文化交流中心建成":      1,
		"民俗文化交流中心在河边村":      1,
		"“五桥一路”要推进":         0,
		"“五桥”要推进":           0,
		"“六桥一路”要推进":         1,
		"2019年的《桥梁年鉴》":      0,
		"《桥梁年鉴（2019）》":      0,
		"《桥梁志（2019）》说，河边村好": 1,
	} {
		if got := append(cutNames(text, source), cutTerms(text, source, terms)...); len(got) != want {
			t.Errorf("%s: %q, want %d", text, got, want)
		}
	}
}
