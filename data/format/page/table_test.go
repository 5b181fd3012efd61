package page

import (
	"fmt"
	"strings"
	"testing"

	"juan/data/internal/dump"
)

// A cell stands in its column, whatever cells of rows above reach down beside
// it.
func TestTableSpans(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"<tr><td rowspan=3>一类<td>甲<td>12<tr><td>乙<td>15<tr><td>丙<td>18<tr><td rowspan=2>二类<td>丁<td>22<tr><td>戊<td>25",
			"一类|甲|12\n|乙|15\n|丙|18\n二类|丁|22\n|戊|25\n"},
		{"<tr><th rowspan=2>年<th colspan=2>人数<th rowspan=2>注<tr><th>男<th>女<tr><td>2020<td>1<td>2<td>春",
			"年|人数||注\n|男|女|\n2020|1|2|春\n"},
		{"<tr><td>甲<td rowspan=2 colspan=2>乙<td>丙<tr><td>丁<td>戊<tr><td>1<td>2<td>3<td>4", "甲|乙||丙\n丁|||戊\n1|2|3|4\n"},
		{"<tr><td>甲<td>乙<td rowspan=3>丙<tr><td>1<td>2<tr><td>3<td>4", "甲|乙|丙\n1|2|\n3|4|\n"},
		{"<tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3", "甲|1\n|2\n|3\n"},
		{"<tr><td rowspan=9>甲<td>1<tr><td>2", "甲|1\n|2\n"},
		{"<tr><td rowspan=2>甲<td rowspan=2>乙<td>1<tr><td>2", "甲|乙|1\n||2\n"},
		{"<tr><td rowspan=x colspan=-1>甲<td>1<tr><td>2<td>3", "甲|1\n2|3\n"},
		{"<thead><tr><th rowspan=2>项<th>计<tr><th>数</thead><tbody><tr><td>a<td>b</tbody>", "项|计\n|数\na|b\n"},
	} {
		if got := cells(t, "<table>"+c.src+"</table>"); got != c.want {
			t.Errorf("%s\n%swant\n%s", c.src, got, c.want)
		}
	}
}

// cells returns the only table of a page, a line a row.
func cells(t *testing.T, src string) string {
	t.Helper()
	p := New(src, 0, nil)
	p.Read()
	if len(p.Body) != 1 {
		t.Fatalf("%q: %s", src, dump.Body(p.Body))
	}
	var b strings.Builder
	for row := range strings.SplitSeq(p.Body[0].Text(), "\n") {
		b.WriteString(strings.ReplaceAll(row, "\t", "|") + "\n")
	}
	return b.String()
}

// A table that asks for more cells than can be shown is read as text, all of it.
func TestTooWideTablesAreText(t *testing.T) {
	wide := "<table><tr>" + strings.Repeat("<td>甲", 300) + "<tr><td>乙</table>"
	deep := "<table>" + strings.Repeat("<tr><td rowspan=9 colspan=90>甲<td>乙", 9000) + "</table>"
	for _, src := range []string{wide, deep} {
		p := New(src, 0, nil)
		p.Read()
		got := dump.Letters(p.Body)
		if strings.Count(got, "甲") != strings.Count(src, "甲") || strings.Count(got, "乙") != strings.Count(src, "乙") {
			t.Error("text was lost")
		}
		for _, b := range p.Body {
			if n := strings.Count(b.Text(), "\t"); n > 0 {
				t.Errorf("a table of %d cells", n)
			}
		}
	}
}

// The cost of a table grows with its size and not faster.
func BenchmarkSpans(b *testing.B) {
	for _, n := range []int{2000, 8000} {
		src := "<table>" + strings.Repeat("<tr><td rowspan=3>甲<td>1<td>2<tr><td>3<td>4<tr><td>5<td>6", n/3) + "</table>"
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(src)))
			for b.Loop() {
				New(src, 0, nil).Read()
			}
		})
	}
}
