package model

import (
	"sort"
	"sync"

	"juan/model/fold"
)

// A text is folded and searched in pieces of whole blocks, of about pieceSize bytes: so
// the search of a large one can stop, and report its progress. Where all of them
// together take more than keptSize bytes they are folded anew for each query: a folded
// text takes about as much memory as the text.
const (
	pieceSize = 64 << 10
	keptSize  = 16 << 20
)

// pieces are folded when the first query asks for them.
type pieces struct {
	starts []int // the block each piece begins with, and the number of blocks
	once   sync.Once
	kept   []struct {
		once sync.Once
		folding
	} // by piece; nil where the text is too large to be kept folded
}

// A folding is the text of the blocks of a piece, folded.
type folding struct {
	text   fold.Text
	starts []int // the byte each block begins at, in the text that was folded
}

// block returns the block that byte i of the text that was folded lies in,
// counted from the first of the piece.
func (f *folding) block(i int) int {
	return sort.Search(len(f.starts), func(k int) bool { return f.starts[k] > i }) - 1
}

// cut notes a block of n bytes, which begins a new piece where the one before
// is full.
func (p *pieces) cut(block, n int, size *int) {
	if *size += n; block == 0 || *size > pieceSize {
		p.starts = append(p.starts, block)
		*size = n
	}
}

// Pieces returns how many pieces the text is searched in.
func (a *Article) Pieces() int { return len(a.pieces.starts) - 1 }

// PieceOf returns the piece that a block lies in.
func (a *Article) PieceOf(block int) int {
	starts := a.pieces.starts
	return max(0, min(sort.Search(len(starts), func(k int) bool { return starts[k] > block }), len(starts)-1)-1)
}

// piece returns the blocks of piece i, [from, to).
func (a *Article) piece(i int) (from, to int) {
	return a.pieces.starts[i], a.pieces.starts[i+1]
}

// folded returns the folded text of piece i; many goroutines may ask at once.
func (a *Article) folded(i int) *folding {
	if a.size > keptSize {
		f := a.fold(i)
		return &f
	}
	p := &a.pieces
	p.once.Do(func() {
		p.kept = make([]struct {
			once sync.Once
			folding
		}, a.Pieces())
	})
	k := &p.kept[i]
	k.once.Do(func() { k.folding = a.fold(i) })
	return &k.folding
}

func (a *Article) fold(i int) folding {
	return a.foldBlocks(a.piece(i))
}

// foldBlocks folds blocks [from, to).
func (a *Article) foldBlocks(from, to int) folding {
	f := folding{starts: make([]int, to-from)}
	var folder fold.Folder
	if to-from > 1 {
		folder.Grow(pieceSize)
	}
	at := 0
	for k, b := range a.Body[from:to] {
		text := b.Text()
		f.starts[k] = at
		at += len(text) + len(fold.Break)
		addBlock(&folder, b, text)
	}
	f.text = folder.Text()
	return f
}

// Folded returns the folded text of the article, and its marks as [fold.ReadMark] reads
// them: a library keeps them to count words without the article.
func (a *Article) Folded() (text string, marks []byte) {
	var f fold.Folder
	a.FoldInto(&f)
	return string(f.Bytes()), f.AppendMarks(nil)
}

// FoldInto is [Article.Folded] into a folder that is reused, without new memory.
func (a *Article) FoldInto(f *fold.Folder) {
	f.Reset()
	f.Grow(a.size + len(a.Body))
	for _, b := range a.Body {
		addBlock(f, b, b.Text())
	}
}

// addBlock folds a block, whose text is at hand.
func addBlock(f *fold.Folder, b Block, text string) {
	switch end := headingEnd(b, text); {
	case end == 0:
		f.Add(text)
	case end == len(text):
		f.AddHeading(text)
	default:
		f.AddRunIn(text, end)
	}
}

// headingEnd returns how many bytes of a block are a heading of the article: all of a
// heading, the run-in heading of a paragraph, none of any other block.
func headingEnd(b Block, text string) int {
	if len(b.In()) > 0 {
		return 0
	}
	switch b := b.(type) {
	case Heading:
		return len(text)
	case Paragraph:
		return b.Lead.End
	}
	return 0
}
