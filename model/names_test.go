package model

import (
	"slices"
	"testing"
)

func TestNamesSortAsPeopleSortThem(t *testing.T) {
	want := []string{
		"第2章", "第九章", "第10章", "第十一章", "第二十章", "第九十九期", "第100期", "第一百零一期", "第１０２期", "第一〇三期", "第一千期", "第一万零三期", "第期",
	}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, CompareNames)
	if !slices.Equal(got, want) {
		t.Errorf("sorted %v", got)
	}
	for _, pair := range [][2]string{{"a2.md", "a10.md"}, {"v1.9", "v1.10"}, {"README", "zoo"}, {"a", "ab"}, {"", "a"}, {"img007", "img8"},
		{"20篇", "十四五规划"}, {"5000里", "千里江山"}, {"廿二", "二十三"}, {"一百二", "一百三"}, {"〇〇七", "八"}, {"十二万", "十三万"}} {
		if CompareNames(pair[0], pair[1]) >= 0 || CompareNames(pair[1], pair[0]) <= 0 {
			t.Errorf("%q is not before %q", pair[0], pair[1])
		}
	}
}

// CompareNames is an order: antisymmetric, transitive, and 0 for equal names only.
func FuzzCompareNames(f *testing.F) {
	f.Add("第九", "第十", "第2")
	f.Add("0a", "00a", "a")
	f.Add("十万", "万", "１")
	f.Fuzz(func(t *testing.T, a, b, c string) {
		if CompareNames(a, b) != -CompareNames(b, a) || (CompareNames(a, b) == 0) != (a == b) {
			t.Fatalf("%q and %q: %d, %d", a, b, CompareNames(a, b), CompareNames(b, a))
		}
		if CompareNames(a, b) <= 0 && CompareNames(b, c) <= 0 && CompareNames(a, c) > 0 {
			t.Fatalf("%q ≤ %q ≤ %q, not %q ≤ %q", a, b, c, a, c)
		}
	})
}
