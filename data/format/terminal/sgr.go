package terminal

import (
	"strings"

	"juan/model"
)

// parameters are the numbers of a control sequence, read one after the other. Those
// of one attribute may have colons between them (ITU-T T.416): 38:2::1:2:3.
type parameters struct {
	rest string
	more bool // one is left, which may be empty
}

// next returns the next number, 0 for an empty one, and what stands after it, 0 at
// the end.
func (p *parameters) next() (n int, behind byte, ok bool) {
	if !p.more {
		return 0, 0, false
	}
	i := strings.IndexAny(p.rest, ";:")
	word := p.rest
	if p.more = i >= 0; p.more {
		word, behind = p.rest[:i], p.rest[i]
		p.rest = p.rest[i+1:]
	}
	for k := 0; k < len(word) && n < 1000; k++ {
		n = 10*n + int(word[k]-'0')
	}
	return n, behind, true
}

// parts returns what follows with colons between, at most as many as a colour has.
func (p *parameters) parts(behind byte) (parts []int) {
	for behind == ':' {
		var n int
		if n, behind, _ = p.next(); len(parts) < 6 {
			parts = append(parts, n)
		}
	}
	return parts
}

// styled returns a style after the parameters of SGR: digits, semicolons and
// colons. What a style does not have is passed over.
func styled(s model.Style, params string) model.Style {
	p := parameters{params, true}
	for {
		n, behind, ok := p.next()
		if !ok {
			return s
		}
		parts := p.parts(behind)
		switch {
		case n == 0:
			s = model.Style{}
		case n == 4 && len(parts) > 0 && parts[0] == 0:
			s.Attr &^= model.Underlined
		case n == 38:
			s.Fore = p.color(parts, s.Fore)
		case n == 48:
			s.Back = p.color(parts, s.Back)
		case n == 58: // of the underline
			p.color(parts, 0)
		default:
			s = single(s, n)
		}
	}
}

// single returns a style after one parameter.
func single(s model.Style, n int) model.Style {
	switch {
	case 30 <= n && n <= 37:
		s.Fore = model.Palette(uint8(n - 30))
	case 40 <= n && n <= 47:
		s.Back = model.Palette(uint8(n - 40))
	case 90 <= n && n <= 97:
		s.Fore = model.Palette(uint8(n - 90 + 8))
	case 100 <= n && n <= 107:
		s.Back = model.Palette(uint8(n - 100 + 8))
	case n == 39:
		s.Fore = 0
	case n == 49:
		s.Back = 0
	case n == 22:
		s.Attr &^= model.Bold | model.Faint
	case n == 21: // a double underline
		s.Attr |= model.Underlined
	case 23 <= n && n <= 29:
		s.Attr &^= attribute(n - 20)
	default:
		s.Attr |= attribute(n)
	}
	return s
}

// attribute returns the attribute that a number of SGR sets, 0 for none.
func attribute(n int) model.Attribute {
	switch n {
	case 1:
		return model.Bold
	case 2:
		return model.Faint
	case 3:
		return model.Italic
	case 4:
		return model.Underlined
	case 5, 6:
		return model.Blinking
	case 7:
		return model.Reversed
	case 9:
		return model.Struck
	}
	return 0
}

// color reads the colour that follows 38 or 48: 5 and a number of the palette, or 2
// and red, green, blue, with colons (parts) or semicolons. Where it is none it is
// what it was.
func (p *parameters) color(parts []int, was model.Color) model.Color {
	if parts == nil {
		kind, _, _ := p.next()
		parts = append(parts, kind)
		n := 0
		switch kind {
		case 2:
			n = 3
		case 5:
			n = 1
		}
		for range n {
			one, _, _ := p.next()
			parts = append(parts, one)
		}
	}
	if len(parts) > 4 { // with colons the second names a colour space
		parts = append(parts[:1:1], parts[2:]...)
	}
	for _, n := range parts {
		if n > 255 {
			return was
		}
	}
	switch {
	case len(parts) == 2 && parts[0] == 5:
		return model.Palette(uint8(parts[1]))
	case len(parts) >= 4 && parts[0] == 2:
		return model.RGB(uint8(parts[1]), uint8(parts[2]), uint8(parts[3]))
	}
	return was
}
