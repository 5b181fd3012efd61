package ui

import (
	"strings"

	"juan/ui/words"
)

// A KeyRow is a row of the key table: how the keys are written and what they
// do.
type KeyRow struct{ Keys, What string }

// KeyTable returns the table of keys under a keymap, in the order they are taught,
// and what is wrong with the keymap.
func KeyTable(w words.Words, own Keymap) (rows []KeyRow, faults []KeyFault) {
	all, faults := table(own)
	for _, c := range all {
		rows = append(rows, keyRow(c, w))
	}
	return rows, faults
}

// A Command is a command with its name in a keymap and the keys that it has where
// the reader chose none.
type Command struct {
	Name string
	Keys []string
	What string // it does
}

// Commands returns all commands.
func Commands(w words.Words) []Command {
	var out []Command
	for _, c := range commands() {
		out = append(out, Command{c.name, c.keys, keyRow(c, w).What})
	}
	return out
}

// keyRow returns the row of a command. Where its keys do not hold in every pane,
// or it has others elsewhere, it says where they do.
func keyRow(c command, w words.Words) KeyRow {
	row := KeyRow{w.Signs(keyNames(c)), w.Say("command." + c.name)}
	if row.Keys == "" {
		row.Keys = w.Say("keys.unset")
	}
	in := c.in & inPanes
	if c.in&parted != 0 {
		in = c.in & places
	}
	if in != 0 && in != inPanes {
		row.What = w.Say("keys.in", row.What, partNames(in, w))
	}
	switch c.in & places {
	case inSelection:
		row.What = w.Say("keys.in", row.What, w.Say("keys.selecting"))
	case inMarks:
		row.What = w.Say("keys.in", row.What, w.Say("keys.marks"))
	case inNote:
		row.What = w.Say("keys.in", row.What, w.Say("keys.note"))
	}
	return row
}

// partNames names the parts of the screen of a scope.
func partNames(in scope, w words.Words) string {
	var names []string
	for i, key := range [...]string{"pane.articles", "pane.text", "pane.outline", "keys.popup", "keys.prompt", "keys.selecting", "keys.marks", "keys.note"} {
		if in&(inList<<i) != 0 {
			names = append(names, strings.ToLower(w.Say(key)))
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
