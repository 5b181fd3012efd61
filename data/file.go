package data

import (
	"juan/data/format"
	"juan/model"
)

// A file is one text of what is opened, and where it stands there.
type file struct {
	format.Text
	key   string // what the keys of its articles begin with, see [namer]
	id    string // the ID of its article where the text names none
	path  string // Entry.Path
	group string // Entry.Group
	root  int    // Entry.Root
}

// placed returns an entry of the file with where it stands.
func (f *file) placed(e model.Entry) model.Entry {
	e.Path, e.Group, e.Root = f.path, f.group, int32(f.root)
	return e
}

// found is what became of a draft, one of so many.
func (f *file) found(d format.Draft, of int) found {
	a := model.NewArticle(f.placed(d.Entry), d.Body)
	a.Origin = d.Origin
	return found{
		entry: a.Entry, article: a,
		key: f.key, id: f.id, several: of > 1, record: d.Record,
	}
}
