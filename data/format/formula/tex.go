// Package formula writes formulas, of TeX and of MathML, as lines of text that
// one can read: x=a/b, √(x+1), 10⁻³.
package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"juan/model/char"
)

// MaxSize is how many bytes of a formula are made readable; longer ones
// stay as they are. maxGroups is how many groups may lie in each other.
const (
	MaxSize   = 8 << 10
	maxGroups = 32
)

// TeX writes a formula of TeX or LaTeX as a line of text: x=a/b, √(x+1),
// 10⁻³. Commands that it does not know stand as they are.
func TeX(s string) string {
	if len(s) > MaxSize {
		return s
	}
	t := tex{src: s}
	out := t.group(0)
	for t.at < len(t.src) { // a } without a {
		t.at++
		out += t.group(0)
	}
	return strings.TrimSpace(out)
}

// A tex is a formula that is being read.
type tex struct {
	src    string
	at     int
	matrix bool // & parts the cells of a matrix
}

// group reads up to the brace that closes the group, or to the end.
func (t *tex) group(depth int) string {
	var b strings.Builder
	last := ""
	for t.at < len(t.src) && t.src[t.at] != '}' {
		if one := t.atom(depth); one != "" {
			b.WriteString(gapBetween(last, one) + one)
			last = one
		}
	}
	return b.String()
}

// gapBetween returns the space that keeps two words apart: sin x, x mod y. One
// letter is none: ab is a times b.
func gapBetween(before, one string) string {
	first, _ := utf8.DecodeRuneInString(one)
	last, _ := utf8.DecodeLastRuneInString(before)
	wordy := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	if endsInWord(before) && wordy(first) || beginsWithWord(one) && wordy(last) {
		return " "
	}
	return ""
}

func endsInWord(s string) bool {
	return len(s) > 1 && char.IsLatin(rune(s[len(s)-1])) && char.IsLatin(rune(s[len(s)-2]))
}

func beginsWithWord(s string) bool {
	return len(s) > 1 && char.IsLatin(rune(s[0])) && char.IsLatin(rune(s[1]))
}

// atom reads one thing: a character, a group, a command with its arguments,
// and the scripts that hang on scripts' own mark.
func (t *tex) atom(depth int) string {
	c := t.src[t.at]
	switch {
	case depth > maxGroups:
		t.at++
		return string(c)
	case c == '\\':
		return t.command(depth)
	case c == '{':
		t.at++
		s := t.group(depth + 1)
		t.shut()
		return s
	case c == '^':
		t.at++
		return Raised(t.argument(depth))
	case c == '_':
		t.at++
		return Lowered(t.argument(depth))
	case c == '&':
		t.at++
		if t.matrix {
			return ", "
		}
		return ""
	case c == '~':
		t.at++
		return " "
	case c <= ' ':
		t.at++
		return ""
	case c == '%': // a comment
		if i := strings.IndexByte(t.src[t.at:], '\n'); i >= 0 {
			t.at += i
			return ""
		}
	case c == '\'':
		t.at++
		return "′"
	}
	_, size := utf8.DecodeRuneInString(t.src[t.at:])
	t.at += size
	return t.src[t.at-size : t.at]
}

// shut passes over the brace that ends a group.
func (t *tex) shut() {
	if t.at < len(t.src) {
		t.at++
	}
}

// argument reads what a command or a mark of a script takes.
func (t *tex) argument(depth int) string {
	for t.at < len(t.src) && t.src[t.at] <= ' ' {
		t.at++
	}
	if t.at == len(t.src) || t.src[t.at] == '}' {
		return ""
	}
	return t.atom(depth + 1)
}

// verbatim reads an argument that is text and not a formula.
func (t *tex) verbatim() string {
	rest := t.src[t.at:]
	inner := strings.TrimLeft(rest, " ")
	if !strings.HasPrefix(inner, "{") {
		return ""
	}
	level := 0
	for i := 0; i < len(inner); i++ {
		switch inner[i] {
		case '{':
			level++
		case '}':
			if level--; level == 0 {
				t.at += len(rest) - len(inner) + i + 1
				return inner[1:i]
			}
		}
	}
	t.at = len(t.src)
	return inner[1:]
}

