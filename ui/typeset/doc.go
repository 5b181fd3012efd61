package typeset

import (
	"sort"

	"juan/model"
	"juan/ui/linebreak"
)

// memo is how many lines a Doc caches before it empties the cache: the blocks on screen
// are few, those of a whole book would take many megabytes.
const memo = 20_000

// A Doc is an article laid out block by block, as blocks are asked for. It is
// not safe for concurrent use.
type Doc struct {
	article  *model.Article
	settings Settings
	nature   nature
	blocks   map[int][]Line
	held     int
	known    known
	notes    int          // cells of a note's box, 0 before it is asked for
	code     highlighting // of what is coloured while it is laid out
	later    later
}

// What is known of the block looked at last, which is often asked twice.
type known struct {
	block  int
	script linebreak.Script
}

// For returns the layout of a under s: d when it still fits, else a fresh one.
// d may be nil. It lays nothing out.
func (d *Doc) For(a *model.Article, s Settings) *Doc {
	s.Width = max(s.Width, 1)
	if d != nil && d.article == a && d.settings == s {
		return d
	}
	return &Doc{article: a, settings: s, nature: natureOf(a), blocks: make(map[int][]Line), known: known{block: -1}}
}

// Repaired reports whether punctuation is shown repaired: as the settings say,
// or, where they leave it open, because the text was plainly normalised.
func (d *Doc) Repaired() bool {
	return d.settings.Repair == On || d.settings.Repair == Auto && d.nature.normalised
}

// Block returns the lines of block i, at least one, with the blank lines that
// belong to it. The caller must not change them.
func (d *Doc) Block(i int) []Line {
	if l, ok := d.blocks[i]; ok {
		return l
	}
	l := d.set(i)
	if d.held += len(l); d.held > memo {
		clear(d.blocks)
		clear(d.later.plain)
		d.held, d.code.steps = len(l), 0
	}
	d.blocks[i] = l
	return l
}

// Line returns the index within its block of the line that p is on.
func (d *Doc) Line(p model.Pos) int {
	p = d.article.Clamp(p)
	lines := d.Block(p.Block)
	return max(0, sort.Search(len(lines), func(i int) bool { return lines[i].At > p.Byte })-1)
}

// Scroll returns the place of the line n lines below the one that p is on, or
// above it when n is negative, stopping at the first and at the last line.
func (d *Doc) Scroll(p model.Pos, n int) model.Pos {
	p = d.article.Clamp(p)
	i, l := p.Block, d.Line(p)+n
	for l < 0 && i > 0 {
		i--
		l += len(d.Block(i))
	}
	for l >= len(d.Block(i)) && i+1 < len(d.article.Body) {
		l -= len(d.Block(i))
		i++
	}
	lines := d.Block(i)
	return lines[min(max(l, 0), len(lines)-1)].Pos()
}

// Lines returns the line that p is on and those below it, h of them or as many
// as there are.
func (d *Doc) Lines(p model.Pos, h int) []Line {
	p = d.article.Clamp(p)
	out := make([]Line, 0, max(h, 0))
	for i, l := p.Block, d.Line(p); i < len(d.article.Body) && len(out) < h; i, l = i+1, 0 {
		lines := d.Block(i)[l:]
		out = append(out, lines[:min(len(lines), h-len(out))]...)
	}
	return out
}
