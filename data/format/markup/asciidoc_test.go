package markup

import (
	"strings"
	"testing"
)

// A line of a table is a row where its first cell has a format as well, and what has
// neither a bar before it nor a format goes on with the last cell.
func TestRowsOfAsciiDoc(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"|甲 |乙\n|丙 |丁", "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |"},
		{"2+|甲 |乙\na|丙 |丁\n.3+^.>s|戊 |己", "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n| 戊 | 己 |"},
		{"|甲 |乙\n|丙 |丁\n续\n又\n|戊 |己", "| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 续 又 |\n| 戊 | 己 |"},
		{"|甲 |乙\n|丙\n续\n|丁", "| 甲 | 乙 |\n|---|---|\n| 丙 续 | 丁 |"},
	} {
		if got := strings.TrimSpace(AsciiDoc("|===\n" + c.src + "\n|===\n")); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.src, got, c.want)
		}
	}
}
