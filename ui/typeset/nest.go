package typeset

import (
	"strings"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/repair"
	"juan/ui/role"
)

const (
	quoteBar = 2  // cells of the bar beside a quote, with the blank after it
	least    = 8  // cells that containers leave to their text while they can
	narrow   = 40 // on a page narrower than this list items hang by their marker only
)

// A box is the room that a container takes at the left of its text: its marker on the
// first line of the block, and blank cells on every other line; the marker may be
// wider.
type box struct {
	kind   model.ContainerKind
	marker string
	task   model.Task
	opens  bool // the block is the first in the container
	cells  int  // even
}

// boxes returns the boxes of the containers around block i and the cells they
// leave of width.
func (d *Doc) boxes(i, width int) ([]box, int) {
	nest := d.article.Body[i].In()
	if len(nest) == 0 {
		return nil, width
	}
	var before []model.Container
	if i > 0 {
		before = d.article.Body[i-1].In()
	}
	out := make([]box, len(nest))
	for k, c := range nest {
		b := box{kind: c.Kind, opens: k >= len(before) || before[k].ID != c.ID || k > 0 && out[k-1].opens}
		switch c.Kind {
		case model.Quote:
			b.cells = quoteBar
			if k == 0 { // so that its bar does not stand beside the rule of a pane
				b.cells += 2
			}
		case model.Item:
			b.marker, b.task = c.Marker, c.Task
			b.cells = even(max(itemBox(width), 1+d.settings.Policy.Width(d.marker(b))))
		case model.Note:
			b.marker = label(c)
			b.cells = d.noteBox()
		}
		out[k] = b
	}
	return out, shrink(out, width)
}

func label(c model.Container) string { return "[" + cell.Visible(c.Marker) + "]" }

// noteBox returns the cells of a box that holds the label of any note of the
// article, so that all notes hang alike; a label much longer than the others
// stands out of it.
func (d *Doc) noteBox() int {
	if d.notes == 0 {
		d.notes = 4
		body := d.article.Body
		for i := len(body) - 1; i >= 0 && noted(body[i]); i-- {
			if w := even(1 + d.settings.Policy.Width(label(body[i].In()[0]))); w <= least {
				d.notes = max(d.notes, w)
			}
		}
	}
	return d.notes
}

func itemBox(width int) int {
	if width < narrow {
		return 2
	}
	return 4
}

// shrink narrows boxes, the outer ones first, until they leave enough of width
// to the text, and returns what they leave.
func shrink(boxes []box, width int) int {
	for _, b := range boxes {
		width -= b.cells
	}
	for _, smallest := range []int{2, 0} {
		for k := range boxes {
			if b := &boxes[k]; width < least && b.cells > smallest {
				width += b.cells - smallest
				b.cells = smallest
			}
		}
	}
	return width
}

// marker returns the marker of an item and the box of its task. Where
// ambiguous characters are wide, or are to be avoided, bullets are hyphens.
func (d *Doc) marker(b box) string {
	m := cell.Visible(strings.TrimSpace(b.marker))
	if d.settings.Replace {
		m, _ = repair.Steps{Replace: true}.Show(m)
	}
	switch {
	case m != "":
	case b.task != model.NoTask:
	case d.plainGlyphs():
		m = "-"
	default:
		m = "•"
	}
	switch b.task {
	case model.Open:
		m = strings.TrimSpace(m + " [ ]")
	case model.Done:
		m = strings.TrimSpace(m + " [x]")
	}
	return m
}

func (b box) role() role.Role {
	switch {
	case b.kind == model.Note:
		return role.NoteMark
	case b.task == model.Open:
		return role.Task
	case b.task == model.Done:
		return role.TaskDone
	}
	return role.Marker
}

// margin opens a line with the markers of its containers and returns the cells by which
// these are wider than the boxes.
func (b *builder) margin() int {
	free, over := 0, 0 // blanks not yet written, cells written too many
	for _, x := range b.boxes {
		m, w := "", 0
		if x.opens && !b.opened && x.kind != model.Quote {
			m = x.marker
			if x.kind == model.Item {
				m = b.doc.marker(x)
			}
			w = b.policy.Width(m)
		}
		switch {
		case x.kind == model.Quote && x.cells > 0:
			b.blank(free + x.cells - quoteBar)
			b.ours(b.doc.bar()+" ", role.QuoteBar)
			free = 0
		case m == "" || w == 0:
			free += x.cells
		case w < x.cells: // figures end where the text begins, less a space
			b.blank(free + x.cells - w - 1)
			b.ours(m, x.role())
			free = 1
		case b.cells-over-even(w+1) >= 6: // the marker stands out of its box
			b.blank(free)
			b.ours(m, x.role())
			free, over = even(w+1)-w, over+even(w+1)-x.cells
		default:
			free += x.cells
		}
	}
	b.blank(free)
	b.opened = true
	return over
}

// over returns by how many cells the markers on the first line are wider than
// the boxes.
func (b *builder) over() int {
	if b.opened || len(b.boxes) == 0 {
		return 0
	}
	runs, lines := len(b.runs), len(b.start)
	cells := b.cells - b.begin()
	b.runs, b.start, b.opened = b.runs[:runs], b.start[:lines], false
	return cells
}

// even returns n, one more where it is odd.
func even(n int) int { return n + n&1 }
