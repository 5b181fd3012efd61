// Package template fills the templates of the command line: the syntax of package
// text/template and its functions, over texts, numbers, truth values, lists and objects,
// which are maps with names for keys. It calls no methods of what it is given, and so
// the linker need not keep the exported methods of all types of the program, a tenth
// of its size. It does not know what the objects are.
package template

import (
	"fmt"
	"io"
	"maps"
	"text/template/parse"
)

// A Function is called with the values that stand behind its name in a template; what
// came down the pipeline is the last of them.
type Function func(args []any) (any, error)

// A Template is text with actions. It may be filled any number of times.
type Template struct {
	trees     map[string]*parse.Tree // those that {{define}} names, and under "" the text itself
	functions map[string]Function
}

// Parse takes a template apart. Its errors are those of package text/template/parse.
func Parse(text string, own map[string]Function) (*Template, error) {
	t := &Template{functions: builtins()}
	maps.Copy(t.functions, own)
	known := make(map[string]any)
	for name, f := range t.functions {
		known[name] = f
	}
	var err error
	t.trees, err = parse.Parse("", text, "", "", known)
	return t, err
}

// A MissingError says that an object has no field of this name.
type MissingError string

func (e MissingError) Error() string { return fmt.Sprintf("no field %q", string(e)) }

// Fill writes the template filled with a value. It fails with a MissingError, with an
// error of a function or of w, or where a value is not what an action needs.
func (t *Template) Fill(w io.Writer, value any) error {
	return (&filling{Template: t, out: w}).tree("", value)
}

// A filling is a template on its way to the output.
type filling struct {
	*Template
	out       io.Writer
	variables []variable // the innermost last
	depth     int        // of templates that call templates
}

type variable struct {
	name  string // with its $
	value any
}

// maxDepth is how deep templates may call each other: one that calls itself would
// never end.
const maxDepth = 1000

// A jump leaves a loop, or what is left of one round of it.
type jump string

func (j jump) Error() string { return string(j) }

const (
	breaking   jump = "break"
	continuing jump = "continue"
)

// tree fills the template of a name; it sees no variables but $.
func (f *filling) tree(name string, dot any) error {
	tree := f.trees[name]
	switch {
	case tree == nil:
		return fmt.Errorf("template %q not defined", name)
	case f.depth == maxDepth:
		return fmt.Errorf("template %q calls itself without an end", name)
	}
	inner := filling{f.Template, f.out, []variable{{"$", dot}}, f.depth + 1}
	return inner.list(dot, tree.Root)
}

// list fills actions and the text between them; nil is none.
func (f *filling) list(dot any, l *parse.ListNode) error {
	if l == nil {
		return nil
	}
	for _, n := range l.Nodes {
		if err := f.node(dot, n); err != nil {
			return err
		}
	}
	return nil
}

func (f *filling) node(dot any, n parse.Node) error {
	switch n := n.(type) {
	case *parse.TextNode:
		_, err := f.out.Write(n.Text)
		return err
	case *parse.ActionNode:
		return f.action(dot, n)
	case *parse.IfNode:
		return f.branch(dot, &n.BranchNode)
	case *parse.WithNode:
		return f.branch(dot, &n.BranchNode)
	case *parse.RangeNode:
		return f.loop(dot, n)
	case *parse.TemplateNode:
		inner, err := f.pipeline(dot, n.Pipe)
		if err != nil {
			return err
		}
		return f.tree(n.Name, inner)
	case *parse.BreakNode:
		return breaking
	case *parse.ContinueNode:
		return continuing
	}
	return fmt.Errorf("unexpected %s", n)
}

// action writes the value of a pipeline, unless it only gives it a name.
func (f *filling) action(dot any, n *parse.ActionNode) error {
	v, err := f.pipeline(dot, n.Pipe)
	switch {
	case err != nil || len(n.Pipe.Decl) > 0:
		return err
	case v == nil:
		v = "<no value>"
	}
	_, err = fmt.Fprint(f.out, v)
	return err
}

// branch fills one of the two parts of {{if}} and {{with}}.
func (f *filling) branch(dot any, n *parse.BranchNode) error {
	defer f.forget(len(f.variables))
	v, err := f.pipeline(dot, n.Pipe)
	switch {
	case err != nil:
		return err
	case !truth(v):
		return f.list(dot, n.ElseList)
	case n.NodeType == parse.NodeWith:
		dot = v
	}
	return f.list(dot, n.List)
}

// loop fills {{range}}.
func (f *filling) loop(dot any, n *parse.RangeNode) error {
	defer f.forget(len(f.variables))
	v, err := f.pipeline(dot, n.Pipe)
	if err != nil {
		return err
	}
	items, err := rounds(v, len(n.Pipe.Decl))
	if err != nil {
		return err
	}
	outer, none := len(f.variables), true
	for key, item := range items {
		none = false
		values := []any{key, item}
		for i, name := range n.Pipe.Decl { // one is that of the item
			if err := f.set(name.Ident[0], values[len(values)-len(n.Pipe.Decl)+i]); err != nil {
				return err
			}
		}
		err := f.list(item, n.List)
		f.forget(outer)
		if err == breaking {
			break
		} else if err != nil && err != continuing {
			return err
		}
	}
	if none {
		return f.list(dot, n.ElseList)
	}
	return nil
}

// set gives the innermost variable of a name another value.
func (f *filling) set(name string, v any) error {
	found, err := f.variable(name)
	if err == nil {
		found.value = v
	}
	return err
}

// forget drops all variables but the first n.
func (f *filling) forget(n int) { f.variables = f.variables[:n] }