// option reads an argument in brackets, "" where none stands there.
func (t *tex) option() string {
	if t.at < len(t.src) && t.src[t.at] == '[' {
		if end := strings.IndexByte(t.src[t.at:], ']'); end > 0 {
			s := t.src[t.at+1 : t.at+end]
			t.at += end + 1
			return s
		}
	}
	return ""
}

// command reads a command that begins with a backslash.
func (t *tex) command(depth int) string {
	t.at++
	from := t.at
	for t.at < len(t.src) && char.IsLatin(rune(t.src[t.at])) {
		t.at++
	}
	if t.at == from { // one character
		return t.escape()
	}
	name := t.src[from:t.at]
	if t.at < len(t.src) && t.src[t.at] == '*' {
		t.at++
	}
	switch name {
	case "frac", "dfrac", "tfrac", "cfrac", "sfrac", "nicefrac":
		return fraction(t.argument(depth), t.argument(depth))
	case "binom", "dbinom", "tbinom":
		return "C(" + t.argument(depth) + ", " + t.argument(depth) + ")"
	case "sqrt":
		index := t.option()
		return rootSign(index, t.argument(depth))
	case "text", "textrm", "textbf", "textit", "mbox", "hbox", "operatorname", "ce", "texttt", "textsf":
		return t.verbatim()
	case "begin":
		name := t.verbatim()
		t.matrix = strings.Contains(name, "matrix") || name == "cases"
		if name == "array" || name == "tabular" {
			t.matrix = true
			t.verbatim()
		}
		return ""
	case "end":
		t.verbatim()
		t.matrix = false
		return ""
	case "tag":
		return " (" + t.verbatim() + ")"
	case "label", "color", "hspace", "vspace", "phantom", "hphantom", "vphantom":
		t.verbatim()
		return ""
	case "hat", "widehat", "bar", "overline", "vec", "overrightarrow", "tilde", "widetilde", "dot", "ddot":
		return accented(t.argument(depth), name)
	case "mathbb", "Bbb":
		return doubled(t.argument(depth))
	case "pmod":
		return " (mod " + t.argument(depth) + ")"
	}
	return commandText(name)
}

// escape reads a command of one character.
func (t *tex) escape() string {
	if t.at == len(t.src) {
		return "\\"
	}
	c, size := utf8.DecodeRuneInString(t.src[t.at:])
	t.at += size
	switch c {
	case '\\':
		t.option()
		return "; "
	case ',', ';', ':', ' ', '>':
		return " "
	case '!', '(', ')', '[', ']':
		return ""
	case '|':
		return "‖"
	}
	return string(c)
}

// commandText returns what a command without arguments says.
func commandText(name string) string {
	if i := strings.Index(texSymbols, " "+name+"="); i >= 0 {
		symbol, _, _ := strings.Cut(texSymbols[i+len(name)+2:], " ")
		return symbol
	}
	switch {
	case strings.Contains(texSilent, " "+name+" "):
		return ""
	case strings.Contains(texWords, " "+name+" "):
		return name
	case name == "quad" || name == "qquad" || name == "space" || name == "enspace" || name == "thinspace":
		return " "
	}
	return "\\" + name
}

// fraction writes a over b: 1/2, (a+b)/c.
func fraction(a, b string) string { return grouped(a) + "/" + grouped(b) }

// rootSign writes the root of s of some index.
func rootSign(index, s string) string {
	switch index {
	case "", "2":
		return "√" + grouped(s)
	case "3":
		return "∛" + grouped(s)
	case "4":
		return "∜" + grouped(s)
	}
	return Raised(index) + "√" + grouped(s)
}

