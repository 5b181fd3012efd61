// Package fold holds text as it is matched: one width, one case, one form of
// each punctuation mark and each Han character, no blanks between Han, nothing
// that does not show, and a map back to the bytes it came from. What that
// changes is kept beside the text as marks, so that it can also be told whether
// a match has the very characters. It knows no articles.
package fold

import (
	"slices"
	"unicode/utf8"

	"golang.org/x/text/cases"
)

// Version counts the changes of what folding does. Folded text that is kept
// counts only for the version it was made with.
const Version = 4

// New folds s, at most 2 GB of it.
func New(s string) Text {
	var f Folder
	f.Grow(len(s))
	f.fold(s)
	return f.Text()
}

// A Folder folds the parts of a text one after the other, as if the source
// had a [Break] after each. The zero Folder is ready.
type Folder struct {
	out   []byte
	marks []mark
	jumps []jump

	src   string       // the part under way
	base  int          // where it begins in the source
	begin int          // where it begins in the folded text
	drift int          // source bytes read less folded bytes written, as the last jump has it
	end   int          // where the last character that was kept ended in the source
	caser *cases.Caser // made when first needed
	tight bool         // no blank is kept after the last character: it is Han or wide punctuation
}

// Grow makes room for so many more bytes.
func (f *Folder) Grow(n int) { f.out = slices.Grow(f.out, n) }

// Reset forgets what was folded and keeps the room for it.
func (f *Folder) Reset() {
	*f = Folder{out: f.out[:0], marks: f.marks[:0], jumps: f.jumps[:0], caser: f.caser}
}

// Text returns what was folded.
func (f *Folder) Text() Text {
	return Text{string(f.out), slices.Clone(f.marks), slices.Clone(f.jumps), f.end}
}

// Bytes returns what was folded, until the folder is used again.
func (f *Folder) Bytes() []byte { return f.out }

// AppendMarks appends the marks of what was changed, see [Text.AppendMarks].
func (f *Folder) AppendMarks(b []byte) []byte { return appendMarks(b, f.marks) }

func (f *Folder) fold(s string) {
	f.src = s
	for i := 0; i < len(s); {
		if n := f.asIs(i); n > 0 {
			f.keep(i, n)
			f.out = append(f.out, s[i:i+n]...)
			i += n
			continue
		}
		i += f.step(i)
	}
}

// step folds the character at byte i of the part and returns its bytes.
func (f *Folder) step(i int) int {
	c := f.src[i]
	if c < utf8.RuneSelf && !combines(f.src[i+1:]) {
		if c <= ' ' && isBlank(rune(c)) {
			return f.blank(i)
		}
		f.ascii(i, c)
		return 1
	}
	if 0xe4 <= c && c <= 0xe9 && f.variant(i) {
		return 3
	}
	r, n := utf8.DecodeRuneInString(f.src[i:])
	switch {
	case isBlank(r):
		return f.blank(i)
	case firstHan <= r && r <= lastHan:
		to, member := variant(r)
		if to != r {
			f.mark(i, kindOf(spelling, firstVariant+member))
		}
		f.keep(i, n)
		f.out, f.tight = utf8.AppendRune(f.out, to), true
		return n
	case form(r) == 0 && 0x3001 <= r && r <= 0x3011 && standsAlone(f.src[i+n:]):
		f.put(i, n, r)
		return n
	case form(r) != 0:
		f.mark(i, kindOf(aside, r))
		return n
	case dash(r) != 0 && standsAlone(f.src[i+n:]):
		f.mark(i, kindOf(spelling, r))
		f.put(i, n, dash(r))
		return n
	case 0xff01 <= r && r <= 0xff5e && standsAlone(f.src[i+n:]):
		f.wide(i, n, r)
		return n
	case isInvisible(r):
		if r == joiner && f.insideEmoji(i+n) {
			f.put(i, n, r)
		}
		return n
	}
	return f.segment(i)
}

// variant folds the character at byte i of the part, which lies between U+4000 and
// U+9FFF, if it is a variant; it reports whether it is. It is only a faster way: in
// traditional text that is every third character.
func (f *Folder) variant(i int) bool {
	s := f.src[i:]
	if len(s) < 3 || s[1]&0xc0 != 0x80 || s[2]&0xc0 != 0x80 {
		return false
	}
	row := rowOf(rune(s[0]&0xf)<<12 | rune(s[1]&0x3f)<<6 | rune(s[2]&0x3f))
	if row == "" {
		return false
	}
	f.mark(i, kindOf(spelling, firstVariant+rune(row[3]-'0')))
	f.keep(i, 3)
	f.out, f.tight = append(f.out, row[0], row[1], row[2]), true
	return true
}

