package format

import (
	"juan/data/fault"
	"juan/data/format/front"
	"juan/data/format/outline"
	"juan/model"
)

// front reads the front matter of the text into e and returns where the body
// begins; headings corrects the outline, nil says that there is no word on it.
// Wrong values give a notice.
func (f *Text) front(e *model.Entry) (body int, headings []outline.Correction) {
	body, headings, wrong := front.Read(f.text, f.start, f.isNamedMarkdown(), e)
	for _, w := range wrong {
		f.notice(fault.BadMeta, 0, w)
	}
	return body, headings
}
