package structure

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// An expectation is what a reader takes a line of a text for.
type expectation struct {
	mark     string
	from, to int // bytes of the line, without the blanks around it
}

// TestTextsAreReadAsExpected holds what a reader takes each line of many small
// texts for. Each line of testdata/expected is a mark, a bar, and the line:
//
//	1 2 3 4  a heading of that level        H  a heading of any level
//	L1 … L4  one that opens its paragraph   a  a paragraph, whatever opens it
//	.        a paragraph or an item         i  the same, perhaps opened by a number
//	+        goes on with what is above     t  a line before the text, or a paragraph
//	V        stands as it is                v  verse
//	F        head or foot of a page         C  a line of a table of contents
//	R        a rule                         ?  anything
//	k        a line by itself, of whatever kind but a heading
//
// Where the name of a text ends with -flattened its lines are joined with spaces,
// with -unbroken without.
func TestTextsAreReadAsExpected(t *testing.T) {
	files, err := filepath.Glob("testdata/expected/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range strings.Split("\n"+string(raw), "\n=== ")[1:] {
			name, body, _ := strings.Cut(c, "\n")
			t.Run(name, func(t *testing.T) {
				end := "\n"
				switch {
				case strings.HasSuffix(name, "-flattened"):
					end = " "
				case strings.HasSuffix(name, "-unbroken"):
					end = ""
				}
				checkExpected(t, body, end)
			})
		}
	}
}

func checkExpected(t *testing.T, marked, end string) {
	var src strings.Builder
	var want []expectation
	for line := range strings.SplitSeq(strings.TrimRight(marked, "\n"), "\n") {
		mark, text, _ := strings.Cut(line, "|")
		const blanks = " \t\u3000\u00a0"
		if bare := strings.Trim(text, blanks); bare != "" {
			from := src.Len() + len(text) - len(strings.TrimLeft(text, blanks))
			want = append(want, expectation{mark, from, from + len(bare)})
		}
		src.WriteString(text + end)
	}
	parts := Infer(src.String())
	for _, w := range want {
		i := slices.IndexFunc(parts, func(p Part) bool { return p.From < w.to && p.To > w.from })
		if i < 0 {
			t.Errorf("%q is lost", src.String()[w.from:w.to])
		} else if p := parts[i]; !w.met(p, src.String()) {
			t.Errorf("%q is no %s: %+v", src.String()[w.from:w.to], w.mark, p)
		}
	}
}

// met reports whether p, the first part that has some of the line, is what was
// expected.
func (w expectation) met(p Part, src string) bool {
	text := p.Kind == Paragraph && p.LeadKind == NoLead
	starts := p.From <= w.from && strings.TrimSpace(src[p.From:w.from]) == ""
	switch w.mark {
	case "+":
		return !starts && p.Kind != Verbatim && p.Kind != Table || p.Kind == Continued
	case "V":
		return p.Kind == Verbatim || p.Kind == Table
	case "F":
		return p.Kind == Furniture
	case "C":
		return p.Kind != Heading && p.Kind != Rule && p.Kind != Furniture && p.Kind != Continued
	case "k":
		return p.Kind == Verbatim || p.Kind == Table || starts && p.Kind != Heading && p.Kind != Continued && p.Kind != Furniture
	case "R":
		return p.Kind == Rule
	case "?":
		return true
	}
	if !starts {
		return false
	}
	switch w.mark {
	case "H":
		return p.Kind == Heading
	case ".":
		return text || p.Kind == Item
	case "a":
		return p.Kind == Paragraph
	case "t":
		return p.Kind == Title || text || p.Kind == Verse
	case "i":
		return p.Kind == Paragraph || p.Kind == Item
	case "v":
		return p.Kind == Verse
	}
	level := int(w.mark[len(w.mark)-1] - '0')
	if strings.HasPrefix(w.mark, "L") {
		return p.Kind == Paragraph && p.LeadKind != NoLead && p.Level == level
	}
	return p.Kind == Heading && p.Level == level
}
