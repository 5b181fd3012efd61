package cli

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"

	"github.com/spf13/cobra"

	"juan/ui/cell"
	"juan/ui/template"
)

// formatting adds the flags by which a command writes what programs read.
func (inv *invocation) formatting(c *cobra.Command) *cobra.Command {
	f := c.Flags()
	f.StringVar(&inv.flags.format, "format", "", inv.words.Say("cli.flag.format"))
	f.Lookup("format").Annotations = map[string][]string{placeholder: {"TEMPLATE"}}
	return c
}

// functions are what a template may call beside what text/template has.
func functions(p cell.Policy) map[string]template.Function {
	text := func(f func(string) string) template.Function {
		return template.Args(1, 1, func(args []any) (any, error) { return f(fmt.Sprint(args[0])), nil })
	}
	fitted := func(f func(string, int) string) template.Function {
		return template.Args(2, 2, func(args []any) (any, error) {
			cells, ok := args[0].(int)
			if !ok || cells > maxCells {
				return nil, fmt.Errorf("%v is no number of cells", args[0])
			}
			return f(fmt.Sprint(args[1]), cells), nil
		})
	}
	return map[string]template.Function{
		"json":     template.Args(1, 1, func(args []any) (any, error) { return inJSON(args[0]) }),
		"join":     template.Args(2, 2, joined),
		"upper":    text(strings.ToUpper),
		"lower":    text(strings.ToLower),
		"pad":      fitted(p.Pad),
		"truncate": fitted(func(s string, cells int) string { return strings.TrimRight(p.Fit(s, cells), " ") }),
	}
}

// joined returns the items of a list in one line, with a text between them.
func joined(args []any) (any, error) {
	list, ok := args[1].([]any)
	if !ok {
		return nil, fmt.Errorf("join wants a list")
	}
	var parts []string
	for _, v := range list {
		parts = append(parts, fmt.Sprint(v))
	}
	return strings.Join(parts, fmt.Sprint(args[0])), nil
}

// A plain is a text as a template has it: what would act on a terminal is only seen,
// but as JSON it is whole.
type plain string

func (s plain) String() string { return cell.Visible(string(s)) }

// fielded returns an object as a template has it: its fields by their names in JSON
// and by those with a capital, so that .title and .Title are the same; "" for null.
func fielded(v reflect.Value) any {
	switch v.Kind() {
	case reflect.String:
		return plain(v.String())
	case reflect.Pointer:
		if v.IsNil() {
			return plain("")
		}
		return fielded(v.Elem())
	case reflect.Slice:
		all := make([]any, v.Len())
		for i := range all {
			all[i] = fielded(v.Index(i))
		}
		return all
	case reflect.Struct:
		all := make(object, 2*v.NumField())
		for _, f := range fields(v.Type()) {
			if len(f.at) == 1 {
				all[f.name] = fielded(v.Field(f.at[0]))
				all[v.Type().Field(f.at[0]).Name] = all[f.name]
			}
		}
		all[""] = whole{v.Interface()}
		return all
	}
	return v.Interface()
}

// An object is the fields of one, and under "" the value that it is made of.
type object map[string]any

// MarshalJSON writes the object as --json does.
func (o object) MarshalJSON() ([]byte, error) {
	of, _ := o[""].(whole)
	return json.Marshal(of.value)
}

// String returns the object as JSON.
func (o object) String() string {
	text, _ := inJSON(o)
	return text
}

// A whole is a value that a template does not see.
type whole struct{ value any }

func (whole) String() string { return "" }

// inJSON returns a value as one line of JSON.
func inJSON(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSuffix(escaped([]byte(b.String())), "\n"), err
}

// unescape turns \t and \n outside of actions into what they stand for, as other
// programs with such templates do: a shell leaves them alone.
func unescape(text string) string {
	var out strings.Builder
	marks := strings.NewReplacer(`\t`, "\t", `\n`, "\n")
	for text != "" {
		before, rest, found := strings.Cut(text, "{{")
		out.WriteString(marks.Replace(before))
		if !found {
			break
		}
		action, after, closed := strings.Cut(rest, "}}")
		out.WriteString("{{" + action)
		if closed {
			out.WriteString("}}")
		}
		text = after
	}
	return out.String()
}
