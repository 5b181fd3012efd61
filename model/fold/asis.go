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
		case c == ' ' && at > i && !f.tight && at+1 < len(s) && ('a' <= s[at+1] && s[at+1] <= 'z' || isDigit(rune(s[at+1]))):
			at++ // between words
			continue
		case f.tight && (c == 0xe3 || c == 0xef) && at+2 < len(s) && isStop(s[at:]) && standsAlone(s[at+3:]) && (at > i || !f.endsInDigit()):
			at += 3
			continue
		}
		return at - i
	}
	return at - i
}

// isStop reports whether s, of three bytes at least, begins with one of
// 、。！（），：；？. A comma after Han is in no figure, as one after a digit and
// a blank may be.
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
// from U+4000 to U+9FFF that are no variants of others; at the end of s perhaps
// not the last ones.
func hanRun(s string) (n int) {
	const mask, threeBytes = 0xc0c0f0, 0x8080e0
	for ; n+8 <= len(s); n += 6 { // two at a time
		c := word(s[n:n+8], 0)
		a, b := hanBlock(c), hanBlock(c>>24)
		if c&mask != threeBytes || a >= hanBlocks || word(variantBits, 8*(skipped+int(a)))>>(c>>16&63)&1 != 0 {
			return n
		}
		if c>>24&mask != threeBytes || b >= hanBlocks || word(variantBits, 8*(skipped+int(b)))>>(c>>40&63)&1 != 0 {
			return n + 3
		}
	}
	return n
}

// hanBlocks is how many blocks of 64 characters there are from U+4000 to U+9FFF,
// skipped how many before them the table of variants has.
const hanBlocks, skipped = (0xa000 - 0x4000) / 64, (0x4000 - firstHan) / 64

// hanBlock returns which of the blocks a character of three bytes is in that
// begins with the lowest two of c; those of none are past them.
func hanBlock(c uint64) uint64 { return c&0xff<<6 + c>>8&0xff - (0xe4<<6 + 0x80) }