// ascii folds c, a character of ASCII that is no blank.
func (f *Folder) ascii(i int, c byte) {
	switch {
	case c < ' ' || c == 0x7f: // controls do not show
	case c == '"' || c == '\'' || c == ',' && f.endsInDigit() && f.inFigure(i, 1):
		f.mark(i, kindOf(aside, rune(c)))
	case 'A' <= c && c <= 'Z':
		f.mark(i, kindOf(spelling, capital))
		f.put(i, 1, rune(c+'a'-'A'))
	case isClausal(c):
		f.mark(i, kindOf(spelling, width))
		f.keep(i, 1)
		f.out, f.tight = append(f.out, 0xef, 0xbc, c-'!'+0x81), true // its wide form
	default:
		f.put(i, 1, rune(c))
	}
}

// wide folds r, the wide form of a character of ASCII. It is only a faster way
// than [Folder.segment].
func (f *Folder) wide(i, n int, r rune) {
	c := byte(r - 0xff01 + '!')
	switch {
	case c == ',' && f.endsInDigit() && f.inFigure(i, n):
		f.mark(i, kindOf(aside, r))
	case isClausal(c):
		f.put(i, n, r)
	case 'A' <= c && c <= 'Z':
		f.mark(i, kindOf(spelling, wideCapital))
		f.put(i, n, rune(c+'a'-'A'))
	default:
		f.mark(i, kindOf(spelling, width))
		f.put(i, n, rune(c))
	}
}

// put appends r, which the n bytes at byte i of the part fold to.
func (f *Folder) put(i, n int, r rune) {
	f.keep(i, n)
	if r < utf8.RuneSelf {
		f.out, f.tight = append(f.out, byte(r)), false
		return
	}
	f.out = utf8.AppendRune(f.out, r)
	f.tight = isTight(r)
}

// endsInDigit reports whether the folded part ends in a digit so far.
func (f *Folder) endsInDigit() bool {
	return len(f.out) > f.begin && isDigit(rune(f.out[len(f.out)-1]))
}

// inFigure reports whether the comma of n bytes at byte i of the part, after a
// digit, stands inside a figure: between digits where it is narrow; where it is wide, which
// more often parts two figures of a list, only before three digits, so that
// 1，219 is one figure and 2019，2020 are two.
func (f *Folder) inFigure(i, n int) bool {
	digits := 0
	for _, r := range f.src[i+n:] {
		if isInvisible(r) {
			continue
		}
		if 0xff10 <= r && r <= 0xff19 {
			r -= 0xff10 - '0'
		}
		if !isDigit(r) {
			break
		}
		if digits++; n == 1 || digits > 3 {
			break
		}
	}
	return digits == 3 || n == 1 && digits > 0
}

// blank folds the blanks that begin at byte i of the part: to none next to Han
// and wide punctuation, at the start of a part and after a blank, else to one
// space.
func (f *Folder) blank(i int) int {
	end := i
	for end < len(f.src) {
		r, n := utf8.DecodeRuneInString(f.src[end:])
		if !isBlank(r) {
			break
		}
		end += n
	}
	at := i
	if !f.tight && len(f.out) > f.begin && f.out[len(f.out)-1] != ' ' {
		if f.tight = isTightStart(f.src[end:]); !f.tight {
			r, n := utf8.DecodeRuneInString(f.src[i:])
			if r != ' ' {
				f.mark(i, kindOf(spelling, r))
			}
			f.keep(i, end-i)
			f.out = append(f.out, ' ')
			at += n
		}
	}
	for at < end {
		r, n := utf8.DecodeRuneInString(f.src[at:end])
		run := 1
		for r == ' ' && at+run < end && f.src[at+run] == ' ' {
			run++
		}
		f.mark(at, blanks(r, run))
		at += max(n, run)
	}
	return end - i
}

// isTightStart reports whether blanks are dropped because of the text after them: its
// first visible character is Han or folds to wide punctuation, or there is none.
func isTightStart(s string) bool {
	for _, r := range s {
		if !isBlank(r) && !isInvisible(r) {
			return isTight(r) || r < utf8.RuneSelf && isClausal(byte(r))
		}
	}
	return true
}

// keep notes a jump where byte i of the part is not where the folded text
// says, or does not follow what was kept before.
func (f *Folder) keep(i, n int) {
	i += f.base
	if at := len(f.out); i-at != f.drift || i != f.end {
		f.jumps = append(f.jumps, jump{int32(at), int32(i), int32(f.end)})
		f.drift = i - at
	}
	f.end = i + n
}
