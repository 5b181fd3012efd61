package data

import (
	"testing"

	"juan/data/internal/dump"
)

func TestMathMLIsReadable(t *testing.T) {
	for src, want := range map[string]string{
		"<mi>S</mi><mo>=</mo><mi>π</mi><msup><mi>r</mi><mn>2</mn></msup>":                                                             "S=πr²",
		"<mfrac><mrow><mi>a</mi><mo>+</mo><mn>1</mn></mrow><mi>b</mi></mfrac>":                                                        "(a+1)/b",
		"<msqrt><mi>x</mi></msqrt><mroot><mn>8</mn><mn>3</mn></mroot>":                                                                "√x∛8",
		"<msubsup><mi>x</mi><mi>i</mi><mn>2</mn></msubsup>":                                                                           "xᵢ²",
		"<munderover><mo>∑</mo><mrow><mi>i</mi><mo>=</mo><mn>1</mn></mrow><mi>n</mi></munderover><mi>i</mi>":                          "∑ᵢ₌₁ⁿi",
		"<mover><mi>x</mi><mo>¯</mo></mover>":                                                                                         "x̄",
		"<mfenced open='[' close=']'><mi>a</mi><mi>b</mi></mfenced>":                                                                  "[a, b]",
		"<mi>sin</mi><mo>&#x2061;</mo><mi>x</mi>":                                                                                     "sin x",
		"<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr><mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>": "1, 2; 3, 4",
		"<semantics><mrow><mi>E</mi></mrow><annotation encoding='application/x-tex'>E=mc^2</annotation></semantics>":                  "E=mc²",
		"<semantics><mrow><mi>x</mi><mo>=</mo><mn>1</mn></mrow><annotation encoding='application/x-tex'>x=1</annotation></semantics>": "x=1",
		"<msup><mrow><mi>a</mi><mi>b</mi></mrow><mrow><mo>−</mo><mn>1</mn></mrow></msup>":                                             "ab⁻¹",
		"<mi>x": "x",
	} {
		if got := pageBlocks("<p>甲<math>" + src + "</math>乙</p>"); got != "p 甲"+want+"乙\n" {
			t.Errorf("%s\n got %q\nwant %q", src, got, want)
		}
	}
	if got, want := pageBlocks("<p>甲<math alttext='x^2'/>乙<math><mi>a</mi><p>丙</p>"), "p 甲x²乙a\np 丙\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := pageBlocks("<p><math><mi>x</mi></math><img class='mwe-math-fallback' alt='x'>，<img class=math alt='y^2'></p>"), "p x，y²\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

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
		if got := pageBlocks("<p>" + src + "</p>"); got != "p "+want+"\n" {
			t.Errorf("page: %s\n got %q\nwant %q", src, got, want)
		}
		if got := dump.Body(blocksOf(t, "说："+src)); got != "p 说："+want+"\n" {
			t.Errorf("Markdown: %s\n got %q\nwant %q", src, got, want)
		}
	}
}
