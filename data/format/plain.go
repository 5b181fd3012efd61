package format

import (
	"cmp"
	"context"
	"strings"

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
	title := plain.Title(f.text[f.start:])
	if title != "" {
		body = plain.Untitled(body, title)
	}
	outline.Raise(body)
	return Draft{Entry: f.plainEntry(title), Body: body}
}

// plainEntry returns what is known of a text without mark-up that opens with a
// title, or with none.
func (f *Text) plainEntry(title string) model.Entry {
	e := f.entry()
	e.Title = cmp.Or(strings.Join(strings.Fields(title), " "), e.Title) // as front matter has it: 烟　雨　楼
	if e.Title == "" {
		e.Title = plain.Opening(f.text[f.start:])
	}
	return e
}
