package data

import (
	"cmp"
	"context"
	"fmt"
	"hash/fnv"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"juan/model"
)

// A found is an article or an error, as a source holds it.
type found struct {
	entry   *model.Entry   // nil for an error; its ID is the one that it names itself
	article *model.Article // of the entry, nil where its body was dropped
	text    model.Stored   // where its folded text was put
	err     error
	key     string // of the file, or the member of an archive, that it comes from
	id      string // of that file: what it is called where it names no ID
	several bool   // the file has other articles
	record  bool   // the file may have others: it says what it is by itself
	kept    bool   // it was kept with its key
}

// base returns the key of an article without the number that distinguishes equal keys:
// the key of its file, and in a file that may hold several articles also "#" and the ID
// that the article names, or a hash of its title.
func (f *found) base() string {
	if !f.record {
		return f.key
	}
	return f.key + "#" + cmp.Or(f.entry.ID, titleSum(f.entry.Title))
}

// A namer gives the articles of one source their keys and IDs, in the order
// of the source. They depend on nothing but that source.
type namer struct {
	first string         // the key of the only article so far, which is no record
	count map[string]int // articles of a file, by its key
	taken map[string]int // articles of a key
}

// name returns the entry of an article with its key and its ID. Where several
// have the key, those after the first have ~2, ~3 … after it.
func (n *namer) name(f *found) model.Entry {
	e := *f.entry
	if n.count == nil {
		if n.first == "" && !f.record { // most files have one article
			n.first, e.Key = f.key, f.key
			e.ID = cmp.Or(e.ID, f.derived(1))
			return e
		}
		n.count, n.taken = map[string]int{n.first: 1}, map[string]int{n.first: 1}
	}
	if n.count[f.key]++; !f.kept {
		e.Key = f.base()
	}
	if n.taken[e.Key]++; n.taken[e.Key] > 1 {
		e.Key += "~" + strconv.Itoa(n.taken[e.Key])
	}
	if e.ID == "" {
		e.ID = f.derived(n.count[f.key])
	}
	return e
}

// recount has a namer go on after the articles of a volume, a file of records,
// that were kept with their keys.
func (n *namer) recount(v *volume) {
	n.count, n.taken = map[string]int{v.path(): len(v.entries)}, make(map[string]int)
	for i, e := range v.entries {
		base := v.path() + "#" + v.names[i]
		if rest, ok := strings.CutPrefix(e.Key, base); !ok || rest != "" && rest[0] != '~' { // its ID is derived
			base = v.path() + "#" + titleSum(e.Title)
		}
		n.taken[base]++
	}
}

// derived returns the ID of an article that names none, the nth of its file.
func (f *found) derived(nth int) string { return derived(f.id, f.several, nth) }

// derived returns the ID of the nth article of a file that is called id, where it
// names none and may be one of several.
func derived(id string, several bool, nth int) string {
	if several {
		return id + "#" + strconv.Itoa(nth)
	}
	return id
}

// titleSum returns a short hash of a title.
func titleSum(title string) string {
	h := fnv.New64a()
	h.Write([]byte(title))
	return fmt.Sprintf("%012x", h.Sum64()>>16)
}

// common returns which IDs several roots have: such articles are distinguished by the
// labels of the roots, so that their IDs do not depend on the order in which the roots
// were named.
func (l *list) common() map[string]bool {
	first, common := make(map[string]*root), make(map[string]bool)
	for _, s := range l.sources() {
		id := s.bareID()
		if r := first[id]; r != nil && r != s.root {
			common[id] = true
		}
		first[id] = s.root
	}
	return common
}

func share(roots []*root, common map[string]bool) {
	for _, r := range roots {
		r.common.Store(&common)
	}
}

// label gives each root a label: as many of the last elements of its path as it takes
// to be unique.
func label(roots []*root) {
	folders := make([]string, len(roots))
	for i, r := range roots {
		folders[i] = filepath.ToSlash(r.path)
		if !r.folder {
			folders[i] = path.Dir(folders[i])
		}
	}
	for depth := 1; depth < 64; depth++ {
		whose, clear := make(map[string]string), true
		for i, r := range roots {
			r.label = lastNames(folders[i], depth)
			if other, ok := whose[r.label]; ok && other != folders[i] {
				clear = false
			}
			whose[r.label] = folders[i]
		}
		if clear {
			return
		}
	}
}

