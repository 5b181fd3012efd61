package linebreak

import (
	"strings"
	"testing"

	"juan/ui/cell"
)

// The sets of marks by which a page is judged.
const (
	neverFirst = "，。、；：！？．｡､,.:;!?”’」』）】》〉〕〗〙〛〞〟］｝＞｠｣)]}·%％‰‱°℃℉′″・‧•/／～〜~-‐–—々〻¹²ー"
	neverLast  = "“‘「『（【《〈〔〖〘〚〝［｛＜｟([{￥¥$＄€£№§/／"
)

// Wherever a mark falls in a line, it begins none and ends none.
func TestMarks(t *testing.T) {
	for _, p := range policies {
		for _, m := range neverFirst {
			for n := range 12 {
				text := strings.Repeat("汉", n) + string(m) + strings.Repeat("字", 12)
				for _, line := range fill(text, 10, p, Options{})[1:] {
					if strings.HasPrefix(line, string(m)) {
						t.Errorf("%+v: %q begins a line of %q", p, m, text)
					}
				}
			}
		}
		for _, m := range neverLast {
			for n := range 12 {
				text := strings.Repeat("汉", n) + string(m) + strings.Repeat("字", 12)
				lines := fill(text, 10, p, Options{})
				for _, line := range lines[:len(lines)-1] {
					if strings.HasSuffix(line, string(m)) {
						t.Errorf("%+v: %q ends a line of %q", p, m, text)
					}
				}
			}
		}
	}
}

// units returns text cut at every place where a line may end.
func units(text string, o Options) string {
	s := newScanner(text, cell.Policy{}, o)
	var b strings.Builder
	for s.i < len(text) {
		c := s.next()
		if c.grade == allowed {
			b.WriteByte('|')
		}
		b.WriteString(text[c.from:c.to])
	}
	return b.String()
}

func TestUnits(t *testing.T) {
	for _, want := range []string{
		// numbers with what belongs to them
		"增|长|3449.2%，|增|速", "从|1-2|到|5.3:52.7:42，|三|产", "“1+6+N”|体|系", "2016—2020年|间", "于|12:30|到", "有|1,000|人",
		"降|PM2.5|和", "装|机|4GW|的", "达|87微克/|立方米|以|下", "约|3万元/|平方公里|上", "达|2.3GB/小时|左|右", "限|60km/小时|以|内", "增|长|15℃|多", "二|期|5G-A|网",
		"价|$1,234.5|的", "共|￥300|元", "见|№5|和|§3.2|条", "误|差|±5%|内", "气|温|−3|到+5|度", "C#|语|言", "第|#12|号",
		// words
		"用|Go|写", "以|state-|of-|the-|art|之", "e-mail|和|COVID-19|后", "rock’n’roll|乐", "don’t|说|it's|的", "std::vector|容|器",
		"f(x)|是|函|数|(function)|吗", "查|printf(3)|函|数", "互|联|网+|政|务", "和/或|者", "TCP/IP|协|议", "加--no-edit|参|数",
		"Go,|Rust,|C++|三|种", "a@b.cn|收", "所|有|权 |(ownership)|制", "北|京—|上|海", "于 |2020-01-05 12:30 |起|计|1 000 000|人", "停|－－|了|⋯⋯|又", "Ａ－|Ｂ", "ＧＤＰ|和|２０２０年|度",
		// pairs, chains
		"他|——|谁|呢|……|不|说", "真|的？！|好！！", "说：|“好|……”）。|她", "————",
		// quotation marks have a direction of their own
		"“i|许|昌”|和|“2020|创|新|年”，|“15|分|钟”|的|“Huanghe”|等", "“四|个”|“两|个”|（一）|《二》",
		`说|"你|好"|吗`, `90|后|5"屏`,
		// footnote marks stay with the text, numbers of items with what they count
		"说|法[1]|有|误²|了|吗①|等", "包|括：|①甲；|②乙", "见|文。[12]|又",
		// URLs
		"见|https://|a.|cn/?|q=|1,2。|又", "www.|example.|org/|a-|b/|1.2.3/|x)|的", "网|址|(http://|a.|b/|c)|的",
		// a bullet and what it opens
		"* /usr/share/doc/目|录", "- “甲”|乙", "甲 |* |乙",
		// other scripts
		"きゃっ|と|い|う|ニュー|ス|の|人々|が", "中|文|e\u0301t|音", "这|👨‍👩‍👧|家",
	} {
		text := strings.ReplaceAll(want, "|", "")
		if got := units(text, Options{}); got != want {
			t.Errorf("\n got %s\nwant %s", got, want)
		}
	}
}

// What is said to be one word is one, whatever it is made of, at every width that
// has room for it; and marks stand around it as around a word.
func TestPartsThatAreOneWord(t *testing.T) {
	const text = "记住四个键就够用：空格、]、/和?。若想不起哪个键，按--or打开，再按空格、]。"
	var given []Range
	for _, unit := range []string{"空格", "]", "/", "?", "--or", "空格", "]"} {
		from := 0
		if n := len(given); n > 0 {
			from = given[n-1].To
		}
		at := from + strings.Index(text[from:], unit)
		given = append(given, Range{at, at + len(unit)})
	}
	for _, p := range policies {
		for cells := 6; cells < 80; cells++ {
			lines := Fill(nil, text, cells, cells, p, Options{Whole: given})
			whole := ""
			for _, l := range lines {
				whole += text[l.From:l.To]
				for _, u := range given {
					if u.From < l.From && l.From < u.To {
						t.Errorf("%+v, %d cells: %q is cut", p, cells, text[u.From:u.To])
					}
				}
				if r := text[l.From:]; l.From > 0 && (strings.HasPrefix(r, "、") || strings.HasPrefix(r, "。")) {
					t.Errorf("%+v, %d cells: a line begins with %.3q", p, cells, r)
				}
			}
			if whole != text {
				t.Errorf("%+v, %d cells: %q", p, cells, whole)
			}
		}
	}
	if got := Fill(nil, "中空格", 4, 4, cell.Policy{}, Options{Whole: []Range{{3, 9}}}); len(got) != 2 || got[0].To != 3 {
		t.Errorf("%+v", got)
	}
}
