package linebreak

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/go-text/typesetting/segmenter"

	"juan/ui/cell"
)

// The places of plain UAX #14, with which we agree except for the reasons that
// reason knows.
func TestAgainstUAX14(t *testing.T) {
	counts := map[string]int{}
	agreed := 0
	for _, text := range strings.FieldsFunc(prose(t)+"\n"+sentences, func(r rune) bool { return r == '\n' || r == '\r' }) {
		text = cell.Visible(text)
		uax := oracle(text)
		s := newScanner(text, cell.Policy{}, Options{})
		for s.i < len(text) {
			spaced, url := s.spaced, s.i < s.url
			c := s.next()
			if c.class == space || c.grade == never {
				continue
			}
			if ours, theirs := c.grade == allowed, uax[c.from]; ours == theirs {
				agreed++
			} else if why := reason(text, c.from, ours, spaced, url || c.from < s.url); why == "" {
				t.Errorf("before byte %d of %q: we allow it: %v, UAX #14: %v", c.from, around(text, c.from), ours, theirs)
			} else {
				counts[why]++
			}
		}
	}
	t.Logf("%d places agree", agreed)
	for why, n := range counts {
		t.Logf("%6d differ: %s", n, why)
	}
}

// compound reports whether i is inside 微克/立方米.
func compound(text string, i int) bool {
	from, to := max(0, i-9), min(len(text), i+9)
	return strings.Contains(text[from:to], "微克/") || strings.Contains(text[from:to], "/立方")
}

func oracle(text string) map[int]bool {
	var seg segmenter.Segmenter
	seg.Init([]rune(text))
	breaks, at := map[int]bool{}, 0
	for it := seg.LineIterator(); it.Next(); {
		at += len(string(it.Line().Text))
		breaks[at] = true
	}
	return breaks
}

// reason says why a place is judged otherwise than by UAX #14, or "".
func reason(text string, i int, ours, spaced, url bool) string {
	a, _ := utf8.DecodeLastRuneInString(text[:i])
	b, _ := utf8.DecodeRuneInString(text[i:])
	before, after := classOf(a), classOf(b)
	switch {
	case url:
		return "a URL ends after / ? & = . - and only there"
	case ours && strings.ContainsRune("“‘”’\"", a), ours && strings.ContainsRune("“‘”’\"", b):
		return "quotation marks have a direction (LB19)"
	case ours && (after == pair || before == pair):
		return "—— and …… may begin a line (LB22)"
	case ours && before == comma && after == alpha:
		return "a list of words without spaces may end after its comma (LB29)"
	case ours && before == comma && after == digit:
		return "an ASCII comma that is not between digits ends a clause (LB25)"
	case ours && (before == pause || before == closer) && after == money:
		return "a closing mark belongs to no price (LB25)"
	case ours && before == plus && after == han:
		return "互联网+政务 is no price (LB25)"
	case ours && before == hyphen, ours && before == closer && strings.ContainsRune("–—", a):
		return "a dash or hyphen between Han is followed by an end (LB21)"
	case ours && before == colon, ours && before == square:
		return "a mark that closes Han lets a line end before a word (LB29, LB30)"
	case ours && before == digit && after == pair, ours && before == slash:
		return "a compound unit ends after its slash (LB13)"
	case !ours && (noStart(after) || after == plus):
		return "marks that begin no line, after spaces too (CLREQ)"
	case !ours && (a == '—' || b == '—'):
		return "a single dash joins: it begins no line and parts no numbers"
	case !ours && before == circle:
		return "the number of an item stays with what it counts"
	case !ours && compound(text, i):
		return "a compound unit ends after its slash only"
	case !ours && spaced:
		return "marks that end no line, before spaces too (CLREQ)"
	case !ours && (noEnd(before)):
		return "marks that end no line (CLREQ)"
	case !ours && before == hyphen:
		return "a hyphen between short parts or of an option binds"
	case !ours && after == circle:
		return "footnote marks stay with the text"
	case !ours && after == round:
		return "a footnote mark in brackets stays with the text"
	case !ours && before == digit && after == han:
		return "a number keeps its 年 月 日 and its compound unit"
	case !ours && (a >= 0xFF10 || b >= 0xFF10):
		return "full-width letters and digits make words and numbers"
	}
	return ""
}

func around(text string, i int) string {
	return lastRunes(text[:i]) + "|" + firstRunes(text[i:])
}

func lastRunes(s string) string {
	r := []rune(s)
	return string(r[max(0, len(r)-6):])
}

func firstRunes(s string) string {
	r := []rune(s)
	return string(r[:min(6, len(r))])
}

// sentences hold what is hard to break.
const sentences = `去年全县“两个中心”“三条走廊”同时开工，投资3449.2亿元、增长2.7%；PM2.5（细颗粒物）降到87微克/立方米。
2016—2020年，从12:30到13:05共有1,000人来访，比分5.3:52.7:42，体系叫“1+6+N”。
他问：“真的吗？！”——“真的……”她说。参见 https://example.org/a/b?x=1&y=2-3 和 www.example.com/。
说法一[1]与说法二²不同①；其一：①甲②乙。气温在−3℃到+5℃之间，约￥300、$12.50或№5。
用 Go、Rust 和 C++ 写的 state-of-the-art 程序 f(x) 与 std::vector，也叫“e-mail”；don’t 和 it's 是词。
所有权 (ownership) 是 Rust 的核心,Go,Rust,C++都行,函数(function)也行。互联网+政务服务，和/或，TCP/IP，北京—上海。
きょうは「はい」と言った。ニュースの人々が、カーテンをあけて、ちょっと笑った〜。
ＧＤＰ在２０２０年增长，《〈书名〉》（一）【注】全角！半角? 波浪～号、间隔·号、省略…号。
In autumn the leaves — red (or “brown”) — fall; 1,234.5 of them, i.e. 50% of all, cost $3.50 each.`
