package ui

import (
	"strings"

	"juan/ui/words"
)

// A KeyRow is a row of the key table: how the keys are written and what they
// do.
type KeyRow struct{ Keys, What string }

// KeyTable returns the table of keys, in the order they are taught.
func KeyTable(w words.Words) []KeyRow {
	var out []KeyRow
	for _, c := range commands() {
		out = append(out, keyRow(c, w))
	}
	return out
}

// keyRow returns the row of a command. Where its keys do not hold in every pane
// it says in which they do.
func keyRow(c command, w words.Words) KeyRow {
	row := KeyRow{keyNames(c), w.Say("command." + c.name)}
	if in := c.in & inPanes; in != 0 && in != inPanes {
		row.What = w.Say("keys.in", row.What, paneNames(in, w))
	}
	switch c.in & (anywhere | inLayer) {
	case inSelection:
		row.What = w.Say("keys.in", row.What, w.Say("keys.selecting"))
	case inMarks:
		row.What = w.Say("keys.in", row.What, w.Say("keys.marks"))
	case inNote:
		row.What = w.Say("keys.in", row.What, w.Say("keys.note"))
	}
	return row
}

// paneNames names the panes of a scope.
func paneNames(in scope, w words.Words) string {
	var names []string
	for i, name := range [panes]string{w.Say("pane.articles"), w.Say("pane.text"), w.Say("pane.outline")} {
		if in&(inList<<i) != 0 {
			names = append(names, strings.ToLower(name))
		}
	}
	return strings.Join(names, w.Say("keys.and"))
}

func keyNames(c command) string {
	var s []string
	for _, k := range c.keys {
		s = append(s, KeyName(k))
	}
	return strings.Join(s, " ")
}
