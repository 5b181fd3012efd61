package config

import (
	"fmt"
	"maps"
	"slices"
)

// A Binding is an entry of the table of keys: the keys of a command. Which
// commands, keys and parts of the screen there are this package does not know.
type Binding struct {
	Focus   string // the part of the screen where they hold, "" for wherever the command can be given
	Command string
	Keys    []string // none takes its keys from it
	Line    int      // from 1, 0 where it is not known
}

// Name returns the entry's name in the file.
func (b Binding) Name() string {
	if b.Focus != "" {
		return "keys." + b.Focus + "." + b.Command
	}
	return "keys." + b.Command
}

// bindings takes the table of keys, and the tables in it.
func (p *parsing) bindings(value any) []Binding {
	table, ok := value.(map[string]any)
	if !ok {
		p.fault(Fault{Key: "keys", Why: WrongValue, Want: "[keys]", Then: "[keys]"}, "keys")
		return nil
	}
	out := p.bound("", table)
	slices.SortStableFunc(out, func(a, b Binding) int { return a.Line - b.Line })
	return out
}

// bound takes the entries of one table of keys.
func (p *parsing) bound(focus string, table map[string]any) (out []Binding) {
	for _, command := range slices.Sorted(maps.Keys(table)) {
		value := table[command]
		if inner, ok := value.(map[string]any); ok && focus == "" {
			out = append(out, p.bound(command, inner)...)
			continue
		}
		b := Binding{Focus: focus, Command: command}
		b.Line = p.lines[b.Name()]
		var ok bool
		if b.Keys, ok = keys(value); !ok {
			p.fault(Fault{Key: b.Name(), Why: WrongValue, Want: `"x", ["x", "ctrl+x"], []`, Line: b.Line}, "")
			continue
		}
		out = append(out, b)
	}
	return out
}

// keys takes one key or a list of them.
func keys(value any) (found []string, ok bool) {
	switch v := value.(type) {
	case string:
		return []string{v}, true
	case []any:
		for _, one := range v {
			key, ok := one.(string)
			if !ok {
				return nil, false
			}
			found = append(found, key)
		}
		return found, len(v) < mostKeys
	}
	return nil, false
}

// mostKeys is more keys than a command can make use of.
const mostKeys = 100

// quoted returns keys as the file has them.
func quoted(keys []string) string {
	switch len(keys) {
	case 1:
		return fmt.Sprintf("%q", keys[0])
	case 0:
		return "[]"
	}
	return "[" + listed(keys...) + "]"
}
