package corpus

import (
	"regexp"
	"strings"
	"testing"
)

// The first chapter of a work report reports results, the others give plans. A figure
// that the original gives only as a plan must be retold as a plan.

var (
	planWordRe = regexp.MustCompile(`[要将拟]|计划|目标|力争|争取|争创|预期|确保`)
	doneWordRe = regexp.MustCompile(`[了已]|得到|有所`)
	doneInPlan = regexp.MustCompile(`一季度|四月份|目前|距年底`)
	arabicRe   = regexp.MustCompile(`[0-9]`)
	listRe     = regexp.MustCompile(`([：；])\n+- `)
	sentenceRe = regexp.MustCompile(`[。!?！？]|\n\n|\n- `)
)

// A plan knows, of the figures of a report, which stand among what is planned
// and which stand nowhere else.
type plan struct{ told, alone map[string]bool }

// planOf reads the plan of a report: its chapters from the second on, without
// the sentences in them that look back.
func planOf(body string) plan {
	p := plan{map[string]bool{}, map[string]bool{}}
	at := strings.Index(body, "二、")
	if at < 0 {
		return p
	}
	done := []string{body[:at]}
	for sentence := range strings.SplitSeq(body[at:], "。") {
		if doneInPlan.MatchString(sentence) {
			done = append(done, sentence)
			continue
		}
		for _, f := range figuresOf(plain(sentence)) {
			p.told[f.String()] = true
			p.alone[f.String()] = arabicRe.MatchString(f.number)
		}
	}
	for _, text := range done {
		for _, f := range figuresOf(plain(text)) {
			delete(p.alone, f.String())
		}
	}
	return p
}

// toldAsDone returns the figures that the original only plans and the article gives as
// results: in a sentence without a word of planning, or with a word of the past, or in
// a column of a table that is not headed as a goal; also the figures in a column of
// goals that no plan has.
func toldAsDone(body string, p plan) []string {
	var told []string
	prose, tables := splitTables(body)
	for _, sentence := range sentenceRe.Split(listRe.ReplaceAllString(prose, "$1"), -1) {
		if planWordRe.MatchString(sentence) && !doneWordRe.MatchString(sentence) {
			continue
		}
		for _, f := range figuresOf(plain(sentence)) {
			if p.alone[f.String()] && f.unit != "年" {
				told = append(told, f.String()+" …"+f.near+"…")
			}
		}
	}
	for _, t := range tables {
		for _, row := range t.rows {
			for i := 1; i < min(len(row), len(t.head)); i++ {
				goal := planWordRe.MatchString(t.head[i] + row[0])
				for _, f := range figuresOf(plain(row[i])) {
					if goal && !p.told[f.String()] || !goal && p.alone[f.String()] {
						told = append(told, row[0]+" "+f.String())
					}
				}
			}
		}
	}
	return told
}

func TestFiguresPlansAreNotTold(t *testing.T) {
	eachRetold(t, func(t *testing.T, a figuresArticle, o original) {
		if !a.long() {
			return
		}
		for _, told := range toldAsDone(a.body, planOf(o.body)) {
			t.Errorf("%s: %s: the original plans it (say 要, 计划, 目标 … and no 了, 已)", a.file, told)
		}
	})
}

func TestFiguresCatchesAPlanToldAsDone(t *testing.T) {
	planned := planOf("一、回顾。修桥5座。 二、任务。修桥8座,植树9万株。一季度修桥2座。再修桥5座。")
	for _, c := range []struct {
		body string
		told int
	}{
		{"修桥8座，植树9万株。", 2},
		{"计划修桥8座。", 0},
		{"计划修桥8座，已植树9万株。", 2},
		{"要做的有：\n\n- 修桥8座；\n- 植树9万株。\n", 0},
		{"一季度修桥2座。上年修桥5座。", 0},
		{"| 指标 | 实绩 | 目标 |\n|-|-|-|\n| 修桥 | 5座 | 8座 |\n", 0},
		{"| 指标 | 实绩 | 目标 |\n|-|-|-|\n| 修桥 | 8座 | 5座 |\n", 1},
		{"| 指标 | 实绩 | 目标 |\n|-|-|-|\n| 修桥 | 5座 | 2座 |\n", 1},
	} {
		if told := toldAsDone(c.body, planned); len(told) != c.told {
			t.Errorf("%q: %q, want %d", c.body, told, c.told)
		}
	}
}
