package front

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"juan/model"
)

// tomlFloods are documents whose keys grow with n.
func tomlFloods() map[string]func(n int) string {
	many := func(line string) func(int) string {
		return func(n int) string {
			var b strings.Builder
			for i := range n {
				fmt.Fprintf(&b, line, i)
			}
			return b.String()
		}
	}
	nested := func(before, open, after, shut string) func(int) string {
		return func(n int) string { return before + strings.Repeat(open, n) + after + strings.Repeat(shut, n) }
	}
	return map[string]func(int) string{
		"dots":         nested("", "a.", "a=1", ""),
		"spaced dots":  nested("", "a . ", "a=1", ""),
		"quoted dots":  nested("", `"".`, "a=1", ""),
		"raw dots":     nested("", `'='.`, "a=1", ""),
		"header":       nested("[", "a.", "a]\n", ""),
		"headers":      many("[[a]]\n[[a.b]]\n[a.b.c]\nd%d=1\n"),
		"inline":       nested("a=", "{a=", "1", "}"),
		"dotted":       nested("a=", "{a.a.a.a=", "1", "}"),
		"lists":        nested("a=", "[", "", "]"),
		"mixed":        nested("a=", "[{a=", "1", "}]"),
		"in a header":  func(n int) string { return "[" + strings.Repeat("a.", n) + "a]\n" + many("a%d=1\n")(n) },
		"long key":     func(n int) string { return "[" + strings.Repeat("a", n) + "]\n" + many("a%d=1\n")(n) },
		"long strings": func(n int) string { return "['" + strings.Repeat("'.'", n) + "']\n" + many("a%d=1\n")(n) },
		"keys":         many("a%d=1\n"),
		"wide":         many("a%d.b.c.d.e.f.g.h=1\n"),
		"elements":     nested("a=[", "{a=1},", "]", ""),
		"after text":   nested("a='''\n[\n'''\nb=\"\\\"\"\n", "a.", "a=1", ""),
	}
}

// What decoding a document allocates grows no faster than the document, whatever
// its keys are; an error costs nothing.
func TestTOMLCostsWhatItsLengthSays(t *testing.T) {
	for name, flood := range tomlFloods() {
		cost := func(n int) uint64 {
			doc := flood(n)
			return allocated(func() {
				var v map[string]any
				DecodeTOML(doc, &v)
			})
		}
		if one, two := cost(4000), cost(8000); 2*two > 5*one+1<<20 {
			t.Errorf("%s: %d bytes, of twice as much %d", name, one, two)
		}
	}
}

// allocated returns how many bytes f allocates.
func allocated(f func()) uint64 {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	f()
	runtime.ReadMemStats(&after)
	return after.TotalAlloc - before.TotalAlloc
}

// Front matter and side files as people write them are within the bounds.
func TestModerateTOML(t *testing.T) {
	chapters := strings.Repeat("[[heading]]\ntext = \"第一章 渡口\" # [一]\nlevel = 1\ncertain = true\n\n", 5000)
	for _, doc := range []string{
		"", "title = '渡口'\ndate = 2025-07-08\nweight = 1.5\n", chapters,
		"[params.social.links.one]\nurl = \"https://a.b/c.d.e?f=[g]#h\"\n\n[[menu.main]]\nname = \"甲\"\n",
		"tags = [\n  \"甲\", # 一\n  \"乙\",\n]\nmatrix = [[1, 2], [3.5, 4]]\n",
		"note = \"\"\"\n[a.b.c.d]\n" + strings.Repeat("很长的话。", 2000) + "\n\"\"\"\nlist = [{ text = \"甲\", level = 1 }, { text = '乙', level = 2 }]\n",
		"'a.b' = 1\n\"c=\\\"d\" = 2\n[e] # " + strings.Repeat("话", 1000) + "\nf = 3",
	} {
		var v map[string]any
		if _, err := DecodeTOML(doc, &v); err != nil {
			t.Errorf("%.60q: %v", doc, err)
		}
	}
}

// Tables of one name are one value, and no text.
func TestTablesOfFrontMatter(t *testing.T) {
	cost := func(n int) uint64 {
		return allocated(func() {
			var e model.Entry
			Read("+++\ntitle='题'\n"+strings.Repeat("[[a]]\n", n)+"+++\n文", 0, true, &e)
			if e.Title != "题" {
				t.Errorf("title %q", e.Title)
			}
		})
	}
	if one, two := cost(4000), cost(8000); 2*two > 5*one {
		t.Errorf("%d bytes, of twice as much %d", one, two)
	}
}

// FuzzTOML holds that decoding a short document allocates little.
func FuzzTOML(f *testing.F) {
	for _, flood := range tomlFloods() {
		f.Add(flood(40))
	}
	f.Fuzz(func(t *testing.T, doc string) {
		if len(doc) > 1<<14 {
			return
		}
		cost := allocated(func() {
			var v map[string]any
			DecodeTOML(doc, &v)
		})
		if cost > 32<<20 {
			t.Errorf("%d bytes for %d", cost, len(doc))
		}
	})
}
