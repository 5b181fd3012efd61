package fold

import (
	"encoding/binary"
	"unicode/utf8"
)

// A Mark records what folding changed: it dropped something, or a character was spelled
// otherwise. Several may have one place; those that stand between characters come
// before those that stand for one. Each character of the folded text that is not the
// source's own has one.
type Mark struct {
	At   int // the byte of the folded text where what was dropped stood, or that the character begins at
	Kind Kind
}

// A mark is a [Mark] and where it stands in the source.
type mark struct {
	at, src int32
	kind    Kind
}

// mark notes a mark for what byte i of the part begins, where the folded text
// ends.
func (f *Folder) mark(i int, k Kind) {
	f.marks = append(f.marks, mark{int32(len(f.out)), int32(f.base + i), k})
}

// Marks returns the marks of what was changed, in the order of the text.
func (t Text) Marks() []Mark {
	all := make([]Mark, len(t.marks))
	for i, m := range t.marks {
		all[i] = Mark{int(m.at), m.kind}
	}
	return all
}

// span returns the bytes of the source from the first mark to the end of the
// last of the marks [i, j), which are punctuation.
func (t Text) span(i, j int) (from, to int) {
	last := t.marks[j-1]
	return int(t.marks[i].src), int(last.src) + utf8.RuneLen(last.kind.what())
}

// AppendMarks appends the marks of t in a form to be kept: for each the bytes
// of folded text since the one before, and its kind, as varints.
func (t Text) AppendMarks(b []byte) []byte { return appendMarks(b, t.marks) }

func appendMarks(b []byte, marks []mark) []byte {
	at := int32(0)
	for _, m := range marks {
		b = binary.AppendUvarint(b, uint64(m.at-at))
		b = binary.AppendUvarint(b, uint64(m.kind))
		at = m.at
	}
	return b
}

// ReadMark reads the first of the marks that [Text.AppendMarks] wrote: the bytes
// of folded text since the one before, its kind, and how many bytes of b it
// takes; 0 where b begins with nothing that it writes.
func ReadMark(b []byte) (gap int, k Kind, n int) {
	far, n := binary.Uvarint(b)
	if n <= 0 || far > 1<<31 {
		return 0, 0, 0
	}
	kind, m := binary.Uvarint(b[n:])
	if m <= 0 || kind > 1<<31 {
		return 0, 0, 0
	}
	return int(far), Kind(kind), n + m
}
