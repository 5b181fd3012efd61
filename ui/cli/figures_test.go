package cli

import (
	"context"
	"encoding/csv"
	"reflect"
	"slices"
	"strings"
	"testing"

	"juan/model"
)

// reports is a library of two reports.
func reports(context.Context) Articles {
	return yielding([]*model.Article{
		model.NewArticle(model.Entry{ID: "south", Title: "2026年南河报告"}, []model.Block{
			headingAt(10, 1, len("一、"), "一、2025年工作回顾"),
			paragraphAt(100, "生产总值达到120亿元、下降2.5%。"),
			headingAt(200, 1, len("二、"), "二、2026年目标"),
			paragraphAt(300, "GDP增长5%左右。"),
		}),
		model.NewArticle(model.Entry{ID: "north", Title: "北河"}, []model.Block{paragraphAt(0, "新建桥梁3座。")}),
	}, nil)
}

func runFigures(t *testing.T, args ...string) (out, errs string, code int) {
	t.Helper()
	w, o, e := world(append([]string{"figures"}, args...)...)
	w.Library = reports
	code = Run(t.Context(), w)
	return o.String(), e.String(), code
}

func TestFigures(t *testing.T) {
	out, errs, code := runFigures(t)
	want := "2026年南河报告…3项\n" +
		"  一、2025年工作回顾\n" +
		"    生产总值                            120亿元  2025\n" +
		"    生产总值                            下降2.5%  2025\n" +
		"  二、2026年目标\n" +
		"    GDP                                 增长5%左右  2026 预期\n" +
		"\n北河…1项\n" +
		"    桥梁                                3座\n"
	if !fits(out, want) || errs != "" || code != done {
		t.Errorf("exit %d, %s\n%s\nwant\n%s", code, errs, out, want)
	}
}

// An indicator is found by any of its names, and by a word in it.
func TestFiguresOfOneIndicator(t *testing.T) {
	for word, want := range map[string]int{"生产总值": 3, "GDP": 3, "地区生产总值": 3, "桥": 1, "总值": 2, "渠": 0, "": 4} {
		out, _, code := runFigures(t, "--csv", "--indicator", word)
		if n := strings.Count(out, "\n") - 1; n != want || code != done {
			t.Errorf("%s: %d figures, exit %d", word, n, code)
		}
	}
}

func TestFiguresCSV(t *testing.T) {
	out, _, code := runFigures(t, "--csv", "south")
	rows, err := csv.NewReader(strings.NewReader(out)).ReadAll()
	if err != nil || code != done || len(rows) != 4 {
		t.Fatalf("exit %d, %v: %s", code, err, out)
	}
	want := [][]string{
		{"id", "title", "path", "section", "line", "offset", "value", "unit", "kind", "of", "normal", "status", "period", "qual", "certain"},
		{"south", "2026年南河报告", "", "一、2025年工作回顾", "", "118", "120", "亿元", "level", "生产总值", "地区生产总值", "done", "2025", "", "true"},
	}
	if !reflect.DeepEqual(rows[:2], want) {
		t.Errorf("%q", rows[:2])
	}
}

func TestFiguresJSON(t *testing.T) {
	w, out, _ := world("figures", "--format", "{{.offset}} {{.value}}{{.unit}} {{.qual}} {{.normal}}", "--indicator", "GDP")
	w.Library = reports
	Run(t.Context(), w)
	if want := "118 120亿元  地区生产总值\n136 2.5% 下降 地区生产总值\n309 5% 左右 地区生产总值\n"; out.String() != want {
		t.Errorf("%s want %s", out, want)
	}
	if all := decoded(t, "figures", "--json", "bridges"); len(all) != 0 {
		t.Errorf("%v", all)
	}
}

func TestFiguresTakesOneForm(t *testing.T) {
	for _, args := range [][]string{{"--csv", "--json"}, {"--csv", "--format", "{{.of}}"}, {"--json", "--format", "{{.of}}"}} {
		if out, errs, code := runFigures(t, args...); code != trouble || out != "" || !strings.HasPrefix(errs, "juan: --") {
			t.Errorf("%q: exit %d, %s%s", args, code, out, errs)
		}
	}
}

// What would act on a terminal is only seen.
func TestFiguresAreSafe(t *testing.T) {
	for _, form := range [][]string{{}, {"--csv"}, {"--json"}, {"--format", "{{.title}} {{.of}}"}} {
		w, out, _ := world(append([]string{"figures"}, form...)...)
		w.Library = func(context.Context) Articles {
			return yielding([]*model.Article{model.NewArticle(model.Entry{ID: "h", Title: "题\x1b[2J"}, []model.Block{
				headingAt(0, 1, 0, "节\x1b[2J"), paragraphAt(9, "机\u202e器\u009b达到3台\x1b[2J。")})}, nil)
		}
		Run(t.Context(), w)
		if out.Len() == 0 || slices.ContainsFunc([]rune(out.String()), func(r rune) bool { return r == 0x1b || r == 0x9b || r == 0x202e }) {
			t.Errorf("%q: %q", form, out)
		}
	}
}
