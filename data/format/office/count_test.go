package office

import "testing"

// Numbers are written as Word writes them.
func TestCounted(t *testing.T) {
	for _, c := range []struct {
		n      int
		format string
		want   string
	}{
		{1, "chineseCounting", "一"}, {10, "chineseCounting", "十"}, {12, "chineseCounting", "十二"}, {20, "chineseCounting", "二十"}, {103, "chineseCountingThousand", "一百零三"},
		{110, "chineseCountingThousand", "一百一十"}, {1003, "chineseCountingThousand", "一千零三"}, {12, "chineseLegalSimplified", "壹拾贰"}, {3, "ideographTraditional", "丙"}, {11, "ideographTraditional", "11"},
		{2, "decimalEnclosedCircle", "②"}, {7, "decimalZero", "07"}, {12, "decimalZero", "12"}, {4, "upperRoman", "IV"}, {1994, "lowerRoman", "mcmxciv"}, {3, "lowerLetter", "c"}, {28, "upperLetter", "BB"},
		{0, "chineseCounting", "0"}, {-1, "upperRoman", "-1"}, {5, "decimal", "5"}, {5, "unknown", "5"},
	} {
		if got := counted(c.n, c.format); got != c.want {
			t.Errorf("%d as %s is %q, want %q", c.n, c.format, got, c.want)
		}
	}
}

// What is open is closed, whatever a document leaves out.
func TestPagesAreWellFormed(t *testing.T) {
	for _, src := range []string{"{\\rtf1 {\\b a}}}}", "{\\rtf1\\intbl a\\cell b\\par}", "{\\rtf1{{{\\u", "{\\rtf1\\'", "{\\rtf1\\bin99999999 x"} {
		doc, _ := RTF([]byte(src))
		open := 0
		for _, c := range doc.Page {
			switch c {
			case '<':
				open++
			case '>':
				open--
			}
			if open < 0 || open > 1 {
				t.Errorf("%q makes %q", src, doc.Page)
			}
		}
	}
}
