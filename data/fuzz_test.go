package data

import (
	"errors"
	"strings"
	"testing"

	"juan/data/fault"
	"juan/model"
	"juan/model/char"
)

// FuzzOpen feeds bytes to whatever format they seem to be of.
func FuzzOpen(f *testing.F) {
	for _, raw := range valid() {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		for a, err := range Open(t.Context(), []string{"-"}, strings.NewReader(string(raw)), Options{}) {
			var e *fault.Error
			var n *fault.Notice
			switch {
			case err == nil:
				checkPlaces(t, a)
			case !errors.As(err, &e) && !errors.As(err, &n):
				t.Errorf("%T: %v", err, err)
			}
		}
	})
}

// FuzzListing holds that entries and furniture together are all of the text.
func FuzzListing(f *testing.F) {
	f.Add("-\n甲\n文\n2025-07-08\n页脚\n")
	f.Add("-\n-\n甲\n文\n文\n2025年7月8日\n-\n乙\n")
	f.Fuzz(func(t *testing.T, text string) {
		all, furniture := records(text, 0)
		kept := 0
		for _, r := range all {
			if r.title == "" || r.date.IsZero() || r.from >= r.to || r.to > len(text) {
				t.Fatalf("%+v", r)
			}
			kept += len(char.Squeezed(r.title)) + len(char.Squeezed(text[r.from:r.to]))
		}
		for _, line := range furniture {
			kept += len(char.Squeezed(line))
		}
		if kept > len(char.Squeezed(text)) {
			t.Errorf("%d bytes made of %d", kept, len(char.Squeezed(text)))
		}
	})
}

// FuzzFrontMatter holds that what is not front matter stays text.
func FuzzFrontMatter(f *testing.F) {
	f.Add("---\ntitle: 题\ntags: [甲]\nheadings:\n- {text: a, level: 2}\n---\n文")
	f.Add("+++\ntitle = \"题\"\ndate = 2025-07-08\n+++\n文")
	f.Fuzz(func(t *testing.T, text string) {
		doc := file{text: text, name: "a.md"}
		e := doc.entry()
		if body, _ := doc.front(&e); body < 0 || body > len(text) {
			t.Errorf("the body begins at %d of %d", body, len(text))
		}
	})
}

// FuzzPreview holds that the head of a text, wherever it is cut, gives articles
// that say they are a part, with places in the text.
func FuzzPreview(f *testing.F) {
	for name, raw := range valid() {
		f.Add(raw, name)
	}
	f.Fuzz(func(t *testing.T, raw []byte, name string) {
		if len(raw) > 1<<14 {
			return
		}
		for _, size := range []int{len(raw) / 3, len(raw) - 1, len(raw)} {
			doc := file{name: name}
			for _, d := range doc.preview(t.Context(), raw[:max(0, size)], "") {
				if !d.entry.Partial {
					t.Error("a part passes for the whole")
				}
				checkPlaces(t, model.NewArticle(d.entry, d.body))
			}
			if len(doc.notices) > 0 {
				t.Errorf("a part gives notice: %v", doc.notices)
			}
		}
	})
}
