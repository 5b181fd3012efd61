package format

import (
	"testing"

	"juan/data/internal/dump"
	"juan/data/internal/sample"
	"juan/model"
	"juan/model/char"
)

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

// FuzzPreview holds that the head of a text, wherever it is cut, gives articles
// that say they are a part, with places in the text.
func FuzzPreview(f *testing.F) {
	for name, text := range map[string]string{
		"a.md": "---\ntitle: 题\n---\n# 题\n\n" + sample.Manual(3000) + "\n\n[^1]: 注\n", "b.txt": sample.Novel(4000), "c.txt": sample.GBK(sample.Novel(4000)),
		"d.txt": "-\n甲报告\n一、回顾。\n2025-07-08\n", "e.html": "<html><body><p>文<b>重</b></p></body></html>",
		"f.jsonl": `{"title":"甲","body":"文"}` + "\n", "g.md": ":::tip 题\n文\n:::\n\n$$\nx^2\n$$\n\n[[a|b]] ==c==\n",
	} {
		f.Add([]byte(text), name)
	}
	f.Fuzz(func(t *testing.T, raw []byte, name string) {
		if len(raw) > 1<<14 {
			return
		}
		for _, size := range []int{len(raw) / 3, len(raw) - 1, len(raw)} {
			doc := Text{Name: name}
			for _, d := range doc.preview(t.Context(), raw[:max(0, size)], "", new(*growing)) {
				if !d.Entry.Partial {
					t.Error("a part passes for the whole")
				}
				dump.CheckPlaces(t, model.NewArticle(d.Entry, d.Body))
			}
			if len(doc.Notices) > 0 {
				t.Errorf("a part gives notice: %v", doc.Notices)
			}
		}
	})
}
