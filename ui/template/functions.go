package template

import (
	"errors"
	"fmt"
	"reflect"
	"text/template"
)

// builtins returns the functions of text/template, but for call: there is nothing that
// could be called.
func builtins() map[string]Function {
	return map[string]Function{
		"and":      Args(1, -1, last),
		"or":       Args(1, -1, last),
		"not":      Args(1, 1, func(args []any) (any, error) { return !truth(args[0]), nil }),
		"len":      Args(1, 1, length),
		"index":    Args(1, -1, index),
		"slice":    Args(1, 4, slice),
		"eq":       Args(2, -1, equalAny),
		"ne":       Args(2, 2, unequal),
		"lt":       Args(2, 2, less),
		"le":       Args(2, 2, lessOrEqual),
		"gt":       Args(2, 2, negated(lessOrEqual)),
		"ge":       Args(2, 2, negated(less)),
		"print":    written(fmt.Sprint),
		"println":  written(fmt.Sprintln),
		"printf":   Args(1, -1, printf),
		"html":     written(template.HTMLEscaper),
		"js":       written(template.JSEscaper),
		"urlquery": written(template.URLQueryEscaper),
	}
}

// Args returns a function that takes at least so many values and at most so many, any
// number where that is negative.
func Args(least, most int, f Function) Function {
	return func(args []any) (any, error) {
		if len(args) < least || most >= 0 && len(args) > most {
			return nil, fmt.Errorf("wrong number of arguments: %d", len(args))
		}
		return f(args)
	}
}

// written returns a function that makes text of any number of values.
func written(f func(...any) string) Function {
	return func(args []any) (any, error) { return f(args...), nil }
}

// last is what and and or give where none of their values decided.
func last(args []any) (any, error) { return args[len(args)-1], nil }

func printf(args []any) (any, error) {
	form := reflect.ValueOf(args[0])
	if form.Kind() != reflect.String {
		return nil, fmt.Errorf("the format is %s", kind(args[0]))
	}
	return fmt.Sprintf(form.String(), args[1:]...), nil
}

// truth reports whether a value is more than nothing: not nil, false, zero or empty.
func truth(v any) bool {
	of := reflect.ValueOf(v)
	switch of.Kind() {
	case reflect.Invalid:
		return false
	case reflect.String, reflect.Slice, reflect.Map:
		return of.Len() > 0
	}
	return !of.IsZero()
}

// kind says what a value is, for errors.
func kind(v any) string {
	switch reflect.ValueOf(v).Kind() {
	case reflect.Invalid:
		return "nil"
	case reflect.String:
		return "a text"
	case reflect.Slice:
		return "a list"
	case reflect.Map:
		return "an object"
	case reflect.Bool:
		return "a truth value"
	}
	return "a number"
}

// length returns how many bytes a text has, how many items a list, how many fields an
// object.
func length(args []any) (any, error) {
	switch of := reflect.ValueOf(args[0]); of.Kind() {
	case reflect.String, reflect.Slice, reflect.Map:
		return of.Len(), nil
	}
	return nil, fmt.Errorf("len of %s", kind(args[0]))
}

// index returns what stands in a list or a text at a place, in an object under a name,
// and in that at the next place or name. What is not in an object is nil.
func index(args []any) (any, error) {
	v := args[0]
	if v == nil {
		return nil, errors.New("index of nil")
	}
	for _, at := range args[1:] {
		switch of := reflect.ValueOf(v); of.Kind() {
		case reflect.String, reflect.Slice:
			i, err := place(at, of.Len()-1)
			if err != nil {
				return nil, err
			}
			if v = of.Index(i).Interface(); of.Kind() == reflect.String {
				v = int(of.String()[i])
			}
		case reflect.Map:
			name := reflect.ValueOf(at)
			if name.Kind() != reflect.String {
				return nil, fmt.Errorf("%s is no name of a field", kind(at))
			}
			inner := of.MapIndex(name.Convert(of.Type().Key()))
			if v = nil; inner.IsValid() {
				v = inner.Interface()
			}
		default:
			return nil, fmt.Errorf("can't index %s", kind(v))
		}
	}
	return v, nil
}

// slice returns a stretch of a list or a text, from a place up to another.
func slice(args []any) (any, error) {
	of := reflect.ValueOf(args[0])
	text := of.Kind() == reflect.String
	if !text && of.Kind() != reflect.Slice || text && len(args) > 3 {
		return nil, fmt.Errorf("can't slice %s", kind(args[0]))
	}
	from, to, end := 0, of.Len(), of.Len()
	for i, at := range []*int{&from, &to, &end}[:len(args)-1] {
		var err error
		if *at, err = place(args[1+i], of.Len()); err != nil {
			return nil, err
		}
	}
	if from > to || to > end {
		return nil, fmt.Errorf("invalid slice index: %d > %d", max(from, to), min(to, end))
	}
	return of.Slice(from, to).Interface(), nil
}

// place returns a value that is a place, at most the last one.
func place(v any, last int) (int, error) {
	of := reflect.ValueOf(v)
	if !of.CanInt() {
		return 0, fmt.Errorf("cannot index with %s", kind(v))
	}
	if at := of.Int(); at < 0 || at > int64(last) {
		return 0, fmt.Errorf("index out of range: %d", at)
	}
	return int(of.Int()), nil
}
