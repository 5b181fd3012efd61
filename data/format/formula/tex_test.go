package formula

import (
	"strconv"
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
		if got := TeX(src); got != want {
			t.Errorf("%s\n got %q\nwant %q", src, got, want)
		}
	}
}

func FuzzTeX(f *testing.F) {
	for _, s := range []string{`\frac{a}{b}^2_{x}`, `\begin{cases}a&b\\c\end{cases}`, `{{{\sqrt[`, `\text{`, "%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if got := TeX(src); len(got) > 64+16*len(src) {
			t.Errorf("%d bytes made of %d", len(got), len(src))
		}
	})
}

func BenchmarkTeX(b *testing.B) {
	for _, one := range []string{`\frac{`, `{`, `x_{a}^{b}`, `\sqrt{`, `^`, `\text{`} {
		for _, n := range []int{200, 800} {
			src := strings.Repeat(one, n)
			b.Run(one+strconv.Itoa(n), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					TeX(src)
				}
			})
		}
	}
}
