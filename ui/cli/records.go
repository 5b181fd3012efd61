package cli

import (
	"errors"
	"reflect"
	"strings"

	"juan/ui/template"
)

// Records are the objects that a command writes: one array of JSON, or a line for each,
// made by a template.
type records struct {
	inv  *invocation
	all  []any              // for the array
	by   *template.Template // nil for the array
	rows [][]string         // of the table, the head first; nil for lines
}

// The forms that a template may have beside that of text/template: each object as a
// line of JSON, and columns parted by tabs under their names; table alone is the table
// that there is without a template.
const (
	formJSON  = "json"
	formTable = "table "
)

// records returns where objects like one go, nil where the flags ask for text.
func (inv *invocation) records(one any) (*records, error) {
	switch {
	case inv.flags.format != "" && inv.flags.json:
		return nil, &usage{what: "--format", why: "error.format.json"}
	case inv.flags.json:
		return &records{inv: inv, all: []any{}}, nil
	case inv.flags.format == "", inv.flags.format == strings.TrimSpace(formTable):
		return nil, nil
	}
	text, columns := strings.CutPrefix(inv.flags.format, formTable)
	if text == formJSON {
		text = "{{json .}}"
	}
	policy, _ := inv.policy()
	by, err := template.Parse(unescape(text), functions(policy))
	if err != nil {
		return nil, &usage{what: "--format", why: "error.format", args: []any{inv.templateError(err)}}
	}
	r := &records{inv: inv, by: by}
	if columns {
		r.rows = [][]string{}
		if head, err := r.filled(heads(one)); err == nil && !strings.Contains(head, "%!") { // a name is no number
			r.rows = append(r.rows, strings.Split(head, "\t"))
		}
	}
	return r, nil
}

// add writes an object, or keeps it for the array or the table.
func (r *records) add(object any) error {
	if r.by == nil {
		r.all = append(r.all, object)
		return nil
	}
	line, err := r.filled(fielded(reflect.ValueOf(object)))
	var missing template.MissingError
	switch {
	case errors.As(err, &missing):
		return &usage{what: "--format", why: "error.format.field", args: []any{string(missing), strings.Join(names(object), ", ")}}
	case err != nil:
		return &usage{what: "--format", why: "error.format", args: []any{r.inv.templateError(err)}}
	case r.rows != nil:
		r.rows = append(r.rows, strings.Split(line, "\t"))
		return nil
	}
	if err := r.inv.write(line + "\n"); err != nil {
		return err
	}
	return r.inv.flush()
}

// filled returns the template filled with an object.
func (r *records) filled(object any) (string, error) {
	var line strings.Builder
	err := r.by.Fill(&line, object)
	return line.String(), err
}

// end writes the array or the table; without records it is nothing.
func (r *records) end() error {
	switch {
	case r == nil:
		return nil
	case r.rows != nil:
		policy, _ := r.inv.policy()
		return r.inv.table(policy, r.rows)
	case r.by != nil:
		return nil
	}
	return r.inv.writeJSON(r.all)
}

// names returns the names of the fields of an object, those of objects in it too.
func names(v any) (names []string) {
	if t := reflect.TypeOf(v); t.Kind() == reflect.Struct {
		for _, f := range fields(t) {
			names = append(names, f.name)
		}
	}
	return names
}

// heads returns an object whose fields hold their own names in capitals, from which a
// template makes the head of a table. The name of a file has no fields: its head is FILE.
func heads(v any) any {
	t := reflect.TypeOf(v)
	if t.Kind() != reflect.Struct {
		return plain("FILE")
	}
	all := make(object)
	for _, f := range fields(t) {
		if len(f.at) == 1 {
			all[f.name] = plain(strings.ToUpper(f.name))
			all[t.Field(f.at[0]).Name] = all[f.name]
		}
	}
	return all
}

// templateError words an error in a template; one without words of its own is given in
// those of package template, without the position.
func (inv *invocation) templateError(err error) string {
	parts := strings.Split(err.Error(), ": ")
	said := parts[len(parts)-1]
	name, function := strings.CutPrefix(said, "function ")
	switch {
	case strings.HasPrefix(said, "unclosed action"):
		return inv.words.Say("error.format.unclosed")
	case said == "unexpected EOF":
		return inv.words.Say("error.format.end")
	case function:
		name, _, _ = strings.Cut(name, " not defined")
		return inv.words.Say("error.format.function", strings.Trim(name, `"`))
	}
	return said
}
