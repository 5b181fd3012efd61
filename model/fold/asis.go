package fold

// asIs returns how many bytes from byte i of the part on are folded to
// themselves: Han, small letters, digits and most marks of ASCII, and the
// punctuation of Chinese. It is only a faster way: what it passes over
// [Folder.step] folds.
func (f *Folder) asIs(i int) int {
	s, at := f.src, i
	for at < len(s) {
		c := s[at]
		switch {
		case 0xe4 <= c && c <= 0xe9:
			n := hanRun(s[at:])
			if n == 0 {
				return at - i
			}
			at += n
			f.tight = true
			continue
		case c >= 'a' && c <= 'z', c >= '0' && c <= '9', c == '.', c == '%', c == '-', c == '/':
			if combines(s[at+1:]) {
				return at - i
			}
			at++
			f.tight = false
			continue
		case f.tight && (c == 0xe3 || c == 0xef) && at+2 < len(s) && isStop(s[at:]) && standsAlone(s[at+3:]):
			at += 3
			continue
		}
		return at - i
	}
	return at - i
}

// isStop reports whether s, of three bytes at least, begins with one of
// 、。！（），：；？. A comma behind Han is in no figure.
func isStop(s string) bool {
	if s[0] == 0xe3 {
		return s[1] == 0x80 && (s[2] == 0x81 || s[2] == 0x82)
	}
	if s[1] != 0xbc {
		return false
	}
	switch s[2] {
	case 0x81, 0x88, 0x89, 0x8c, 0x9a, 0x9b, 0x9f:
		return true
	}
	return false
}

// hanRun returns how many bytes at the start of s are characters of three bytes
// from U+4000 to U+9FFF that are no variants of others.
func hanRun(s string) (n int) {
	for ; n+8 <= len(s); n += 6 { // two at a time
		two := word(s, n)
		const mask, continuations = 0xc0c0_00c0_c000, 0x8080_0080_8000
		if two&mask != continuations || byte(two)-0xe4 > 0xe9-0xe4 || byte(two>>24)-0xe4 > 0xe9-0xe4 ||
			isVariant(uint(two))|isVariant(uint(two>>24)) != 0 {
			break
		}
	}
	for n+2 < len(s) && s[n]-0xe4 <= 0xe9-0xe4 && ((s[n+1]^0x80)|(s[n+2]^0x80))&0xc0 == 0 &&
		isVariant(uint(s[n])|uint(s[n+1])<<8|uint(s[n+2])<<16) == 0 {
		n += 3
	}
	return n
}

// isVariant returns 1 where the character from U+4000 to U+9FFF whose bytes of
// UTF-8 are the lowest three of c is folded to another, else 0.
func isVariant(c uint) uint64 {
	block := c&0xf<<6 | c>>8&0x3f
	return word(variantBits, int(8*(block-firstHan/64))) >> (c >> 16 & 63) & 1
}
