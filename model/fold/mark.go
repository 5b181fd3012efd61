package fold

import "encoding/binary"

// A Kind is the one form of a mark that a query may leave out.
type Kind byte

// kindOf returns the kind of a mark that readers leave out of a query, 0 for
// any other character.
func kindOf(r rune) Kind {
	switch r {
	case '“', '”', '„', '‟', '〝', '〞', '「', '」', '『', '』', '"':
		return '"'
	case '‘', '’', '‚', '‛', '\'':
		return '\''
	case '《':
		return '<'
	case '》':
		return '>'
	case '〈':
		return '{'
	case '〉':
		return '}'
	case '、':
		return '/'
	case '·', '・', '‧', '•', '∙':
		return '.'
	case '（', '(':
		return '('
	case '）', ')':
		return ')'
	case '，', ',':
		return ','
	}
	return 0
}

// A Mark is one that was taken out of a folded text.
type Mark struct {
	At   int // the byte of the folded text before which it stood
	Kind Kind
}

// A mark is a [Mark] and where it stands in the source.
type mark struct {
	at, src int32
	n       uint8 // bytes of the source
	kind    Kind
}

// drop takes the character at byte i of the part, n bytes long and folded to
// r, out of the text where it is a mark that readers leave out.
func (f *Folder) drop(i, n int, r rune) bool {
	k := kindOf(r)
	if k == 0 {
		return false
	}
	f.marks = append(f.marks, mark{int32(len(f.out)), int32(f.base + i), uint8(min(n, 255)), k})
	return true
}

// Marks returns the marks that were taken out, in the order of the text.
func (t Text) Marks() []Mark {
	all := make([]Mark, len(t.marks))
	for i, m := range t.marks {
		all[i] = Mark{int(m.at), m.kind}
	}
	return all
}

// Span returns the bytes of the source from the first mark to the end of the
// last of n marks from index i on.
func (t Text) Span(i, n int) (from, to int) {
	last := t.marks[i+n-1]
	return int(t.marks[i].src), int(last.src) + int(last.n)
}

// AppendMarks appends the marks of t in a form to be kept: for each the bytes
// of folded text since the one before, as a varint, and its kind.
func (t Text) AppendMarks(b []byte) []byte { return appendMarks(b, t.marks) }

func appendMarks(b []byte, marks []mark) []byte {
	at := int32(0)
	for _, m := range marks {
		b = binary.AppendUvarint(b, uint64(m.at-at))
		b = append(b, byte(m.kind))
		at = m.at
	}
	return b
}

// ReadMarks appends the marks that [Text.AppendMarks] wrote to all; ok is
// false where b is nothing that it writes.
func ReadMarks(all []Mark, b []byte) (marks []Mark, ok bool) {
	at := 0
	for len(b) > 0 {
		gap, n := binary.Uvarint(b)
		if n <= 0 || n >= len(b) || gap > 1<<31 {
			return all, false
		}
		at += int(gap)
		all = append(all, Mark{at, Kind(b[n])})
		b = b[n+1:]
	}
	return all, true
}
