package data

import (
	"strings"
	"testing"
)

func TestTeXIsReadable(t *testing.T) {
	for src, want := range map[string]string{
		`E=mc^2`: "E=mc²", `\frac{a}{b}`: "a/b", `\frac{a+b}{2}`: "(a+b)/2", `x_{n+1}`: "xₙ₊₁", `x_{\max}`: "xₘₐₓ", `10^{-15}`: "10⁻¹⁵",
		`\sqrt{x^2+y^2}`: "√(x²+y²)", `\sqrt[3]{8}`: "∛8", `\sum_{i=1}^{n} i`: "∑ᵢ₌₁ⁿi", `\int_0^1 f(x)\,dx`: "∫₀¹f(x) dx",
		`\alpha + \beta \le \gamma`: "α+β≤γ", `\sin x`: "sin x", `\text{速度} = v`: "速度=v", `\left( \frac12 \right)`: "(1/2)",
		`\lim_{x \to 0}`: "lim_(x→0)", `\vec{a}\cdot\vec b`: "a⃗·b⃗", `\begin{matrix} a & b \\ c & d \end{matrix}`: "a, b; c, d",
		`\begin{aligned} a &= 1 \\ b &= 2 \end{aligned}`: "a=1; b=2", `a \bmod b`: "a mod b", `x\in\mathbb{R}`: "x∈ℝ", `\foo{x}`: `\foo x`,
		`{\displaystyle x}`: "x", `a'`: "a′", `50\%`: "50%", `\{1,2\}`: "{1,2}", `\ce{H2O}`: "H2O", `x^{y^2}`: "x^(y²)", `x^甲`: "x^(甲)",
		`{`: "", `}`: "", `\`: `\`, `^`: "", `\frac`: "/", `{{{x`: "x", `\frac{\frac{a}{b}}{c}`: "(a/b)/c", `\binom{n}{k}`: "C(n, k)", "": "", "abc+abcd": "abc+abcd", `2\pi r`: "2πr", `\log_2 n`: "log₂n", `a\mod b`: "a mod b",
	} {
		if got := readTeX(src); got != want {
			t.Errorf("%s\n got %q\nwant %q", src, got, want)
		}
	}
}

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
		if got := dump(blocksOf(t, "说："+src)); got != "p 说："+want+"\n" {
			t.Errorf("Markdown: %s\n got %q\nwant %q", src, got, want)
		}
	}
}

func FuzzTeX(f *testing.F) {
	for _, s := range []string{`\frac{a}{b}^2_{x}`, `\begin{cases}a&b\\c\end{cases}`, `{{{\sqrt[`, `\text{`, "%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if got := readTeX(src); len(got) > 64+16*len(src) {
			t.Errorf("%d bytes made of %d", len(got), len(src))
		}
	})
}

func BenchmarkTeX(b *testing.B) {
	for _, one := range []string{`\frac{`, `{`, `x_{a}^{b}`, `\sqrt{`, `^`, `\text{`} {
		for _, n := range []int{200, 800} {
			src := strings.Repeat(one, n)
			b.Run(one+itoa(n), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					readTeX(src)
				}
			})
		}
	}
}
