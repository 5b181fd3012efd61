package cli

import (
	"strconv"

	"github.com/spf13/cobra"

	"juan/model"
)

// around is how many characters of context a hit has at each side.
const around = 30

// A report is one form of what search writes. It takes the articles one by one.
type report interface {
	article(*model.Article) (found bool, err error)
	end() error
}

// search writes where articles have what is looked for.
func (inv *invocation) search(cmd *cobra.Command, args []string) error {
	q, err := inv.query(args[0])
	if err != nil {
		return err
	}
	inv.lines = true
	asked := newAsking(q)
	asked.within = inv.flags.section != ""
	r, err := inv.report(asked)
	if err != nil {
		return err
	}
	any, in := false, kept{}
	err = inv.each(cmd.Context(), args[1:], func(a *model.Article) error {
		found, err := r.article(a)
		any = any || found
		in.article(a, found)
		return err
	})
	if err != nil {
		return err
	}
	if !any && inv.code == done {
		inv.code = nothing
	}
	if err := r.end(); err != nil || any {
		return err
	}
	if err := inv.flush(); err != nil {
		return err
	}
	inv.offer(cmd.Context(), q, in)
	return nil
}

// report returns the form that the flags ask for: the files, the counts or the
// hits, as text or as objects.
func (inv *invocation) report(q asking) (report, error) {
	var one any = found{}
	if inv.flags.files {
		one = ""
	} else if inv.flags.count {
		one = counted{}
	}
	out, err := inv.records(one)
	if err != nil {
		return nil, err
	}
	switch f := inv.flags; {
	case f.files:
		return &fileReport{inv: inv, q: q, out: out}, nil
	case f.count:
		return &countReport{inv: inv, q: q, out: out}, nil
	case out != nil:
		return &objectReport{q: q, out: out}, nil
	}
	pen, err := inv.pen()
	return &hitReport{inv: inv, q: q, pen: pen}, err
}

func (inv *invocation) query(text string) (model.Query, error) {
	var q model.Query
	switch {
	case inv.flags.regexp:
		var err error
		if q, err = model.NewPattern(text, inv.flags.exact); err != nil {
			return q, &usage{what: text, why: "error.pattern", args: []any{Said(inv.words, err)}}
		}
	case inv.flags.exact:
		q = model.NewExact(text)
	default:
		q = model.ParseQuery(text)
	}
	if q.Empty() {
		return q, &usage{what: "search", why: "error.args.query"}
	}
	return q, nil
}

// A fileReport is the files that have a hit, each once. What comes from no file
// is named by its ID.
type fileReport struct {
	inv  *invocation
	q    asking
	out  *records // nil for lines
	last string
}

func (f *fileReport) article(a *model.Article) (bool, error) {
	name := a.Path
	if name == "" {
		name = a.ID
	}
	if name == f.last {
		return true, nil // another article of a file that has one: it makes no difference
	}
	found := f.q.Lets(a)
	if f.q.within {
		_, found = count(f.q.hits(a))
	}
	if !found {
		return false, nil
	}
	f.last = name
	if f.out != nil {
		return true, f.out.add(name)
	}
	if err := f.inv.write(oneLine(name) + "\n"); err != nil {
		return true, err
	}
	return true, f.inv.flush()
}

func (f *fileReport) end() error { return f.out.end() }

// counted is an article as `search --count --json` has it.
type counted struct {
	ID    string `json:"id"`
	Title string `json:"title"`
	Path  string `json:"path"`
	Count int    `json:"count"`
}

// A countReport is how many hits each article has that has any.
type countReport struct {
	inv *invocation
	q   asking
	out *records // nil for a table
	all []counted
}

func (c *countReport) article(a *model.Article) (bool, error) {
	n, found := count(c.q.hits(a))
	switch one := (counted{a.ID, a.Title, a.Path, n}); {
	case !found:
	case c.out != nil:
		return true, c.out.add(one)
	default:
		c.all = append(c.all, one)
	}
	return found, nil
}

func (c *countReport) end() error {
	if c.out != nil {
		return c.out.end()
	}
	policy, _ := c.inv.policy()
	rows := make([][]string, len(c.all))
	for i, one := range c.all {
		rows[i] = []string{strconv.Itoa(one.Count), oneLine(one.ID), oneLine(one.Title)}
	}
	return c.inv.table(policy, rows)
}
