package format

import (
	"strings"

	"juan/model"
)

// locate gives an article that is all of the text, and whose offsets count in it,
// its lines, where they are wanted, and the place of its title.
func (f *Text) locate(d *Draft) {
	if !f.Lines {
		return
	}
	d.Origin = model.NewOrigin(f.original, 0, 1)
	d.Origin.Title = titleIn(f.original, f.start, d, d.Entry.Title == f.Title)
}

// titleIn returns where the title of an article stands in a text, whose article
// begins at byte from: before the body or at its beginning, -1 for nowhere. A
// title that may have come from the name of the file must have a line for
// itself: # 渡口 in 渡口.md, but not the a of <a> in a.html.
func titleIn(text string, from int, d *Draft, named bool) int {
	title, end := d.Entry.Title, len(text)
	if title == "" {
		return -1
	}
	if len(d.Body) > 0 {
		end = min(end, d.Body[0].Offset(0)+len(title))
	}
	for at := from; at < end; {
		i := strings.Index(text[at:end], title)
		if i < 0 {
			return -1
		}
		if at += i; !named || hasLine(text, at, at+len(title)) {
			return at
		}
		at += len(title)
	}
	return -1
}

// hasLine reports whether bytes [from, to) of a text have a line for themselves, apart
// from the mark of a heading or the key of a title in front matter.
func hasLine(text string, from, to int) bool {
	before := text[strings.LastIndexAny(text[:from], "\r\n")+1 : from]
	behind := text[to:]
	if end := strings.IndexAny(behind, "\r\n"); end >= 0 {
		behind = behind[:end]
	}
	before = strings.TrimPrefix(strings.TrimSpace(before), "title")
	return strings.Trim(before, "#=:：* \t\"'\ufeff") == "" && strings.Trim(behind, "#=* \t\"'") == ""
}
