package corpus

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
	"golang.org/x/text/width"
)

const (
	listingPath = "../../../shared/corpus/xuchang-listing.txt"
	goldPath    = "../../../shared/gold/outlines.json"
)

// original is one entry of the listing: a title, and its body on one line.
type original struct{ title, body string }

// figuresArticle is one embedded article as it stands on disk.
type figuresArticle struct {
	file                                          string
	ID, Title, Date, Delivered, Source, Note, Tag string
	hasTags                                       bool
	body                                          string
}

// long reports whether the article retells one of the work reports.
func (a figuresArticle) long() bool { return strings.Contains(a.Source, "政府工作报告") }

// readListing reads the entries of the listing, or skips the test when the
// listing is not beside the project.
func readListing(t *testing.T) map[string]original {
	t.Helper()
	src, err := os.ReadFile(listingPath)
	if err != nil {
		t.Skipf("the listing the articles retell is not here: %v", err)
	}
	return parseListing(string(src))
}

// parseListing finds the entries by their last line, the date: the line above
// it is the body and the one above that the title.
func parseListing(src string) map[string]original {
	date := regexp.MustCompile(`^\d{4}-\d{2}-\d{2}$`)
	lines := strings.Split(src, "\n")
	entries := map[string]original{}
	for i, line := range lines {
		if i >= 2 && date.MatchString(strings.TrimSpace(line)) {
			title := strings.TrimSpace(lines[i-2])
			entries[title] = original{title, lines[i-1]}
		}
	}
	return entries
}

// readArticles reads the articles of the corpus that name a source.
func readArticles(t *testing.T) []figuresArticle {
	t.Helper()
	names, err := filepath.Glob("*.md")
	if err != nil {
		t.Fatal(err)
	}
	var articles []figuresArticle
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		a, err := parseArticle(filepath.Base(name), string(src))
		if err != nil {
			t.Errorf("%s: front matter: %v", name, err)
		} else if a.Source != "" {
			articles = append(articles, a)
		}
	}
	return articles
}

// parseArticle splits front matter and body.
func parseArticle(file, src string) (figuresArticle, error) {
	a := figuresArticle{file: file, body: src}
	rest, ok := strings.CutPrefix(src, "---\n")
	if !ok {
		return a, nil
	}
	head, body, ok := strings.Cut(rest, "\n---\n")
	if !ok {
		return a, nil
	}
	var front struct {
		ID, Title, Date, Delivered, Source, Note string
		Tags                                     []string
	}
	if err := yaml.Unmarshal([]byte(head), &front); err != nil {
		return a, err
	}
	a.ID, a.Title, a.Date, a.Delivered = front.ID, front.Title, front.Date, front.Delivered
	a.Source, a.Note, a.Tag = front.Source, front.Note, strings.Join(front.Tags, "\n")
	a.hasTags, a.body = len(front.Tags) > 0, body
	return a, nil
}

// readTerms reads the fixed terms as letters and digits only.
func readTerms(t *testing.T) []string {
	t.Helper()
	terms := readTermLines(t)
	for i, term := range terms {
		terms[i] = letters(term)
	}
	return terms
}

// readTermLines reads the fixed terms, one a line.
func readTermLines(t *testing.T) []string {
	t.Helper()
	src, err := os.ReadFile("testdata/terms.txt")
	if err != nil {
		t.Fatal(err)
	}
	var terms []string
	for line := range strings.Lines(string(src)) {
		if line = strings.TrimSpace(line); line != "" && !strings.HasPrefix(line, "#") {
			terms = append(terms, line)
		}
	}
	return terms
}

// readExcused reads the figures that need not stand in the original:
// article, figure and reason, separated by tabs.
func readExcused(t *testing.T) map[string]map[string]bool {
	t.Helper()
	src, err := os.ReadFile("testdata/figures.txt")
	if err != nil {
		t.Fatal(err)
	}
	excused := map[string]map[string]bool{}
	for line := range strings.Lines(string(src)) {
		line = strings.TrimSpace(line)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		fields := strings.Split(line, "\t")
		if len(fields) != 3 || fields[2] == "" {
			t.Errorf("testdata/figures.txt: %q: want article, figure, reason separated by tabs", line)
			continue
		}
		if excused[fields[0]] == nil {
			excused[fields[0]] = map[string]bool{}
		}
		excused[fields[0]][fields[1]] = true
	}
	return excused
}

// narrow gives full-width letters, digits and marks their ASCII form.
func narrow(s string) string { return width.Fold.String(s) }
