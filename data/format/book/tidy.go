package book

import (
	"unicode/utf8"

	"juan/model"
	"juan/model/char"
	"juan/model/structure/number"
)

// nested gives the entries of flat contents the levels that their numbers imply:
// chapters belong to the part before them. An entry without such a number has the level
// of its neighbours, or the highest where a part or nothing follows. It mends books
// whose parts and chapters were listed on one level: of 序, 第一部, 第一章, 第二章, 第二部, 第三章, 后记
// the chapters go one level down.
//
// It cannot change contents in which any entry is nested, nor those whose numbers
// are all of one form.
func nested(contents []chapter) []chapter {
	forms := make([]number.Form, len(contents))
	count := map[number.Form]int{}
	top := number.Forms
	for i, c := range contents {
		if c.level != 1 {
			return contents
		}
		if _, form, _ := number.Parse(c.title); number.Bian <= form && form <= number.Section {
			forms[i] = form
			count[form]++
			top = min(top, form)
		}
	}
	if len(count) < 2 {
		return contents
	}
	var open []number.Form
	for i, form := range forms {
		if form == number.NoForm {
			if next := following(forms[i:]); next > top {
				contents[i].level = max(1, len(open))
			}
			continue
		}
		for len(open) > 0 && open[len(open)-1] >= form {
			open = open[:len(open)-1]
		}
		open = append(open, form)
		contents[i].level = len(open)
	}
	return contents
}

// following returns the first form that is one, NoForm where there is none.
func following(forms []number.Form) number.Form {
	for _, f := range forms {
		if f != number.NoForm {
			return f
		}
	}
	return number.NoForm
}

// fewChars is how many characters a title page has at most.
const fewChars = 200

// untitled leaves out the headings that only say what the book is called, which
// stands over the text anyway: on a title page, and where the next heading follows
// at once. It mends outlines that open with the title of the book once more: 渡口
// over the publisher’s name and nothing else. A story that the book is called after
// has more than fewChars characters under its heading and keeps it.
func untitled(body []model.Block, title string) []model.Block {
	out := body[:0]
	for i, b := range body {
		h, ok := b.(model.Heading)
		if ok && len(h.Nest) == 0 && char.Squeezed(h.Text()) == char.Squeezed(title) && title != "" && !long(body[i+1:]) {
			continue
		}
		out = append(out, b)
	}
	return out
}

// long reports whether a section that begins with body has more than a title
// page has.
func long(body []model.Block) bool {
	n := 0
	for _, b := range body {
		if _, ok := b.(model.Heading); ok {
			break
		}
		if n += utf8.RuneCountInString(b.Text()); n > fewChars {
			return true
		}
	}
	return false
}

// joined makes one heading of two at the start of a body that say together what
// the entry of the contents says: 第一章 and 渡口 for 第一章 渡口. It mends outlines in
// which each chapter stood twice, as its number and as its name. It cannot join
// headings that say anything more or less than the entry does.
func joined(body []model.Block, title string) []model.Block {
	for i := 0; i+1 < min(len(body), 8); i++ {
		a, ok := body[i].(model.Heading)
		b, both := body[i+1].(model.Heading)
		if !ok || !both || char.Squeezed(a.Text())+char.Squeezed(b.Text()) != char.Squeezed(title) || a.Text() == "" || b.Text() == "" {
			continue
		}
		from := len(a.Text()) + len(" ")
		spans := append([]model.Span(nil), a.Spans()...)
		spans[len(spans)-1].To = from
		for _, s := range b.Spans() {
			s.From, s.To = s.From+from, s.To+from
			spans = append(spans, s)
		}
		a.Prose = model.NewProse(a.Text()+" "+b.Text(), spans)
		body[i+1] = a
		return append(body[:i:i], body[i+1:]...)
	}
	return body
}
