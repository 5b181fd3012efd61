package formula

import "strings"

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
