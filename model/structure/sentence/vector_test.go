package sentence

import (
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"juan/model/char"
	"juan/model/structure/internal/fit"
)

// go test ./sentence -run Examples -examples writes testdata/runin.examples anew
// from the reports beside the repository; go run ./internal/refit then fits
// runin.tsv to it.
var writeExamples = flag.Bool("examples", false, "write testdata/runin.examples")

// sectionsOf splits a report at its numbered headings, which the outline tells.
func sectionsOf(src string, r fit.Report) []Section {
	var all []Section
	from, level := 0, 0
	add := func(to int) {
		s := Split(src, from, to, level)
		s.Glued = from > 0 && !char.IsSpace(char.First(src[from:]))
		s.Stopped = strings.HasSuffix(src[:from], "。")
		all = append(all, s)
	}
	for i, h := range r.Headings {
		if r.Levels[i] > 2 {
			continue
		}
		at := strings.Index(src[from:], h)
		if at < 0 {
			continue
		}
		add(from + at)
		from, level = from+at+len(h), r.Levels[i]
		from += len(src[from:]) - len(strings.TrimPrefix(src[from:], "。"))
	}
	add(len(src))
	return all
}

// examplesIn is one choice, yes or no, for each sentence of a report that may
// lead; titles are those that do.
func examplesIn(src string, r fit.Report, shown bool) []fit.Choice {
	return examplesOf(src, r, shown, func(*Sentence) bool { return true })
}

// examplesOf is examplesIn for the sentences that are kept.
func examplesOf(src string, r fit.Report, shown bool, keep func(*Sentence) bool) []fit.Choice {
	var all []fit.Choice
	sections := sectionsOf(src, r)
	for i, v := range views(src, sections) {
		v.begin = v.beginnings()
		s := &sections[i]
		for k := range s.Sentences {
			if s.shown != shown || !v.mayLead(k) || !keep(&s.Sentences[k]) {
				continue
			}
			t := &s.Sentences[k]
			words := strings.ReplaceAll(src[t.From:t.To-int32(len("。"))], " ", "")
			c := fit.Choice{Options: [][]int{nil, nil}, Right: 1}
			if slices.ContainsFunc(r.Headings, func(h string) bool { return strings.ReplaceAll(h, " ", "") == words }) {
				c.Right = 0
			}
			for _, f := range v.company(v.alone(nil, k), k) {
				c.Options[0] = append(c.Options[0], int(f))
			}
			all = append(all, c)
		}
	}
	return all
}

// unled is the examples of a report whose outline lists no run-in headings: the
// sentences inside its paragraphs. Those that open paragraphs are left out, for
// some of them may be run-in headings all the same.
func unled(r fit.Report) []fit.Choice {
	opening := map[string]bool{}
	for _, s := range sectionsOf(r.Bodies[0], r) {
		for _, t := range s.Sentences {
			opening[r.Bodies[0][t.From:t.To]] = opening[r.Bodies[0][t.From:t.To]] || t.Opens
		}
	}
	src := r.Bodies[1]
	return examplesOf(src, r, false, func(t *Sentence) bool { return !opening[src[t.From:t.To]] })
}

// lists reports whether an outline lists run-in headings at all: where it has
// fewer of them than headings of the second level they were left out of it, and
// what leads paragraphs there would teach the opposite.
func lists(r fit.Report) bool {
	n := [4]int{}
	for _, l := range r.Levels {
		n[l]++
	}
	return n[3] > n[2]
}

func decisions() []string { return []string{"sentence/runin", "sentence/hidden"} }

// TestExamples holds that both tables name the features, and writes the
// examples when asked.
func TestExamples(t *testing.T) {
	var names []string
	for _, decision := range decisions() {
		var err error
		if names, err = fit.Features("..", decision, "feature.go", "runInFeature", "runInFeatures"); err != nil {
			t.Fatal(err)
		}
	}
	if !*writeExamples {
		return
	}
	reports, err := fit.Reports("../../../../shared/dev")
	if err != nil {
		t.Skip("the reports are not here:", err)
	}
	for _, decision := range decisions() {
		var all []fit.Choice
		for _, r := range reports {
			if !lists(r) {
				if decision == "sentence/hidden" {
					all = append(all, fit.From(r.Title, unled(r))...)
				}
				continue
			}
			for _, body := range r.Bodies {
				all = append(all, fit.From(r.Title, examplesIn(body, r, decision == "sentence/runin"))...)
			}
		}
		for _, r := range listed(t) {
			for _, body := range r.Bodies {
				one := fit.From(r.Title, examplesIn(body, r, decision == "sentence/runin"))
				all = append(all, slices.Repeat(one, 3)...) // there are few, and by hand
			}
		}
		if err := fit.SaveExamples("..", decision, names, all); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d examples", len(all))
	}
}

// listed reads the sample listing with the outlines made by hand, as listed and
// without white space.
func listed(t *testing.T) []fit.Report {
	t.Helper()
	raw, err := os.ReadFile("../../../../shared/corpus/xuchang-listing.txt")
	if err != nil {
		t.Skip("the sample listing is not here:", err)
	}
	list, err := os.ReadFile("../../../../shared/gold/outlines.json")
	if err != nil {
		t.Skip("the outlines are not here:", err)
	}
	var gold []struct {
		Title    string
		Headings []struct {
			Level int
			Text  string
		}
	}
	if err := json.Unmarshal(list, &gold); err != nil {
		t.Fatal(err)
	}
	var out []fit.Report
	lines := strings.Split(string(raw), "\n")
	for k, l := range lines {
		for _, g := range gold {
			if strings.TrimSpace(l) == "-" && k+2 < len(lines) && lines[k+1] == g.Title {
				r := fit.Report{Title: g.Title, Bodies: []string{lines[k+2], strings.Join(strings.Fields(lines[k+2]), "")}}
				for _, h := range g.Headings {
					r.Levels, r.Headings = append(r.Levels, h.Level), append(r.Headings, h.Text)
				}
				out = append(out, r)
			}
		}
	}
	return out
}
