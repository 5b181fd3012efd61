package cli

import (
	"reflect"
	"strings"
)

// A shape is what a command writes as JSON: objects of one type.
type shape struct {
	command string // as it is typed
	of      reflect.Type
}

// shapes returns what the commands write as JSON. The manual page and the help of
// --format are made of it.
func shapes() []shape {
	return []shape{
		{"list", reflect.TypeFor[listed]()},
		{"outline", reflect.TypeFor[outlined]()},
		{"search", reflect.TypeFor[found]()},
		{"search --count", reflect.TypeFor[counted]()},
		{"figures", reflect.TypeFor[told]()},
		{"notes", reflect.TypeFor[note]()},
		{"doctor", reflect.TypeFor[diagnosis]()},
		{"cache", reflect.TypeFor[Cache]()},
		{"state", reflect.TypeFor[State]()},
	}
}

// A field is one of an object, those of objects in it after their own: level of
// sections is sections.level.
type field struct {
	name string
	at   []int // index of the field in its struct, and of that in the one around it
}

// fields returns the fields that objects of a type have, in the order in which they are
// written. A nested object that is documented elsewhere, as the cache in doctor, is one
// field.
func fields(t reflect.Type) (all []field) {
	for i := range t.NumField() {
		name, _, _ := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		all = append(all, field{name, []int{i}})
		inner := t.Field(i).Type
		if inner.Kind() == reflect.Slice {
			inner = inner.Elem()
		}
		if inner != reflect.TypeFor[section]() && inner != reflect.TypeFor[ambiguity]() {
			continue
		}
		for _, f := range fields(inner) {
			all = append(all, field{name + "." + f.name, append([]int{i}, f.at...)})
		}
	}
	return all
}

// about says what a field of what a command writes holds: by the command where it is
// not the same everywhere.
func (inv *invocation) about(command string, f field) string {
	command, _, _ = strings.Cut(command, " ")
	name := f.name[strings.LastIndexByte(f.name, '.')+1:]
	own := "json." + command + "." + name
	if said := inv.words.Say(own); said != own && len(f.at) == 1 {
		return said
	}
	return inv.words.Say("json." + name)
}
