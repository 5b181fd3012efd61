package compose

import "juan/model"

// MaxDepth is how many elements may lie in each other; those deeper are read
// as if their tags were not there.
const MaxDepth = 256

// An openTag is an element of HTML that is open in running text and changes
// what is written there, in a page as in Markdown.
type openTag struct {
	name string
	from int // the pieces before it
}

// OpenTag begins an element of running text: <q> has marks of its own, <rt>
// stands in parentheses after what it is the reading of, and <rp> holds
// parentheses for those who know no <rt>.
func (c *Text) OpenTag(name string, at int, v model.Voice, target string) {
	if len(c.tags) >= MaxDepth {
		return
	}
	switch name {
	case "q":
		c.Add([]string{"“", "‘"}[c.quotes()%2], at, v, target)
	case "rt":
		c.Add("（", at, v, target)
	case "rp", "sup", "sub":
	default:
		return
	}
	c.tags = append(c.tags, openTag{name, len(c.Pieces)})
}

// CloseTag ends the innermost element of that name, if one is open.
func (c *Text) CloseTag(name string, at int, v model.Voice, target string) {
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
		c.Add([]string{"”", "’"}[c.quotes()%2], at, v, target)
	case "rt":
		if n := len(c.Pieces); n == from && n > 0 { // it was empty
			c.Pieces = c.Pieces[:n-1]
		} else {
			c.Add("）", at, v, target)
		}
	case "rp":
		c.Pieces = c.Pieces[:min(from, len(c.Pieces))]
	case "sup", "sub":
		c.script(from, name == "sup")
	}
	c.tags = c.tags[:min(i, len(c.tags))]
}

// quotes returns how many <q> are open.
func (c *Text) quotes() int {
	n := 0
	for _, t := range c.tags {
		if t.name == "q" {
			n++
		}
	}
	return n
}
