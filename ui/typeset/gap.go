package typeset

import "juan/model"

// between returns how many blank lines part block i from the one before it.
func (d *Doc) between(i int) int {
	if i <= 0 || i >= len(d.article.Body) {
		return 0
	}
	a, b := d.article.Body[i-1], d.article.Body[i]
	if _, line := b.(model.Output); line {
		return 0
	}
	common, inner, outer := meet(a.In(), b.In())
	switch h, _ := b.(model.Heading); {
	case len(h.Nest) == 0 && h.Level > 0 && h.Level <= d.nature.top && d.nature.deep && prose(a):
		return 2
	case tight(common, inner, outer):
		return 0
	case inner != nil && inner.Kind == model.Note && outer != nil && outer.Kind == model.Note:
		return 0
	case inner != nil || outer != nil:
		return 1
	}
	return d.beside(a, b, i)
}

// beside is between for two blocks in the same containers.
func (d *Doc) beside(a, b model.Block, i int) int {
	upper, above := a.(model.Heading)
	lower, below := b.(model.Heading)
	switch {
	case above && below && upper.Level > d.nature.top && lower.Level > upper.Level:
		return 0
	case below:
		return 1
	}
	p, running := b.(model.Paragraph)
	if above && running && upper.Level > d.nature.top {
		return 0
	}
	if q, ok := a.(model.Paragraph); ok && running && !isPicture(q) && d.indent(i, measure(d.settings)) > 0 {
		if p.Lead.End > 0 && p.Lead.Kind == model.OwnLine {
			return 1
		}
		return 0
	}
	return 1
}

// prose reports whether b is more than a heading or a rule.
func prose(b model.Block) bool {
	switch b.(type) {
	case model.Heading, model.Rule:
		return false
	}
	return true
}

// meet returns the containers that a and b share, and the outermost of each
// that they do not.
func meet(a, b []model.Container) (common []model.Container, left, entered *model.Container) {
	n := 0
	for n < len(a) && n < len(b) && a[n].ID == b[n].ID {
		n++
	}
	if n < len(a) {
		left = &a[n]
	}
	if n < len(b) {
		entered = &b[n]
	}
	return a[:n], left, entered
}

// tight reports whether no blank line stands between two blocks because a
// tight list holds them: they are neighbours in it, or one is in an item of it.
func tight(common []model.Container, left, entered *model.Container) bool {
	if left != nil && entered != nil && left.Kind == model.Item && entered.Kind == model.Item {
		return left.Tight && entered.Tight && (left.Marker == "") == (entered.Marker == "")
	}
	for k := len(common) - 1; k >= 0; k-- {
		if common[k].Kind == model.Item {
			return common[k].Tight
		}
		if common[k].Kind == model.Quote {
			return false
		}
	}
	return false
}
