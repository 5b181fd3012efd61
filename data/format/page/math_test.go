package page

import (
	"testing"
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

// A formula that a program has drawn stands once.
func TestDrawnFormulasStandOnce(t *testing.T) {
	katex := "<span class='katex'><span class='katex-mathml'><math><msup><mi>y</mi><mn>2</mn></msup></math></span><span class='katex-html' aria-hidden='true'><span>y</span><span>2</span></span></span>"
	mathjax := "<span class='MathJax'><nobr aria-hidden='true'><span>y2</span></nobr><span role='presentation'><math><msup><mi>y</mi><mn>2</mn></msup></math></span></span>"
	for _, src := range []string{katex, mathjax} {
		if got, want := pageBlocks("<p>式"+src+"<span aria-hidden='true'>完</span></p>"), "p 式y²完\n"; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got, want := pageBlocks("<p>10<sup>－３</sup>，x<sub>＋１</sub></p>"), "p 10⁻³，x₊₁\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestFormulasOfPages(t *testing.T) {
	for src, want := range map[string]string{
		"由$E=mc^2$得 \\(x_1\\)，":                  "由E=mc²得 x₁，",
		"共$5和$6，C:\\(x86\\)":                     "共$5和$6，C:\\(x86\\)",
		"$a &lt; b^2$ 与 <b>$$\\frac{a}{b}$$</b>": "a<b² 与 {b a/b}",
		"<code>$x^2$</code>":                     "{c $x^2$}",
	} {
		if got := pageBlocks("<p>" + src + "</p>"); got != "p "+want+"\n" {
			t.Errorf("%s\n got %q\nwant %q", src, got, want)
		}
	}
}
