package ui

import (
	"slices"
	"strings"
	"unicode/utf8"

	"juan/ui/words"
)

// A Binding is an entry of the reader's own keys: those of a command.
type Binding struct {
	Focus   string // the part of the screen where they hold, "" for wherever the command can be given
	Command string
	Keys    []string // none takes its keys from it
	Line    int      // of the file that it stands in
}

// A Keymap is what the reader made of the table of commands.
type Keymap []Binding

// A KeyFault is an entry that does not hold, and why, as the catalogue has it.
type KeyFault struct {
	Line int
	Name string // of the entry
	why  string
	args []any
}

// Say words the fault.
func (f KeyFault) Say(w words.Words) string {
	args := slices.Clone(f.args)
	for i, a := range args {
		if c, ok := a.(named); ok {
			args[i] = w.Say("keys.command", string(c), w.Say("command."+string(c)))
		}
	}
	return f.Name + ": " + w.Say("keys.fault."+f.why, args...)
}

// A named is the name of a command; messages show it together with what the command
// does.
type named string

// A part is a part of the screen where keys may mean something of their own.
type part struct {
	name string
	in   scope
}

// focuses returns the parts of the screen, by the names that a keymap has for them.
func focuses() [8]part {
	return [8]part{{"list", inList}, {"text", inText}, {"outline", inOutline}, {"popup", inPopup}, {"prompt", inPrompt},
		{"selection", inSelection}, {"marks", inMarks}, {"note", inNote}}
}

// table returns the table of commands under a keymap, and the entries that are not
// applied: those that name something unknown, and those by which two commands would
// share a key. Of two such entries the one further down the file gives way, and its
// command keeps the keys that it has without it. A command whose keys differ between
// parts of the screen has several rows.
func table(own Keymap) ([]command, []KeyFault) {
	var faults []KeyFault
	var held Keymap
	for _, b := range own {
		checked, fault := b.checked()
		if fault != nil {
			faults = append(faults, *fault)
			continue
		}
		held = append(held, checked)
	}
	for {
		t := held.rows()
		k := clashing(t)
		if k == nil {
			return t, faults
		}
		loser, winner := held.decides(k.a, k.in), held.decides(k.b, k.in)
		name := k.b
		if loser < 0 || winner >= 0 && held[winner].Line > held[loser].Line {
			loser, winner, name = winner, loser, k.a
		}
		fault := held[loser].fault("taken", KeyName(k.key), named(name))
		if winner >= 0 {
			fault = held[loser].fault("shared", KeyName(k.key), named(name), held[winner].Line)
		}
		faults = append(faults, fault)
		held = slices.Delete(held, loser, loser+1)
	}
}

// commands returns the table under a keymap; [KeyTable] reports what is wrong with
// that.
func (m Keymap) commands() []command {
	t, _ := table(m)
	return t
}

// A clash is a key that two commands share where both can be given.
type clash struct {
	key  string
	in   part
	a, b string
}

// clashing returns the first clash in a table, nil where there is none.
func clashing(t []command) *clash {
	for _, f := range focuses() {
		owner := make(map[string]string)
		for _, c := range t {
			if c.in&f.in == 0 {
				continue
			}
			for _, k := range c.keys {
				if other, taken := owner[k]; taken && other != c.name {
					return &clash{k, f, other, c.name}
				}
				owner[k] = c.name
			}
		}
	}
	return nil
}

// decides returns the index of the entry that says which keys a command has in a
// part of the screen, -1 for none.
func (m Keymap) decides(name string, in part) int {
	if i := slices.IndexFunc(m, func(b Binding) bool { return b.Command == name && b.Focus == in.name }); i >= 0 {
		return i
	}
	return slices.IndexFunc(m, func(b Binding) bool {
		return b.Command == name && b.Focus == "" && (in.in&inWriting == 0 || b.reachesPrompts())
	})
}

// reachesPrompts reports whether an entry for all of the screen holds where one
// types too. Keys that write are text there: an entry of those alone leaves the keys
// of a prompt as they are.
func (b Binding) reachesPrompts() bool {
	return len(b.Keys) == 0 || slices.ContainsFunc(b.Keys, func(k string) bool { return !printable(k) })
}

// rows returns the table under a keymap that has no faults.
func (m Keymap) rows() []command {
	var out []command
	for _, c := range commands() {
		first := len(out)
		for _, f := range focuses() {
			if c.in&f.in == 0 {
				continue
			}
			keys := c.keys
			if i := m.decides(c.name, f); i >= 0 {
				keys = m[i].Keys
			}
			i := first
			for i < len(out) && !slices.Equal(out[i].keys, keys) {
				i++
			}
			if i == len(out) {
				row := c
				row.keys, row.in = keys, c.in&^places
				out = append(out, row)
			}
			out[i].in |= f.in
		}
		for i := first; i < len(out) && len(out)-first > 1; i++ {
			out[i].in |= parted
		}
	}
	return out
}

// checked returns an entry with its keys in the spelling of the table, or what is wrong
// with it on its own.
func (b Binding) checked() (Binding, *KeyFault) {
	wrong := func(why string, args ...any) (Binding, *KeyFault) {
		f := b.fault(why, args...)
		return b, &f
	}
	all := commands()
	i := slices.IndexFunc(all, func(c command) bool { return c.name == b.Command })
	if i < 0 {
		return b.unknown(all)
	}
	in := all[i].in & places
	if b.Focus != "" {
		parts := focuses()
		f := slices.IndexFunc(parts[:], func(p part) bool { return p.name == b.Focus })
		switch {
		case f < 0:
			return wrong("focus", b.Focus, focusNames())
		case in&parts[f].in == 0:
			return wrong("elsewhere", named(b.Command), b.Focus)
		}
		in = parts[f].in
	}
	keys := []string{}
	for _, k := range b.Keys {
		key, why := parseKey(k)
		switch {
		case why != "":
			return wrong(why, k)
		case in&inWriting != 0 && in&^inWriting == 0 && printable(key):
			return wrong("writes", k)
		case !slices.Contains(keys, key):
			keys = append(keys, key)
		}
	}
	if len(keys) == 0 && (b.Command == "close" || b.Command == "interrupt") {
		return wrong("needed", named(b.Command))
	}
	b.Keys = keys
	return b, nil
}

// unknown says that there is no such command, and which was probably meant.
func (b Binding) unknown(all []command) (Binding, *KeyFault) {
	var known []string
	for _, c := range all {
		known = append(known, c.name)
	}
	f := b.fault("command", b.Command)
	if near := words.Near(b.Command, known); near != "" {
		f = b.fault("near", b.Command, near)
	}
	return b, &f
}

// focusNames returns the names of all parts of the screen.
func focusNames() string {
	var names []string
	for _, f := range focuses() {
		names = append(names, f.name)
	}
	return strings.Join(names, ", ")
}

// fault says what is wrong with an entry.
func (b Binding) fault(why string, args ...any) KeyFault {
	name := "keys." + b.Command
	if b.Focus != "" {
		name = "keys." + b.Focus + "." + b.Command
	}
	return KeyFault{b.Line, name, why, args}
}

// printable reports whether a key writes where one types.
func printable(key string) bool { return key == "space" || utf8.RuneCountInString(key) == 1 }
