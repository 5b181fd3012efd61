package corpus

import (
	"regexp"
	"strings"
	"testing"
)

// changeRe begins a cell that gives a change, not a level: 增长2.7%.
var changeRe = regexp.MustCompile(`^(?:同比|增长|下降|提高|降低|减少|增加|新增|涨|恢复)`)

// columnFaults returns what is wrong with the columns of a table: more than a fifth of
// a column left open, or levels and changes in one column.
func columnFaults(t table) []string {
	var faults []string
	for i, head := range t.head {
		open, changes, figures := 0, 0, 0
		for _, row := range t.rows {
			if i >= len(row) || row[i] == "" || row[i] == "未列" {
				open++
				continue
			}
			if strings.ContainsAny(narrow(row[i]), "0123456789") {
				figures++
				if changeRe.MatchString(row[i]) {
					changes++
				}
			}
		}
		if 5*open > len(t.rows) {
			faults = append(faults, "column "+head+" is open in more than a fifth of its rows: make the table narrower")
		}
		if i > 0 && changes > 0 && changes < figures {
			faults = append(faults, "column "+head+" has both levels and changes: give them two")
		}
	}
	return faults
}

// strayFigures returns the figures of a table that stand in the source, but
// never near what their row says they are figures of.
func strayFigures(t table, source []figure) []string {
	var stray []string
	for _, row := range t.rows {
		for i, cell := range row {
			for _, f := range figuresOf(plain(cell)) {
				if i > 0 && !ofNoun(f, plain(noteMarkRe.ReplaceAllString(row[0], "")), source) {
					stray = append(stray, row[0]+" "+f.String())
				}
			}
		}
	}
	return stray
}

// ofNoun reports whether the source has the figure where at least two thirds of
// the characters of the noun stand around it.
func ofNoun(f figure, noun string, source []figure) bool {
	noun = letters(noun)
	for _, o := range source {
		if o.number != f.number || !sameUnit(f.unit, o.unit) {
			continue
		}
		shared, all := 0, 0
		for _, r := range noun {
			all++
			if strings.ContainsRune(o.around, r) {
				shared++
			}
		}
		if 3*shared >= 2*all {
			return true
		}
	}
	return false
}

func TestFiguresTablesAreFull(t *testing.T) {
	for _, a := range readArticles(t) {
		_, tables := splitTables(a.body)
		for _, table := range tables {
			for _, fault := range columnFaults(table) {
				t.Errorf("%s: table %v: %s", a.file, table.head, fault)
			}
		}
	}
}

func TestFiguresTablesNameTheirFigures(t *testing.T) {
	eachRetold(t, func(t *testing.T, a figuresArticle, o original) {
		source := figuresOf(plain(o.title + "\n" + o.body))
		_, tables := splitTables(a.body)
		for _, table := range tables {
			for _, s := range strayFigures(table, source) {
				t.Errorf("%s: %s: the original does not give this figure for it", a.file, s)
			}
		}
	})
}

func TestFiguresCatchesBadTables(t *testing.T) {
	source := figuresOf(plain("全年修桥5座,总投资12亿元。河岸种树8万株,其中柳树3万株,居民的收入也有所增长。"))
	for _, c := range []struct {
		table         string
		faults, stray int
	}{
		{"| 指标 | 数 |\n|-|-|\n| 修桥 | 5座 |\n| 种树 | 8万株 |\n", 0, 0},
		{"| 指标 | 数 |\n|-|-|\n| 养鱼 | 5座 |\n| 种树 | 8万株 |\n", 0, 1},
		{"| 指标 | 数 |\n|-|-|\n| 修桥 | 5座 |\n| 收入 | 未列 |\n", 1, 0},
		{"| 指标 | 数 |\n|-|-|\n| 修桥 | 5座 |\n| 种树 | 增长8万株 |\n", 1, 0},
		{"| 指标 | 甲 | 乙 |\n|-|-|-|\n| 修桥 | 5座 | |\n| 投资 | 12亿元 | |\n", 1, 0},
	} {
		_, tables := splitTables(c.table)
		if got := columnFaults(tables[0]); len(got) != c.faults {
			t.Errorf("%q: faults %q, want %d", c.table, got, c.faults)
		}
		if got := strayFigures(tables[0], source); len(got) != c.stray {
			t.Errorf("%q: stray %q, want %d", c.table, got, c.stray)
		}
	}
}
