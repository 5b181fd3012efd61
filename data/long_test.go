package data

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"juan/data/format/compose"
	"juan/data/internal/dump"
	"juan/model"
)

// A heading or a cell longer than a paragraph may be is paragraphs: nothing of it is lost, it
// knows where it stands, and the rest of its table is a table.
func TestWhatIsTooLongForAHeadingOrACell(t *testing.T) {
	long := strings.Repeat("题目很长，", 5000)
	for name, source := range map[string]string{
		"a.md":   "# " + long + "\n\n尾。\n",
		"b.md":   "头。\n\n|甲|乙|\n|-|-|\n|子|丑|\n|" + strings.Repeat("**题目**很长，", 4000) + "|寅|\n|卯|辰|\n\n尾。\n",
		"c.html": "<h1>" + long + "</h1><p>尾。</p>",
		"d.html": "<p>头。</p><table><tr><th>甲<th>乙<tr><td>子<td>丑<tr><td>" + long + "<td>寅<tr><td>卯<td>辰</table><p>尾。</p>",
	} {
		file := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(file, []byte(source), 0o644); err != nil {
			t.Fatal(err)
		}
		o := open(t, "", file)
		if len(o.articles) != 1 {
			t.Fatalf("%s: %d articles, %v", name, len(o.articles), o.errs)
		}
		a := o.articles[0]
		dump.CheckPlaces(t, a)
		var all strings.Builder
		tables := 0
		for _, b := range a.Body {
			all.WriteString(b.Text())
			if _, ok := b.(model.Table); ok {
				tables++
			}
			if n := len(b.Text()); n > compose.MaxParagraph {
				t.Errorf("%s: a %T of %d bytes", name, b, n)
			}
		}
		if got := strings.Count(all.String(), "很长，"); got < 4000 || len(a.Title) > 1000 {
			t.Errorf("%s: %d of the words are there, the title has %d bytes", name, got, len(a.Title))
		}
		if name == "b.md" && (tables != 2 || !strings.Contains(all.String(), "寅卯\t辰")) {
			t.Errorf("%s: %d tables", name, tables)
		}
	}
}