// grouped puts parentheses around what is more than one number or word.
func grouped(s string) string {
	depth := 0
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			if depth--; depth == 0 && i == len(s)-1 && s[0] == '(' {
				return s
			}
		case depth > 0 && s[0] == '(':
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mn, r) && r != '.' && r != '′' && r != '∞' && !isScript(r):
			return "(" + s + ")"
		}
	}
	return s
}

// isScript reports whether r is a Raised or Lowered digit or sign.
func isScript(r rune) bool {
	return r >= 0x2070 && r <= 0x209c || r == '²' || r == '³' || r == '¹'
}

// accented puts a sign over a single letter.
func accented(s, name string) string {
	if utf8.RuneCountInString(s) != 1 {
		return grouped(s)
	}
	switch name {
	case "hat", "widehat":
		return s + "\u0302"
	case "bar", "overline":
		return s + "\u0304"
	case "vec", "overrightarrow":
		return s + "\u20d7"
	case "tilde", "widetilde":
		return s + "\u0303"
	case "dot":
		return s + "\u0307"
	}
	return s + "\u0308"
}

// doubled writes the letters of sets of numbers.
func doubled(s string) string {
	return strings.NewReplacer("R", "ℝ", "N", "ℕ", "Z", "ℤ", "Q", "ℚ", "C", "ℂ", "P", "ℙ").Replace(s)
}

// What commands say, those that say nothing, and those that say their name.
const (
	texSymbols = " alpha=α beta=β gamma=γ delta=δ epsilon=ε varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ lambda=λ mu=μ nu=ν xi=ξ pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ phi=φ varphi=φ chi=χ psi=ψ omega=ω" +
		" Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω" +
		" times=× div=÷ cdot=· cdots=⋯ ldots=… dots=… vdots=⋮ ddots=⋱ pm=± mp=∓ ast=∗ star=⋆ circ=∘ bullet=• oplus=⊕ otimes=⊗" +
		" le=≤ leq=≤ leqslant=≤ ge=≥ geq=≥ geqslant=≥ ne=≠ neq=≠ approx=≈ equiv=≡ sim=∼ simeq=≃ cong=≅ propto=∝ ll=≪ gg=≫ lt=< gt=>" +
		" to=→ rightarrow=→ leftarrow=← Rightarrow=⇒ Leftarrow=⇐ leftrightarrow=↔ Leftrightarrow=⇔ iff=⇔ implies=⇒ longrightarrow=→ mapsto=↦ uparrow=↑ downarrow=↓ rightleftharpoons=⇌ xrightarrow=→" +
		" sum=∑ prod=∏ int=∫ iint=∬ iiint=∭ oint=∮ partial=∂ nabla=∇ infty=∞ angle=∠ triangle=△ perp=⊥ parallel=∥ degree=°" +
		" in=∈ notin=∉ ni=∋ subset=⊂ subseteq=⊆ supset=⊃ supseteq=⊇ cup=∪ cap=∩ emptyset=∅ varnothing=∅ setminus=∖ forall=∀ exists=∃ neg=¬ lnot=¬ land=∧ wedge=∧ lor=∨ vee=∨ because=∵ therefore=∴" +
		" langle=⟨ rangle=⟩ lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ lvert=| rvert=| lVert=‖ rVert=‖ bmod=mod mid=| vert=| Vert=‖ lbrace={ rbrace=} prime=′ hbar=ℏ ell=ℓ Re=ℜ Im=ℑ aleph=ℵ imath=ı top=⊤ bot=⊥ dagger=† checkmark=✓ backslash=\\ colon=: "
	texSilent = " left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr displaystyle textstyle scriptstyle limits nolimits mathrm mathbf mathit mathsf mathtt mathcal mathfrak mathscr boldsymbol bm pmb rm bf it boxed underline overbrace underbrace stackrel overset underset nonumber notag hline hfill allowbreak relax cssId style operatornamewithlimits "
	texWords  = " sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh log ln lg exp lim limsup liminf max min sup inf det dim ker gcd deg arg Pr mod hom "
)
