package format

import (
	"encoding/json"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/format/dialect"
	"juan/data/format/terminal"
)

// isNotebook recognises a Jupyter notebook by how it begins.
func (f *Text) isNotebook() bool {
	head := f.text[f.start:]
	return f.suffix() == ".ipynb" || strings.HasPrefix(strings.TrimLeft(head[:min(len(head), 64)], " \t\r\n"), "{") && strings.Contains(head[:min(len(head), Sniffed)], `"nbformat"`)
}

// notebook reads a notebook as the Markdown and the code of its cells, and what
// the code has written. Offsets count in these.
func (f *Text) notebook() (Draft, error) {
	var doc struct {
		Cells  []notebookCell `json:"cells"`
		Sheets []struct {
			Cells []notebookCell `json:"cells"`
		} `json:"worksheets"` // up to version 3
		Metadata struct {
			Kernel struct{ Language string } `json:"kernelspec"`
		} `json:"metadata"`
	}
	if err := json.Unmarshal([]byte(f.text[f.start:]), &doc); err != nil {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.BadRecords, Err: err}
	}
	var b strings.Builder
	for _, sheet := range doc.Sheets {
		doc.Cells = append(doc.Cells, sheet.Cells...)
	}
	for _, c := range doc.Cells {
		source := strings.TrimRight(joinedText(c.Source)+joinedText(c.Input), "\n")
		switch c.Type {
		case "heading":
			source = strings.Repeat("#", min(max(c.Level, 1), 6)) + " " + source
			fallthrough
		case "markdown":
			b.WriteString(source + "\n\n")
			continue
		}
		if strings.TrimSpace(source) != "" {
			b.WriteString(dialect.Fenced(doc.Metadata.Kernel.Language, source) + "\n\n")
		}
		for _, o := range c.Outputs {
			said := joinedText(o.Text) + joinedText(o.Data["text/plain"])
			if said = strings.TrimRight(terminal.Plain(said), "\n"); strings.TrimSpace(said) != "" {
				b.WriteString(dialect.Fenced("", said) + "\n\n")
			}
		}
	}
	one := *f
	one.text, one.start = charset.OneLineBreak(b.String()), 0
	if strings.TrimSpace(one.text) == "" {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.Empty}
	}
	d := one.markdown()
	f.Notices = one.Notices
	return d, nil
}

// A notebookCell is a cell of a notebook.
type notebookCell struct {
	Type    string          `json:"cell_type"`
	Source  json.RawMessage `json:"source"`
	Input   json.RawMessage `json:"input"` // the code, up to version 3
	Level   int             `json:"level"` // of a heading, up to version 3
	Outputs []struct {
		Text json.RawMessage            `json:"text"`
		Data map[string]json.RawMessage `json:"data"`
	} `json:"outputs"`
}

// joinedText returns a string, or a list of them, each with its line break.
func joinedText(raw json.RawMessage) string {
	var text string
	if json.Unmarshal(raw, &text) == nil {
		return text
	}
	var list []string
	json.Unmarshal(raw, &list)
	return strings.Join(list, "")
}
