package data

import "juan/model"

// maxDepth is how many elements may lie in each other; those deeper are read
// as if their tags were not there.
const maxDepth = 256

// An inlineTag is an element of HTML that is open in running text and changes
// what is written there, in a page as in Markdown.
type inlineTag struct {
	name string
	from int // the pieces before it
}

// opens begins an element of running text: <q> has marks of its own, <rt>
// stands in parentheses behind what it is the reading of, and <rp> holds
// parentheses for those who know no <rt>.
func (c *composer) opens(name string, at int, v model.Voice, target string) {
	if len(c.tags) >= maxDepth {
		return
	}
	switch name {
	case "q":
		c.add([]string{"“", "‘"}[c.quotes()%2], at, v, target)
	case "rt":
		c.add("（", at, v, target)
	case "rp", "sup", "sub":
	default:
		return
	}
	c.tags = append(c.tags, inlineTag{name, len(c.pieces)})
}

// closes ends the innermost element of that name, if one is open.
func (c *composer) closes(name string, at int, v model.Voice, target string) {
	i := len(c.tags) - 1
	for i >= 0 && c.tags[i].name != name {
		i--
	}
	if i < 0 {
		return
	}
	from := c.tags[i].from
	switch name {
	case "q":
		c.tags = c.tags[:i]
		c.add([]string{"”", "’"}[c.quotes()%2], at, v, target)
	case "rt":
		if n := len(c.pieces); n == from && n > 0 { // it was empty
			c.pieces = c.pieces[:n-1]
		} else {
			c.add("）", at, v, target)
		}
	case "rp":
		c.pieces = c.pieces[:min(from, len(c.pieces))]
	case "sup", "sub":
		c.script(from, name == "sup")
	}
	c.tags = c.tags[:min(i, len(c.tags))]
}

// quotes returns how many <q> are open.
func (c *composer) quotes() int {
	n := 0
	for _, t := range c.tags {
		if t.name == "q" {
			n++
		}
	}
	return n
}
