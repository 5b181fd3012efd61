// The tests named Figures hold the retold articles to their originals: every
// figure stands there, no sentence does.
package corpus

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

// maxExcused is how many figures of an article may be excused.
const maxExcused = 2

// eachRetold runs a check on every article whose source the listing has.
func eachRetold(t *testing.T, check func(t *testing.T, a figuresArticle, o original)) {
	t.Helper()
	listing := readListing(t)
	for _, a := range readArticles(t) {
		o, ok := listing[a.Source]
		if !ok {
			t.Errorf("%s: source %q is no title of the listing: copy the title exactly", a.file, a.Source)
			continue
		}
		t.Run(strings.TrimSuffix(a.file, ".md"), func(t *testing.T) { check(t, a, o) })
	}
}

// articleFigures reads the figures of an article: title, note, tags, the day
// of delivery, prose and tables.
func articleFigures(a figuresArticle) []figure {
	prose, tables := splitTables(a.body)
	all := figuresOf(plain(strings.Join([]string{a.Title, a.Note, a.Tag, deliveredDay(a.Delivered), prose}, "\n")))
	for _, t := range tables {
		all = append(all, tableFigures(t)...)
	}
	return all
}

// deliveredDay turns 2021-03-23 into 2021年3月23日.
func deliveredDay(s string) string {
	return regexp.MustCompile(`^(\d{4})-0?(\d+)-0?(\d+).*`).ReplaceAllString(s, "${1}年${2}月${3}日")
}

func TestFiguresCoverTheListing(t *testing.T) {
	listing := readListing(t)
	retold := map[string][]string{}
	for _, a := range readArticles(t) {
		retold[a.Source] = append(retold[a.Source], a.file)
	}
	for title := range listing {
		if files := retold[title]; len(files) != 1 {
			t.Errorf("%s is retold by %d articles %v, want one", title, len(files), files)
		}
	}
}

func TestFiguresStandInTheOriginal(t *testing.T) {
	excused := readExcused(t)
	eachRetold(t, func(t *testing.T, a figuresArticle, o original) {
		if n := len(excused[a.file]); n > maxExcused {
			t.Errorf("testdata/figures.txt excuses %d figures of %s: at most %d", n, a.file, maxExcused)
		}
		source := figuresOf(plain(o.title + "\n" + o.body))
		for _, f := range articleFigures(a) {
			if ok, why := stands(f, source); !ok && !excused[a.file][f.String()] {
				t.Errorf("%s: figure %s (…%s…): %s", a.file, f, f.near, why)
			}
		}
	})
}

func TestFiguresNoSentenceIsCopied(t *testing.T) {
	terms := readTerms(t)
	eachRetold(t, func(t *testing.T, a figuresArticle, o original) {
		text := a.Note + "\n# \n" + a.body
		for _, run := range copiedRuns(text, o.title+o.body, terms) {
			t.Errorf("%s: copied, %d characters: %s: say it in other words (or list a true name in testdata/terms.txt)",
				a.file, len([]rune(run)), run)
		}
	})
}

func TestFiguresLength(t *testing.T) {
	eachRetold(t, func(t *testing.T, a figuresArticle, o original) {
		n := hanCount(a.body)
		switch {
		case a.long() && n < 6000:
			t.Errorf("%s: %d Han characters, want at least 6000: tell more of the original", a.file, n)
		case !a.long() && (n > hanCount(o.body) || 2*n < hanCount(o.body)):
			t.Errorf("%s: %d Han characters, the original has %d: neither longer than it nor less than half", a.file, n, hanCount(o.body))
		}
	})
}

func TestFiguresHeadings(t *testing.T) {
	gold := goldHeadings()
	eachRetold(t, func(t *testing.T, a figuresArticle, o original) {
		want := gold[o.title]
		if want == nil {
			want = bodyHeadings(o.body)
		}
		got := articleHeadings(a.body)
		if h, missing := missingHeading(got, want); missing {
			t.Errorf("%s: section %s of the original is not in its place: keep its number and order", a.file, h)
		}
		if len(got) > len(want) {
			t.Errorf("%s: %d numbered sections, the original has %d: give no number to a section of your own", a.file, len(got), len(want))
		}
	})
}

func TestFiguresForm(t *testing.T) {
	eachRetold(t, func(t *testing.T, a figuresArticle, _ original) {
		fields := map[string]string{"id": a.ID, "title": a.Title, "date": a.Date, "note": a.Note}
		if a.long() {
			fields["delivered"] = a.Delivered
			if _, tables := splitTables(a.body); len(tables) < 2 {
				t.Errorf("%s: %d tables, want at least two: the year in figures, and the goals", a.file, len(tables))
			}
		}
		for name, value := range fields {
			if value == "" {
				t.Errorf("%s: front matter: %s is missing", a.file, name)
			}
		}
		if !a.hasTags {
			t.Errorf("%s: front matter: tags are missing", a.file)
		}
		if a.ID != strings.TrimSuffix(a.file, ".md") {
			t.Errorf("%s: front matter: id is %q: want the name of the file", a.file, a.ID)
		}
	})
}

// The list of terms must not become a way round the check.
func TestFiguresTermsAreNames(t *testing.T) {
	terms := readTerms(t)
	for _, term := range terms {
		if n := len([]rune(term)); n < 6 {
			t.Errorf("testdata/terms.txt: %s is %d characters: only terms of six and more", term, n)
		}
	}
	if !slices.IsSortedFunc(terms, func(a, b string) int { return len([]rune(b)) - len([]rune(a)) }) {
		t.Error("testdata/terms.txt: keep the longest terms first, that a short one does not cut a long one")
	}
}
