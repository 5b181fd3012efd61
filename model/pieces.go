package model

import (
	"sort"
	"sync"

	"juan/model/fold"
)

// A text is folded and searched in pieces of whole blocks, of about pieceSize
// bytes: so the search of a large one can stop, and tell how far it is. Where
// all of them together take more than keptSize bytes they are folded anew for
// each query: a folded text takes about as much memory as the text.
const (
	pieceSize = 64 << 10
	keptSize  = 16 << 20
)

// pieces are made when the first query asks for them.
type pieces struct {
	once   sync.Once
	starts []int // the block each piece begins with, and the number of blocks
	kept   []struct {
		once sync.Once
		folding
	} // nil where the text is too large to be kept folded
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

// cut parts the body into pieces.
func (a *Article) cut() *pieces {
	p := &a.pieces
	p.once.Do(func() {
		size, all := 0, 0
		p.starts = append(p.starts, 0)
		for i, b := range a.Body {
			n := len(b.Text())
			if size += n; size > pieceSize && i > p.starts[len(p.starts)-1] {
				p.starts = append(p.starts, i)
				size = n
			}
			all += n
		}
		if all <= keptSize {
			p.kept = make([]struct {
				once sync.Once
				folding
			}, len(p.starts))
		}
		p.starts = append(p.starts, len(a.Body))
	})
	return p
}

// Pieces returns how many pieces the text is searched in.
func (a *Article) Pieces() int { return len(a.cut().starts) - 1 }

// PieceOf returns the piece that a block lies in.
func (a *Article) PieceOf(block int) int {
	starts := a.cut().starts
	return max(0, min(sort.Search(len(starts), func(k int) bool { return starts[k] > block }), len(starts)-1)-1)
}

// piece returns the blocks of piece i: from up to to.
func (a *Article) piece(i int) (from, to int) {
	p := a.cut()
	return p.starts[i], p.starts[i+1]
}

// folded returns the folded text of piece i; many goroutines may ask at once.
func (a *Article) folded(i int) *folding {
	p := a.cut()
	if p.kept == nil {
		f := a.fold(i)
		return &f
	}
	k := &p.kept[i]
	k.once.Do(func() { k.folding = a.fold(i) })
	return &k.folding
}

func (a *Article) fold(i int) folding {
	from, to := a.piece(i)
	f := folding{starts: make([]int, to-from)}
	var folder fold.Folder
	folder.Grow(pieceSize)
	at := 0
	for k, b := range a.Body[from:to] {
		text := b.Text()
		f.starts[k] = at
		at += len(text) + len(fold.Break)
		folder.Add(text)
	}
	f.text = folder.Text()
	return f
}

// Folded returns the folded text of the article, and its marks as
// [fold.ReadMarks] reads them: what a library keeps to count words in without
// the article.
func (a *Article) Folded() (text string, marks []byte) {
	var folder fold.Folder
	folder.Grow(a.size + len(a.Body)*len(fold.Break))
	for _, b := range a.Body {
		folder.Add(b.Text())
	}
	t := folder.Text()
	return t.String(), t.AppendMarks(nil)
}
