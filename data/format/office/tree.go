package office

import (
	"encoding/xml"
	"io"
	"strconv"
	"strings"
)

// A node is an element of XML, or a text where its name is "".
type node struct {
	name  string // without the prefix
	space string // its namespace
	attrs []xml.Attr
	text  string
	kids  []*node
}

// parse reads a document as forgivingly as XML allows: what is broken ends it
// there, and what stands before is kept. Entities that a document defines
// itself are not expanded. The root is never nil.
func parse(doc string) *node {
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(doc, "\ufeff")))
	d.Strict, d.Entity = false, xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	root := new(node)
	open := []*node{root}
	for count, depth := 0, 0; count < maxNodes; count++ {
		token, err := d.Token()
		if err != nil {
			break
		}
		in := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth > maxDepth {
				continue
			}
			n := &node{name: t.Name.Local, space: t.Name.Space, attrs: append([]xml.Attr(nil), t.Attr...)}
			in.kids = append(in.kids, n)
			open = append(open, n)
		case xml.EndElement:
			if depth--; depth < maxDepth && len(open) > 1 {
				open = open[:len(open)-1]
			}
		case xml.CharData:
			in.kids = append(in.kids, &node{text: string(t)})
		}
	}
	return root
}

// attr returns an attribute by its name without prefix, "" where it is not
// there.
func (n *node) attr(name string) string {
	if n != nil {
		for _, a := range n.attrs {
			if a.Name.Local == name {
				return a.Value
			}
		}
	}
	return ""
}

// number returns an attribute that is a number, or otherwise.
func (n *node) number(name string, otherwise int) int {
	if v, err := strconv.Atoi(n.attr(name)); err == nil && v >= 0 && v < 1<<20 {
		return v
	}
	return otherwise
}

// kid returns the first child of that name, nil where there is none. A nil node
// has no children.
func (n *node) kid(name string) *node {
	if n != nil {
		for _, k := range n.kids {
			if k.name == name {
				return k
			}
		}
	}
	return nil
}

// at returns what a path of names leads to, nil for nothing.
func (n *node) at(path ...string) *node {
	for _, name := range path {
		n = n.kid(name)
	}
	return n
}

// find returns the first element of that name below n, nil for none.
func (n *node) find(name string) *node {
	if n == nil {
		return nil
	}
	for _, k := range n.kids {
		if k.name == name {
			return k
		}
		if found := k.find(name); found != nil {
			return found
		}
	}
	return nil
}

// all returns the text below n, white space collapsed.
func (n *node) all() string {
	var b strings.Builder
	n.collect(&b)
	return strings.Join(strings.Fields(b.String()), " ")
}

func (n *node) collect(b *strings.Builder) {
	if n != nil {
		b.WriteString(n.text)
		for _, k := range n.kids {
			k.collect(b)
		}
	}
}

// running returns what inline makes of the nodes below n: their running text as
// mark-up.
func running(n *node, inline func(*node) string) string {
	var b strings.Builder
	for _, k := range n.kids {
		b.WriteString(inline(k))
	}
	return b.String()
}
