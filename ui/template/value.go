package template

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"strings"
	"text/template/parse"
)

// pipeline returns the value of the last command, each of which is handed that of the
// one before, and gives it the names that are declared. Without a pipeline it is nil.
func (f *filling) pipeline(dot any, p *parse.PipeNode) (v any, err error) {
	if p == nil {
		return nil, nil
	}
	var piped []any
	for _, c := range p.Cmds {
		if v, err = f.command(dot, c, piped); err != nil {
			return nil, err
		}
		piped = []any{v}
	}
	for _, d := range p.Decl {
		if p.IsAssign {
			if err = f.set(d.Ident[0], v); err != nil {
				return nil, err
			}
		} else {
			f.variables = append(f.variables, variable{d.Ident[0], v})
		}
	}
	return v, nil
}

// command returns the value of a function, or of what stands alone.
func (f *filling) command(dot any, c *parse.CommandNode, piped []any) (any, error) {
	switch first := c.Args[0].(type) {
	case *parse.IdentifierNode:
		return f.call(dot, first.Ident, c.Args[1:], piped)
	case *parse.NilNode:
		return nil, errors.New("nil is not a command")
	default:
		if len(c.Args) > 1 || len(piped) > 0 {
			return nil, fmt.Errorf("can't give argument to non-function %s", first)
		}
		return f.operand(dot, first)
	}
}

// operand returns the value of one word of a command.
func (f *filling) operand(dot any, n parse.Node) (any, error) {
	switch n := n.(type) {
	case *parse.BoolNode:
		return n.True, nil
	case *parse.StringNode:
		return n.Text, nil
	case *parse.NumberNode:
		return number(n)
	case *parse.NilNode:
		return nil, nil
	case *parse.DotNode:
		return dot, nil
	case *parse.FieldNode:
		return within(dot, n.Ident)
	case *parse.VariableNode:
		v, err := f.variable(n.Ident[0])
		if err != nil {
			return nil, err
		}
		return within(v.value, n.Ident[1:])
	case *parse.ChainNode:
		v, err := f.operand(dot, n.Node)
		if err != nil {
			return nil, err
		}
		return within(v, n.Field)
	case *parse.PipeNode:
		return f.pipeline(dot, n)
	case *parse.IdentifierNode:
		return f.call(dot, n.Ident, nil, nil)
	}
	return nil, fmt.Errorf("can't evaluate %s", n)
}

// variable returns the innermost variable of a name. The parser lets a few pass that there is not:
// one in its own declaration, {{$a := $a}}, and $0.
func (f *filling) variable(name string) (*variable, error) {
	for i := range slices.Backward(f.variables) {
		if f.variables[i].name == name {
			return &f.variables[i], nil
		}
	}
	return nil, fmt.Errorf("undefined variable: %s", name)
}

// call returns what a function gives; and and or look at no more values than they need.
func (f *filling) call(dot any, name string, words []parse.Node, piped []any) (v any, err error) {
	function, short := f.functions[name], name == "and" || name == "or"
	var args []any
	for _, w := range words {
		if v, err = f.operand(dot, w); err != nil {
			return nil, err
		}
		if short && truth(v) == (name == "or") {
			return v, nil
		}
		args = append(args, v)
	}
	return function(append(args, piped...))
}

// number returns what a number is by the way it is written: 2 an int, 2.0 a float64,
// 2i a complex128, 'a' an int.
func number(n *parse.NumberNode) (any, error) {
	based := len(n.Text) > 2 && n.Text[0] == '0' && strings.ContainsAny(n.Text[1:2], "xX") && !strings.ContainsAny(n.Text, "pP")
	switch {
	case n.IsComplex:
		return n.Complex128, nil
	case n.IsFloat && !based && n.Text[0] != '\'' && strings.ContainsAny(n.Text, ".eEpP"):
		return n.Float64, nil
	case n.IsInt && int64(int(n.Int64)) == n.Int64:
		return int(n.Int64), nil
	}
	return nil, fmt.Errorf("%s overflows int", n.Text)
}

// within returns a field of an object, of a field of that, and so on.
func within(v any, names []string) (any, error) {
	for _, name := range names {
		m := reflect.ValueOf(v)
		if m.Kind() != reflect.Map {
			return nil, fmt.Errorf("can't evaluate field %s in %s", name, kind(v))
		}
		inner := m.MapIndex(reflect.ValueOf(name))
		if !inner.IsValid() {
			return nil, MissingError(name)
		}
		v = inner.Interface()
	}
	return v, nil
}

// rounds yields the key and the value of each round of a loop: over a list, over the
// fields of an object by their names, or so many numbers. Its variables are counted.
func rounds(v any, variables int) (iter.Seq2[any, any], error) {
	of := reflect.ValueOf(v)
	switch {
	case v == nil:
		return func(func(any, any) bool) {}, nil
	case of.CanInt() && variables > 1:
		return nil, fmt.Errorf("can't use %v to iterate over more than one variable", v)
	case of.CanInt():
		return func(yield func(any, any) bool) {
			for i := int64(0); i < of.Int() && yield(nil, int(i)); i++ {
			}
		}, nil
	case of.Kind() == reflect.Slice:
		return func(yield func(any, any) bool) {
			for i := 0; i < of.Len() && yield(i, of.Index(i).Interface()); i++ {
			}
		}, nil
	case of.Kind() == reflect.Map:
		names := of.MapKeys()
		slices.SortFunc(names, func(a, b reflect.Value) int { return cmp.Compare(a.String(), b.String()) })
		return func(yield func(any, any) bool) {
			for i := 0; i < len(names) && yield(names[i].Interface(), of.MapIndex(names[i]).Interface()); i++ {
			}
		}, nil
	}
	return nil, fmt.Errorf("range can't iterate over %s", kind(v))
}
