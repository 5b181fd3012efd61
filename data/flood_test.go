package data

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// floods are sources that grow with n and were once read in the square of it, or with
// far more memory than they have bytes.
func floods() map[string]func(n int) []byte {
	text := func(before, one, after string) func(int) []byte {
		return func(n int) []byte { return []byte(before + strings.Repeat(one, n/len(one)) + after) }
	}
	each := func(n int, line string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, line, i)
		}
		return b.String()
	}
	bookOf := func(spine, nav, doc string, more ...entryText) []byte {
		return zipped(append(more, entryText{containerFile, containerXML},
			entryText{"OEBPS/content.opf", `<package><manifest><item id="nav" href="nav.xhtml" properties="nav"/><item id="d" href="a.xhtml"/></manifest><spine>` + spine + `</spine></package>`},
			entryText{"OEBPS/nav.xhtml", `<html><body><nav epub:type="toc"><ol>` + nav + `</ol></nav></body></html>`},
			entryText{"OEBPS/a.xhtml", "<html><body>" + doc + "</body></html>"})...)
	}
	one := `<itemref idref="d"/>`
	return map[string]func(n int) []byte{
		"dots.md":   text("+++\ntitle='题'\n", "a.", "a=1\n+++\n文\n"),
		"inline.md": text("+++\ntitle='题'\na=", "{a=", "1\n+++\n文\n"),
		"tables.md": text("+++\ntitle='题'\n", "[[a]]\n", "+++\n文\n"),
		"titles.md": text("---\n", "title: 题\n", "---\n文\n"),
		"lists.md":  text("---\ntitle: 题\na: ", "[", "\n---\n文\n"),
		"maps.md":   text("---\ntitle: 题\na: ", "{a: ", "\n---\n文\n"),
		"values.md": text(`{"title":"题","a":`, "[", "\n文\n"),
		"headings.md": func(n int) []byte {
			return []byte("---\nheadings:\n" + strings.Repeat("- text: 无\n", n/160) + "---\n" + strings.Repeat("文\n\n", n/10))
		},
		"dollars.md": text("", "$", ""),
		"equals.md":  text("", "=", ""),
		"quotes.md":  text("", "> ", ""),
		"fields.txt": text("甲 ", "0 ", ""),
		"links.txt":  text("甲", " http://a/b ", ""),
		"reference.md": func(n int) []byte {
			return []byte("[甲]: /" + strings.Repeat("x", n/2) + "\n\n" + strings.Repeat("[甲] ", n/12))
		},
		"address.html": func(n int) []byte {
			return []byte("<html><body><a href='" + strings.Repeat("x", n/2) + "'>" + strings.Repeat("<b>甲</b>", n/20))
		},
		"lists.html":  text("<html><body>", "<ol>", ""),
		"quotes.html": text("<html><body>", "<blockquote>甲", ""),
		"cells.txt":   text("", "甲\t乙\t丙\n", ""),
		"title.org":   text("", "#+TITLE: 题\n", "文\n"),
		"fence.org":   text("#+BEGIN_SRC\n", "`", "\n#+END_SRC\n"),
		"parts.eml": func(n int) []byte {
			return []byte("Subject: t\nContent-Type: multipart/mixed; boundary=b0\n\n" + each(n/60, "--b%[1]d\nContent-Type: multipart/mixed; boundary=b%[1]d1\n\n"))
		},
		"deep.json": text("", `{"body":`, ""),
		"spine.epub": func(n int) []byte {
			return bookOf(strings.Repeat(one, n/20), "<li><a href='a.xhtml'>甲</a></li>", "<h1>甲</h1><p>文</p>")
		},
		"loop.epub": func(n int) []byte {
			return bookOf(strings.Repeat(one, n/60), each(n/60, "<li><a href='a.xhtml#x%[1]d'>甲%[1]d</a></li>"), "<h1>甲</h1><p>文</p>")
		},
		"lost.epub": func(n int) []byte {
			return bookOf(one, each(n/60, "<li><a href='z%[1]d.xhtml'>甲%[1]d</a></li>"), strings.Repeat("<p>文字。</p>", n/20))
		},
		"ids.epub": func(n int) []byte {
			return bookOf(one, each(n/60, "<li><a href='a.xhtml#x%[1]d'>甲%[1]d</a></li>"), strings.Repeat("<p>文字。</p>", n/20))
		},
		"notes.docx": func(n int) []byte {
			return word(`<w:p>`+strings.Repeat(`<w:r><w:footnoteReference w:id="1"/></w:r>`, n/60)+`</w:p>`,
				entryText{"word/footnotes.xml", `<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>` + strings.Repeat("注", n/10) + `</w:t></w:r></w:p></w:footnote></w:footnotes>`})
		},
	}
}

// Twice as much of a flood takes no more than twice as much memory, and half as
// much again.
func TestFloodsCostWhatTheirLengthSays(t *testing.T) {
	dir := t.TempDir()
	for name, flood := range floods() {
		cost := func(n int) uint64 {
			p := filepath.Join(dir, fmt.Sprintf("%d%s", n, name))
			if err := os.WriteFile(p, flood(n), 0o644); err != nil {
				t.Fatal(err)
			}
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			o := open(t, "", p)
			runtime.ReadMemStats(&after)
			if len(o.articles)+len(o.errs) == 0 {
				t.Errorf("%s is neither an article nor an error", name)
			}
			return after.TotalAlloc - before.TotalAlloc
		}
		if one, two := cost(1<<18), cost(1<<19); 2*two > 5*one+2<<20 {
			t.Errorf("%s: %d bytes, of twice as much %d", name, one, two)
		}
	}
}

// A note of a Word document that refers to itself is written once.
func TestNoteThatRefersToItself(t *testing.T) {
	const ref = `<w:r><w:footnoteReference w:id="1"/></w:r>`
	p := filepath.Join(t.TempDir(), "a.docx")
	raw := word(`<w:p><w:r><w:t>文</w:t></w:r>`+ref+`</w:p>`,
		entryText{"word/footnotes.xml", `<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>注</w:t></w:r>` + ref + `</w:p></w:footnote></w:footnotes>`})
	if err := os.WriteFile(p, raw, 0o644); err != nil {
		t.Fatal(err)
	}
	if o := open(t, "", p); len(o.articles) != 1 || len(o.articles[0].Body) > 2 {
		t.Errorf("%v %v", o.articles, o.errs)
	}
}
