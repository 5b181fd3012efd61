package markdown

import (
	"strings"
	"testing"
	"unicode"

	"juan/data/format/page"
	"juan/data/internal/dump"
	"juan/model"
)

// pageBody reads a page.
func pageBody(src string) []model.Block {
	p := page.New(src, 0, nil)
	p.Read()
	return p.Body
}

// What HTML in Markdown says, a page says as well.
func TestScriptsInRunningText(t *testing.T) {
	for src, want := range map[string]string{
		"10<sup>-15</sup>与10<sup>8</sup>":                "10⁻¹⁵与10⁸",
		"H<sub>2</sub>SO<sub>4</sub>，2<sup>n+1</sup>":    "H₂SO₄，2ⁿ⁺¹",
		"x<sub>最大</sub>，e<sup>a/b</sup>":                 "x_(最大)，e^(a/b)",
		"见<sup>[1]</sup>、<sup>①</sup>、某<sup>®</sup>":     "见[1]、①、某®",
		"Ca<sup>2+</sup>，C<sub>6</sub>H<sub>12</sub>":    "Ca²⁺，C₆H₁₂",
		"a<sup>b<sup>2</sup></sup>":                      "a^(b²)",
		"甲<sup></sup>乙<sup> 2 </sup>":                    "甲乙²",
		"甲<sup>2":                                        "甲2",
		"甲</sup>乙":                                       "甲乙",
		"<ruby>渡<rt>dù</rt></ruby>口":                     "渡（dù）口",
		"<ruby>渡<rp>（</rp><rt>dù</rt><rp>）</rp></ruby>口": "渡（dù）口",
		"<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>":           "漢（かん）字（じ）",
		"<ruby>渡<rt></rt></ruby>口":                       "渡口",
		"他说<q>你好</q>，又说<q>再<q>见</q></q>":                 "他说“你好”，又说“再‘见’”",
		"<q>甲": "“甲",
	} {
		if got := dump.Body(pageBody("<p>" + src + "</p>")); got != "p "+want+"\n" {
			t.Errorf("page: %s\n got %q\nwant %q", src, got, want)
		}
		if got := dump.Body(blocksOf(t, "说："+src)); got != "p 说："+want+"\n" {
			t.Errorf("Markdown: %s\n got %q\nwant %q", src, got, want)
		}
	}
}

// No address carries a control character, whatever mark-up spells it.
func TestAddressesAreHarmless(t *testing.T) {
	for _, body := range [][]model.Block{
		blocksOf(t, "[甲](http://a.cn/&#27;]0;x&#7;) [乙](<http://b.cn/\x1b[201~\u202e>) ![丙](c&#x9b;2J.png)"),
		pageBody("<p><a href='http://a.cn/&#27;[201~&#10;rm'>甲</a><img alt=乙 src='&#7;x'></p>"),
	} {
		n := 0
		for _, s := range body[0].(model.Paragraph).Spans() {
			if s.Target != "" {
				n++
			}
			if strings.IndexFunc(s.Target, func(r rune) bool { return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) }) >= 0 {
				t.Errorf("%q", s.Target)
			}
		}
		if n == 0 {
			t.Errorf("no links: %s", dump.Body(body))
		}
	}
}
