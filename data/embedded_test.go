package data

import (
	"io/fs"
	"net/url"
	"strings"
	"testing"
	"unicode"

	"juan/data/corpus"
	"juan/model"
)

// library returns the articles that ship with the reader, by ID.
func library(t *testing.T) map[string]*model.Article {
	t.Helper()
	all := map[string]*model.Article{}
	for a, err := range Load(t.Context(), corpus.Files(), Options{}) {
		if err != nil {
			t.Error(err)
			continue
		}
		all[a.ID] = a
	}
	return all
}

// anchored returns how many headings of an article an anchor names: those that
// have its letters and digits.
func anchored(a *model.Article, anchor string) int {
	n := 0
	for _, s := range a.Outline {
		if lettersOf(s.Text()) == lettersOf(anchor) {
			n++
		}
	}
	return n
}

func lettersOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// A link in the library names an article of it, by the name of its file, which
// is its ID, and one heading; or it has a scheme and a host.
func TestLibraryLinks(t *testing.T) {
	all := library(t)
	links := 0
	for id, a := range all {
		if id == "specimen" {
			continue // it shows links that lead nowhere
		}
		for _, block := range a.Body {
			prose, ok := block.(interface{ Spans() []model.Span })
			if !ok {
				continue
			}
			for _, s := range prose.Spans() {
				if s.Voice&model.Link != 0 {
					links++
					checkLink(t, all, a, s.Target)
				}
			}
		}
	}
	if links < 30 {
		t.Errorf("%d links: were they read?", links)
	}
}

func checkLink(t *testing.T, all map[string]*model.Article, from *model.Article, link string) {
	t.Helper()
	u, err := url.Parse(link)
	if err != nil {
		t.Errorf("%s: %s: %v", from.ID, link, err)
		return
	}
	if u.Scheme != "" {
		if u.Host == "" {
			t.Errorf("%s: %s has no host", from.ID, link)
		}
		return
	}
	to := all[strings.TrimSuffix(u.Path, ".md")]
	switch {
	case to == nil || !strings.HasSuffix(u.Path, ".md"):
		t.Errorf("%s: %s names no article of the library", from.ID, link)
	case u.Fragment != "" && anchored(to, u.Fragment) != 1:
		t.Errorf("%s: %s names %d headings, want one", from.ID, link, anchored(to, u.Fragment))
	}
}

// The file of an article is named as its ID, so that a link to the file leads
// there also where the library has no files.
func TestLibraryFilesAreNamedAsTheirIDs(t *testing.T) {
	files, err := fs.ReadDir(corpus.Files(), ".")
	if err != nil {
		t.Fatal(err)
	}
	all := library(t)
	for _, f := range files {
		if all[strings.TrimSuffix(f.Name(), ".md")] == nil {
			t.Errorf("%s: its ID is another", f.Name())
		}
	}
	if len(all) != len(files) {
		t.Errorf("%d articles in %d files", len(all), len(files))
	}
}

// An original piece has a note that says so, and names its sources.
func TestLibraryPiecesNameTheirSources(t *testing.T) {
	all := library(t)
	for _, id := range []string{"width", "width-en", "reports", "punctuation"} {
		a := all[id]
		if a == nil {
			t.Errorf("%s is not there", id)
			continue
		}
		if a.Note == "" || anchored(a, "出处")+anchored(a, "Sources") != 1 {
			t.Errorf("%s: want a note, and a section that names its sources", id)
		}
	}
}