func lastNames(p string, n int) string {
	names := strings.FieldsFunc(p, func(r rune) bool { return r == '/' })
	return strings.Join(names[max(0, len(names)-n):], "/")
}

// ids keeps apart the IDs that several articles have: the one that comes first
// in the order of sources has it as it is, the others with ~2, ~3 …
type ids struct {
	one  map[string]claim   // the only one that has an ID, or the first
	many map[string][]claim // all of them, in order, where they are several
}

// A claim is an article that wants an ID, identified by its position.
type claim struct {
	path   string // of its source
	number int    // in its source
}

func (a claim) compare(b claim) int {
	return cmp.Or(walked(a.path, b.path), cmp.Compare(a.number, b.number))
}

// add takes a claim to an ID; contested says that it is new and not the only
// one, so others may have another place among them now.
func (n *ids) add(id string, a claim) (contested bool) {
	if n.one == nil {
		n.one, n.many = make(map[string]claim), make(map[string][]claim)
	}
	first, ok := n.one[id]
	if !ok || first == a {
		n.one[id] = a
		return false
	}
	all := n.many[id]
	if all == nil {
		all = []claim{first}
	}
	i, there := slices.BinarySearchFunc(all, a, claim.compare)
	if there {
		return false
	}
	all = slices.Insert(all, i, a)
	n.many[id], n.one[id] = all, all[0]
	return true
}

// drop takes a claim back; contested says that there were others.
func (n *ids) drop(id string, a claim) (contested bool) {
	all := n.many[id]
	if all == nil {
		if n.one[id] == a {
			delete(n.one, id)
		}
		return false
	}
	i, there := slices.BinarySearchFunc(all, a, claim.compare)
	if !there {
		return false
	}
	all = slices.Delete(all, i, i+1)
	n.many[id], n.one[id] = all, all[0]
	if len(all) == 1 {
		delete(n.many, id)
	}
	return true
}

// claims returns those to an ID, in order.
func (n *ids) claims(id string) []claim {
	if all := n.many[id]; all != nil {
		return all
	}
	if one, ok := n.one[id]; ok {
		return []claim{one}
	}
	return nil
}

// last returns a name for the last article that claimed an ID.
func (n *ids) last(id string) string { return n.number(id, len(n.many[id])) }

// name returns what the article of a claim to an ID is called.
func (n *ids) name(id string, a claim) string {
	i, there := slices.BinarySearchFunc(n.many[id], a, claim.compare)
	if !there || i == 0 {
		return id
	}
	return n.number(id, i+1)
}

// number returns id with ~k after it, or the next that is nobody's own.
func (n *ids) number(id string, k int) string {
	for ; ; k++ {
		name := id + "~" + strconv.Itoa(k)
		if _, ok := n.one[name]; !ok {
			return name
		}
	}
}

// A naming gives the articles of sources, which come one after the other, their
// keys and IDs.
type naming struct {
	ids    ids
	source string
	namer  namer
	number int
}

// entry returns the entry of an article of a source.
func (n *naming) entry(source string, f *found) model.Entry {
	if n.source != source {
		n.source, n.namer, n.number = source, namer{}, 0
	}
	e, came := n.namer.name(f), claim{source, n.number}
	n.number++
	n.ids.add(e.ID, came)
	e.ID = n.ids.name(e.ID, came)
	return e
}

// article returns an article of a source with its entry.
func (n *naming) article(source string, f *found) *model.Article {
	e := n.entry(source, f)
	return f.article.As(&e)
}

// foresee tells a naming the IDs of all articles to come, as far as the heads of files
// show them. It is called where sources come in another order than that of their claims
// to IDs, so that IDs do not depend on the order in which the roots were named.
func (n *naming) foresee(ctx context.Context, opt Options, all list) {
	ordered := slices.IsSortedFunc(all.roots, func(a, b *root) int { return walked(a.start(), b.start()) })
	if ordered {
		return
	}
	sources := slices.DeleteFunc(all.sources(), (*source).piped) // nobody knows yet what comes through a pipe
	r := reading{opt: opt, heads: true, keep: func(f *found) { f.article = nil }}
	for p := range r.results(ctx, slices.Values(listedOf(sources))) {
		for i := range p.found {
			if p.found[i].entry != nil {
				n.entry(p.source.abs(), &p.found[i])
			}
		}
	}
	n.source = ""
}
