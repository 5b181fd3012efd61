package format

import (
	"cmp"
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
	if title := plain.Title(f.text[f.start:]); title != "" {
		body = plain.Untitled(body, title)
	}
	outline.Raise(body)
	return Draft{Entry: f.plainEntry(), Body: body}
}

// plainEntry returns what is known of a text without mark-up.
func (f *Text) plainEntry() model.Entry {
	e := f.entry()
	text := f.text[f.start:]
	e.Title = cmp.Or(plain.Title(text), e.Title)
	if e.Title == "" {
		e.Title = plain.Opening(text)
	}
	return e
}
