package flat

import (
	"cmp"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"juan/model/structure/internal/fit"
	"juan/model/structure/number"
	"juan/model/structure/sentence"
)

// go test ./flat -run Examples -examples writes testdata/cut.examples anew, from
// testdata/cuts.txt and from the reports beside the repository; go run
// ./internal/refit then fits cut.tsv to it.
var writeExamples = flag.Bool("examples", false, "write testdata/cut.examples")

// pairsOf reads the headings and the sentences after them.
func pairsOf(t *testing.T) [][2]string {
	t.Helper()
	b, err := os.ReadFile("testdata/cuts.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all [][2]string
	for row := range strings.SplitSeq(string(b), "\n") {
		if h, rest, ok := strings.Cut(row, "|"); ok && !strings.HasPrefix(row, "#") {
			all = append(all, [2]string{h, rest})
		}
	}
	return all
}

// choiceOf is the choice that heading h before body gives, one of five siblings
// of which so many have a full stop in reach.
func choiceOf(h, sep, body string, stops int) (fit.Choice, bool) {
	text := h + sep + body
	c, ends := fit.Choice{Right: -1}, []int(nil)
	add := func(has []feature, end int) {
		if end == len(h) {
			c.Right = len(c.Options)
		}
		c.Options, ends = append(c.Options, ints(has)), append(ends, end)
	}
	for _, p := range cutPlaces(text[:window(text, 0, len(text))]) {
		add(p.has, p.at)
	}
	if stop := strings.Index(text, "。"); stop > 0 && utf8.RuneCountInString(text[:stop]) <= sentence.Longest {
		add(stopFeatures(text[:stop], 5, stops, false, false), stop)
	}
	return c, c.Right >= 0
}

func ints(has []feature) []int {
	out := make([]int, len(has))
	for i, f := range has {
		out[i] = int(f)
	}
	return out
}

// choices makes of each pair a choice with nothing between and one with a full
// stop; with mix it also puts each heading before other bodies.
func choices(pairs [][2]string, mix bool) []fit.Choice {
	var all []fit.Choice
	add := func(h, sep, body string) {
		stops := 1
		if sep == "。" {
			stops = 5
		}
		if c, ok := choiceOf(h, sep, body, stops); ok {
			all = append(all, c)
		}
	}
	for i, p := range pairs {
		if other := pairs[(i+53)%len(pairs)]; mix && i%2 == 0 { // a run-in follows, and so it does with most siblings
			if c, ok := choiceOf(p[0], "", other[0]+"。"+other[1], 4+i%4/2); ok {
				all = append(all, c)
			}
		}
		add(p[0], "", p[1])
		add(p[0], "。", p[1])
		if mix {
			for _, k := range []int{7, 31, 64, 83} {
				add(p[0], "", pairs[(i+k)%len(pairs)][1])
			}
			add(p[0], "。", pairs[(i+19)%len(pairs)][1])
		}
	}
	return all
}

// glued is a report with white space between its paragraphs and nothing after
// its numbered headings.
func glued(r fit.Report) string {
	body, at := r.Bodies[0], 0
	for i, h := range r.Headings {
		if k := strings.Index(body[at:], h); k >= 0 && r.Levels[i] < 3 {
			at += k + len(h)
			body = body[:at] + strings.TrimLeft(body[at:], " ")
		}
	}
	return body
}

// choicesIn is the choices that the headings of a text give whose end no white
// space shows, where the outline knows the right one.
func choicesIn(src string, outline []string, u *usage, prior []float64) []fit.Choice {
	f := flat{src: src, spaced: isSpaced(src), weights: cutWeights(), usage: u}
	heads := headsAmong(marks(src), len(src))
	f.see(heads)
	var all []fit.Choice
	for k, hs := range siblings(heads, true) {
		if k.form < number.Digit && k.form != number.Article {
			f.open(hs)
		}
	}
	for _, h := range heads {
		c := fit.Choice{Right: -1}
		for _, p := range h.cuts {
			if slices.ContainsFunc(outline, func(w string) bool { return squash(w) == squash(src[h.at:p.at]) }) {
				c.Right = len(c.Options)
			}
			c.Options = append(c.Options, ints(p.has))
		}
		if c.Right >= 0 && len(c.Options) > 1 {
			all = append(all, hardest(c, prior))
		}
	}
	return all
}

// hardest keeps of the wrong options the twelve that were most probable before
// any example was seen.
func hardest(c fit.Choice, prior []float64) fit.Choice {
	p := fit.Probabilities(prior, c.Options)
	order := make([]int, len(p))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(p[b], p[a]) })
	out := fit.Choice{Options: [][]int{c.Options[c.Right]}}
	for _, i := range order {
		if i != c.Right && len(out.Options) < 13 {
			out.Options = append(out.Options, c.Options[i])
		}
	}
	return out
}

func squash(s string) string {
	s = strings.Map(func(r rune) rune {
		if r == ' ' || r == '\u3000' {
			return -1
		}
		if i := strings.IndexRune("，：；！？（）", r); i >= 0 {
			return rune(",:;!?()"[i/3])
		}
		return r
	}, s)
	return strings.TrimRight(s, "。")
}

// TestExamples holds that the table names the features, and writes the
// examples when asked.
func TestExamples(t *testing.T) {
	names, err := fit.Constants("feature.go", "feature", "pairs")
	if err != nil {
		t.Fatal(err)
	}
	table, err := fit.LoadTable("..", "flat/cut")
	if err != nil {
		t.Fatal(err)
	}
	if len(table.Names) != int(features) || !slices.Equal(table.Names[:len(names)], names) {
		t.Fatalf("the table names %d features, the code %d", len(table.Names), features)
	}
	if !*writeExamples {
		return
	}
	all := fit.From("own", choices(pairsOf(t), true))
	reports, err := fit.Reports("../../../../shared/dev")
	if err != nil {
		t.Skip("the reports are not here:", err)
	}
	for _, r := range reports {
		u := usageIn(reports, r.Title)
		for _, body := range append(r.Bodies, glued(r)) {
			all = append(all, fit.From(r.Title, choicesIn(body, r.Headings, u, table.Prior))...)
		}
	}
	if err := writeUsage("usage.tsv", reports); err != nil {
		t.Fatal(err)
	}
	if err := fit.SaveExamples("..", "flat/cut", table.Names, all); err != nil {
		t.Fatal(err)
	}
	t.Logf("%d examples", len(all))
}

// TestUnseenHeadings fits weights to five of six headings and holds them to
// the sixth.
func TestUnseenHeadings(t *testing.T) {
	table, _, err := fit.Load("..", "flat/cut")
	if err != nil {
		t.Fatal(err)
	}
	pairs := pairsOf(t)
	const folds = 6
	right, n := [2]int{}, [2]int{}
	for fold := range folds {
		var train, test [][2]string
		for i, p := range pairs {
			if i%folds == fold {
				test = append(test, p)
			} else {
				train = append(train, p)
			}
		}
		w := fit.Weights(table.Prior, fit.TrustIn("flat/cut"), choices(train, true))
		for _, p := range test {
			for k, sep := range []string{"", "。"} {
				n[k]++
				if c, ok := choiceOf(p[0], sep, p[1], 1+4*k); ok && fit.Best(w, c.Options) == c.Right {
					right[k]++
				}
			}
		}
	}
	t.Logf("unseen headings: %d of %d cut rightly, %d of %d with a full stop", right[0], n[0], right[1], n[1])
	if right[0]*100 < n[0]*70 || right[1]*100 < n[1]*95 {
		t.Error("too few")
	}
}
