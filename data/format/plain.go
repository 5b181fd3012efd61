package format

import (
	"context"

	"juan/data/format/outline"
	"juan/data/format/plain"
	"juan/model"
)

// plain reads the text as one article without mark-up.
func (f *Text) plain() Draft { return f.plainUntil(context.Background()) }

// plainUntil reads the text as one article without mark-up, unless ctx is done
// before.
func (f *Text) plainUntil(ctx context.Context) Draft {
	body, furniture := plain.Read(ctx, f.text[f.start:], f.start)
	f.leftOut(furniture)
	outline.Raise(body)
	return Draft{Entry: f.plainEntry(), Body: body}
}

// plainEntry returns what is known of a text without mark-up.
func (f *Text) plainEntry() model.Entry {
	e := f.entry()
	if e.Title == "" {
		e.Title = plain.Opening(f.text[f.start:])
	}
	return e
}
