package data

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"net/url"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"juan/data/format"
	"juan/data/internal/dump"
	"juan/model/char"
)

// checkWhole holds that no letter of the documents of a book that was opened by itself
// and without a complaint is missing, as the parser of the standard library reads them.
// Exceptions are the marks of notes, which are numbered anew, and the title of the book
// where documents repeat it.
func checkWhole(t *testing.T, name string, o opened) {
	t.Helper()
	if format.Suffix(name) != ".epub" || len(o.articles) != 1 || len(o.errs) > 0 {
		return
	}
	raw, err := os.ReadFile(name)
	if err != nil {
		return
	}
	z, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return
	}
	parts := map[string]string{}
	pack := ""
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			continue
		}
		text, _ := io.ReadAll(r)
		r.Close()
		if parts[f.Name] = string(text); format.Suffix(f.Name) == ".opf" {
			pack = f.Name
		}
	}
	mark := regexp.MustCompile(`<a\b[^>]*>(?:<[^>]*>)*[^<]{0,6}(?:<[^>]*>)*</a>`) // of two Han at most, or six figures
	var source strings.Builder
	read := map[string]bool{} // a document is read where the spine names it first
	for _, href := range spineOf(parts[pack]) {
		if read[href] {
			continue
		}
		read[href] = true
		if text := parts[path.Join(path.Dir(pack), href)]; isXML(text) && !strings.Contains(text, `type="toc"`) {
			source.WriteString(textOfXML(t, mark.ReplaceAllString(text, "")))
		}
	}
	a := o.articles[0]
	lost := dump.Missing(source.String(), a.Title+dump.Letters(a.Body))
	if strings.Trim(lost, "一二三四五六七八九十") == "" && strings.Contains(dump.Body(a.Body), "[^") {
		return // marks that notes open with
	}
	if title := char.Squeezed(a.Title); title != "" && len(lost)%len(title) == 0 && dump.Missing(lost, strings.Repeat(title, len(lost)/len(title))) == "" {
		return
	}
	if lost != "" {
		t.Errorf("%s: lost %.400q of\n%.4000s", path.Base(name), lost, dump.Body(a.Body))
	}
}

// isXML reports whether a document is well formed enough for the parser of the
// standard library.
func isXML(text string) bool {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	for {
		if _, err := d.Token(); err != nil {
			return err == io.EOF
		}
	}
}

// spineOf returns the addresses of the documents of a package in the order in which
// they are read.
func spineOf(pack string) (hrefs []string) {
	attribute := func(tag, name string) string {
		for _, quote := range [...]string{`"`, `'`} {
			if _, rest, ok := strings.Cut(tag, " "+name+"="+quote); ok {
				value, _, _ := strings.Cut(rest, quote)
				return value
			}
		}
		return ""
	}
	items := map[string]string{}
	for _, tag := range strings.Split(pack, "<") {
		switch {
		case strings.HasPrefix(tag, "item "):
			href, _ := url.PathUnescape(attribute(tag, "href"))
			items[attribute(tag, "id")] = href
		case strings.HasPrefix(tag, "itemref "):
			hrefs = append(hrefs, items[attribute(tag, "idref")])
		}
	}
	return hrefs
}
