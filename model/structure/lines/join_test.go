package lines

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"juan/model/structure/internal/fit"
	"juan/model/structure/part"
)

// joinsIn is one choice, yes or no, for each line of a wrapped text but the first.
func joinsIn(w wrappedText) []fit.Choice {
	d := Split(w.text)
	d.script()
	d.verbatim()
	d.number()
	d.furniture()
	d.wrapping()
	if d.usual == 0 {
		return nil
	}
	var all []fit.Choice
	before := -1
	for i := range d.lines {
		l := &d.lines[i]
		goesOn, known := w.goesOn[l.from]
		if l.role == body && known && before >= 0 {
			c := fit.Choice{Options: [][]int{nil, nil}, Right: 1}
			if goesOn {
				c.Right = 0
			}
			for _, f := range d.pair(nil, before, i) {
				c.Options[0] = append(c.Options[0], int(f))
			}
			all = append(all, c)
		}
		d.goOn(l, goesOn)
		if before = -1; l.role == body {
			before = i
		}
	}
	return all
}

// joinExamples are from all shelves but the guides, which change often and are held
// to what was fitted to the others.
func joinExamples(all []shelf) []fit.Choice {
	var examples []fit.Choice
	for _, s := range all {
		if s.name == "corpus" {
			continue
		}
		for _, m := range manners() {
			for _, w := range s.texts(m, 1, 50) {
				for i, c := range joinsIn(w) {
					if telling(c, i) {
						examples = append(examples, fit.From(s.name, []fit.Choice{c})...)
					}
				}
			}
		}
	}
	return examples
}

// telling reports whether choice i of a text is fitted to: all that are in doubt, some
// of the lines too short to be full, and few of the others.
func telling(c fit.Choice, i int) bool {
	doubtful, short := false, false
	for _, f := range c.Options[0] {
		doubtful = doubtful || f >= int(opensSure) && f <= int(insideSure)
		short = short || f == int(breaksShort) || f == int(stopsShort)
	}
	return doubtful || short && i%8 == 0 || i%40 == 0
}

// TestJoinExamples holds that the table names the features and that the examples
// beside it are what the texts give; it writes testdata/join.examples when asked.
// Examples from texts that are not here are taken as they stand.
func TestJoinExamples(t *testing.T) {
	names, err := fit.Features("..", "lines/join", "joinfeature.go", "joinFeature", "joinFeatures")
	if err != nil {
		t.Fatal(err)
	}
	all := shelves(t)
	fresh := joinExamples(all)
	if *writeExamples {
		if err := fit.SaveExamples("..", "lines/join", names, fresh); err != nil {
			t.Fatal(err)
		}
		t.Logf("%d examples", len(fresh))
	}
	_, kept, err := fit.Load("..", "lines/join")
	if err != nil {
		t.Fatal(err)
	}
	kept = slices.DeleteFunc(kept, func(c fit.Choice) bool {
		return !slices.ContainsFunc(all, func(s shelf) bool { return s.name == c.Source })
	})
	if !slices.EqualFunc(fresh, kept, sameChoice) {
		t.Errorf("testdata/join.examples has not what the %d examples of the texts are; go test ./lines -run JoinExamples -examples, then go run ./internal/refit", len(fresh))
	}
}

func sameChoice(a, b fit.Choice) bool {
	return a.Source == b.Source && a.Right == b.Right && slices.EqualFunc(a.Options, b.Options, slices.Equal)
}

// TestUnseenShelves fits weights without one kind of text and holds them to it.
func TestUnseenShelves(t *testing.T) {
	table, _, err := fit.Load("..", "lines/join")
	if err != nil {
		t.Fatal(err)
	}
	examples := map[string][]fit.Choice{}
	all := shelves(t)
	for _, s := range all {
		for _, m := range manners() {
			for _, w := range s.texts(m, 5, 50) {
				examples[s.name] = append(examples[s.name], joinsIn(w)...)
			}
		}
	}
	for _, s := range all {
		var train []fit.Choice
		for name, of := range examples {
			for i, c := range of {
				if name != s.name && telling(c, i) {
					train = append(train, c)
				}
			}
		}
		w := fit.Weights(table.Prior, fit.TrustIn("lines/join"), train)
		bad := 0
		for _, c := range examples[s.name] {
			if fit.Best(w, c.Options) != c.Right {
				bad++
			}
		}
		t.Logf("%-10s %4d of %5d wrong, %.2f %%", s.name, bad, len(examples[s.name]), 100*float64(bad)/float64(len(examples[s.name])))
		if bad*100 > len(examples[s.name]) {
			t.Errorf("%s: more than 1 %%", s.name)
		}
	}
}

// TestJoins wraps texts in every manner and counts the lines that are joined to
// the wrong paragraph or to none. Its limits are those of the texts that are always
// there: others are counted and told, but are not in the figures by manner, which
// they would make better.
func TestJoins(t *testing.T) {
	type count struct{ wrong, lines int }
	byManner, byShelf := map[string]count{}, map[string]count{}
	add := func(to map[string]count, name string, wrong, lines int) {
		c := to[name]
		to[name] = count{c.wrong + wrong, c.lines + lines}
	}
	for _, s := range shelves(t) {
		for _, m := range manners() {
			for _, w := range s.texts(m, 3, 60) {
				wrong, lines := misjoined(w)
				if s.name != "dev" {
					add(byManner, m.name, wrong, lines)
				}
				add(byShelf, s.name, wrong, lines)
			}
		}
	}
	for _, counts := range []map[string]count{byManner, byShelf} {
		for name, c := range counts {
			share := 100 * float64(c.wrong) / float64(c.lines)
			t.Logf("%-45s %5.2f %% of %d", name, share, c.lines)
			if limit := map[bool]float64{true: 2, false: .5}[strings.HasPrefix(name, "flush")]; share >= limit && counts[name] == byManner[name] {
				t.Errorf("%s: more than %v %%", name, limit)
			}
		}
	}
}

// misjoined counts the lines of w that go on where they should not, or do not
// where they should.
func misjoined(w wrappedText) (wrong, lines int) {
	starts := map[int]bool{}
	for _, p := range Split(w.text).Parts() {
		if p.Kind != part.Continued {
			starts[p.From] = true
		}
	}
	for at, goesOn := range w.goesOn {
		if starts[at] == goesOn {
			wrong++
		}
	}
	return wrong, len(w.goesOn)
}

// Lists of long titles, about as long as each other, are not hard-wrapped.
func TestTitlesAreNotJoined(t *testing.T) {
	joined := 0
	for seed := range uint64(40) {
		r := rand.New(rand.NewPCG(seed, 1))
		var b strings.Builder
		n := 4 + r.IntN(20)
		for range n {
			b.WriteString(topics[r.IntN(len(topics))] + "与" + topics[r.IntN(len(topics))] + "的若干" + topics[r.IntN(len(topics))] + "\n")
		}
		if starts := len(Split(b.String()).Parts()); starts < n {
			joined++
		}
	}
	if joined > 2 {
		t.Errorf("%d of 40 lists are joined", joined)
	}
}

// Of paragraphs of about four lines each, eight lines are two, and one line and three
// are one; where no paragraph is known nothing is said.
func TestLengthsOfParagraphs(t *testing.T) {
	var p lengths
	if p.odds(160, 160) != 0 {
		t.Error("something is said of no paragraphs")
	}
	for i := range int32(20) {
		p.add(140 + 2*i)
	}
	if two, one := p.odds(160, 160), p.odds(40, 120); two < 1 || one > -1 {
		t.Errorf("eight lines %.1f, four lines %.1f", two, one)
	}
}
