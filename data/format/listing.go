package format

import (
	"context"
	"strings"
	"time"

	"juan/data/fault"
	"juan/data/format/compose"
	"juan/data/format/date"
	"juan/data/format/outline"
	"juan/data/format/plain"
	"juan/data/limit"
	"juan/model"
)

// A record is one entry of a listing.
type record struct {
	title    string
	date     time.Time
	titled   int // the byte that the title begins with
	from, to int // bytes of the body

	begin, end int // bytes of all of it, from the "-" to the date
}

// listing reads the text as a scraped listing: entries of a line "-", a
// title, lines of text and a date. What stands outside the entries is page
// furniture; it is left out with a notice. It returns nil where the text is
// no listing.
func (f *Text) listing() []Draft {
	if !f.beginsListing() {
		return nil
	}
	records, furniture := records(f.text, f.start)
	if len(records) == 0 {
		return nil
	}
	if len(records) > limit.Texts {
		f.notice(fault.Skipped, len(records)-limit.Texts, records[limit.Texts].title)
		records = records[:limit.Texts]
	}
	f.leftOut(furniture)
	return f.entries(records, 0, 1)
}

func (f *Text) beginsListing() bool {
	rest := strings.TrimLeft(f.text[f.start:], " \t\r\n\u3000")
	return strings.HasPrefix(rest, "-\n") || strings.HasPrefix(rest, "-\r\n")
}

// leftOut notes the lines of page furniture that were left out.
func (f *Text) leftOut(lines []string) {
	if len(lines) > 0 {
		f.notice(fault.Furniture, len(lines), lines[0])
	}
}

// entries returns the articles of the entries of a listing, whose text begins
// at byte at of the file. Offsets count in the file where it is in UTF-8, else
// in the text.
func (f *Text) entries(records []record, at int64, line int) []Draft {
	var origin *model.Origin
	drafts := make([]Draft, len(records))
	for i, r := range records {
		e := f.entry()
		e.Title, e.Date = r.title, r.date
		base := 0
		if f.exact {
			e.At, e.Size = at+int64(r.begin), int64(r.end-r.begin)
			base = int(at)
		}
		if f.Lines && origin == nil {
			origin = model.NewOrigin(f.original, base, line)
		}
		body, _ := plain.Read(context.Background(), f.text[r.from:r.to], base+r.from)
		outline.Raise(body)
		drafts[i] = Draft{Entry: e, Body: body, Record: true}
		if origin != nil {
			drafts[i].Origin = origin.Titled(base + r.titled)
		}
	}
	return drafts
}

// records returns the entries of a listing and the lines outside of them. An
// entry runs from its "-" to the first line after its body that is a date.
func records(text string, at int) (all []record, furniture []string) {
	var lines []compose.Range // of the entry that is open: title, body …
	open, begin := false, 0
	drop := func() {
		for _, l := range lines {
			furniture = append(furniture, text[l.From:l.To])
		}
		lines = lines[:0]
	}
	for line := range strings.Lines(text[at:]) {
		l := compose.Trimmed(text, at, at+len(line))
		at += len(line)
		s := text[l.From:l.To]
		switch {
		case s == "":
		case s == "-":
			drop()
			open, begin = true, l.From
		case !open:
			furniture = append(furniture, s)
		case len(lines) >= 2 && len(s) <= 40:
			day, ok := date.Day(s)
			if !ok {
				lines = append(lines, l)
				continue
			}
			title, last := lines[0], lines[len(lines)-1]
			all = append(all, record{text[title.From:title.To], day, title.From, lines[1].From, last.To, begin, l.To})
			lines, open = lines[:0], false
		default:
			lines = append(lines, l)
		}
	}
	drop()
	return all, furniture
}
