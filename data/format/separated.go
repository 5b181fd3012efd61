package format

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"juan/model"
)

// Tables with more are shown as they stand: no reader sees such a one as a table.
const (
	maxTableBytes   = 1 << 20
	maxTableColumns = 32
)

// separated reads a table whose cells are parted by commas or tabs; ok is false
// where the name of the file does not say so, or where its rows are not of one
// length. The first row is the head where it has no figures and the next has.
func (f *Text) separated() (d Draft, ok bool) {
	source := f.text[f.start:]
	r := csv.NewReader(strings.NewReader(source))
	switch f.suffix() {
	case ".csv":
		r.Comma = ','
	case ".tsv":
		r.Comma, r.LazyQuotes = '\t', true
	default:
		return d, false
	}
	if len(source) > maxTableBytes {
		return d, false
	}
	k := model.Table{}
	lines := lineStarts(source)
	for {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return d, false
		}
		var cells []model.Prose
		for i, text := range row {
			line, column := r.FieldPos(i)
			at := lines[line-1] + column - 1
			if at < len(source) && source[at] == '"' {
				at++
			}
			text = strings.Join(strings.Fields(text), " ")
			cells = append(cells, model.NewProse(text, []model.Span{{To: len(text), Src: f.start + at}}))
		}
		k.Rows = append(k.Rows, cells)
	}
	if len(k.Rows) < 2 || len(k.Rows[0]) < 2 || len(k.Rows[0]) > maxTableColumns {
		return d, false
	}
	k.Leaf.Src = k.Rows[0][0].At(0).Src
	k.Head = !hasFigures(k.Rows[0]) && hasFigures(k.Rows[1])
	k.Align = make([]model.Align, len(k.Rows[0]))
	return Draft{Entry: f.entry(), Body: []model.Block{k}}, true
}

// lineStarts returns the bytes at which the lines of a text begin.
func lineStarts(text string) []int {
	starts := []int{0}
	for i := range len(text) {
		if text[i] == '\n' {
			starts = append(starts, i+1)
		}
	}
	return starts
}

// hasFigures reports whether one of the cells has a figure.
func hasFigures(cells []model.Prose) bool {
	for _, c := range cells {
		if strings.ContainsAny(c.Text(), "0123456789") {
			return true
		}
	}
	return false
}
