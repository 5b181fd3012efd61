package main

import (
	"fmt"
	"os"
	"runtime"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/data"
	"juan/ui"
	"juan/ui/words"
)

// reader returns the reader of a file on a screen of 120 × 36, once it is read.
func reader(t *testing.T, file string) *ui.App {
	a := ui.New(ui.Options{
		Library: data.OpenLibrary([]string{file}, nil, data.Options{}), Words: words.Words{}, Alone: true,
		Explain: func(err error) (string, bool) { t.Error(err); return "", false },
	})
	a.Update(tea.WindowSizeMsg{Width: 120, Height: 36})
	carryOut(a, a.Init())
	return a
}

// The cost of a frame depends on what is on screen, not on the size of the text: in
// twice the text it takes no more memory, except for laying out a block that comes into
// view.
func TestFramesDoNotGrowWithTheText(t *testing.T) {
	times := strings.Repeat
	monsters := map[string]func(n int) string{
		"paragraph": func(n int) string { return "# 题\n\n" + times("文字，a b ", 6*n) },
		"line":      func(n int) string { return times("文字", 12*n) },
		"table":     func(n int) string { return "# 题\n\n|甲|乙|\n|-|-|\n" + times("|甲乙丙|123|\n", 4*n) },
		"cell":      func(n int) string { return "# 题\n\n|甲|乙|\n|-|-|\n|" + times("甲乙丙，丁戊", 4*n) + "|a|\n" },
		"code":      func(n int) string { return "# 题\n\n```\n" + times("func a() { return b }\n", 4*n) + "```\n" },
		"code line": func(n int) string { return "# 题\n\n```\n" + times("a b c 文 ", 8*n) + "\n```\n" },
		"tabs":      func(n int) string { return "# 题\n\n```\n" + times("\t", 60*n) + "\n```\n" },
		"marks":     func(n int) string { return "# 题\n\n文e" + times("\u0301", 30*n) + "文" },
		"joined":    func(n int) string { return "# 题\n\n" + times("👨\u200d", 8*n) },
		"letters":   func(n int) string { return "# 题\n\n" + times("ᄀ", 20*n) },
		"links":     func(n int) string { return "# 题\n\n" + times("[链接](http://a.example/b) ", 2*n) },
		"title":     func(n int) string { return "# " + times("题目，", 7*n) + "\n\n文\n" },
		"headings":  func(n int) string { return times("# 第一章 文\n\n## 同\n\n文。\n\n", 2*n) },
	}
	const size, aBlock = 20_000, 2 << 20
	dir := t.TempDir()
	for name, monster := range monsters {
		cost := func(n int) (bytes []int) {
			file := write(t, dir, fmt.Sprintf("%s%d.md", name, n), monster(n))
			defer os.Remove(file)
			a := reader(t, file)
			for _, k := range monstrousKeys {
				bytes = append(bytes, leastOf(3, func() int { return frame(a, k) }))
			}
			return bytes
		}
		one, two := cost(size), cost(2*size)
		for i, k := range monstrousKeys {
			if two[i] > one[i]+one[i]/2+aBlock {
				t.Errorf("%s: %v takes %d KB, and %d where it is twice as long", name, k, one[i]>>10, two[i]>>10)
			}
		}
	}
}

var monstrousKeys = []tea.Msg{
	tea.KeyPressMsg{Code: tea.KeyEnter}, tea.KeyPressMsg{Code: 'j', Text: "j"}, tea.KeyPressMsg{Code: tea.KeySpace, Text: " "},
	tea.KeyPressMsg{Code: 'k', Text: "k"}, tea.KeyPressMsg{Code: 'G', Text: "G"}, tea.KeyPressMsg{Code: 'k', Text: "k"},
	tea.KeyPressMsg{Code: '/', Text: "/"}, tea.KeyPressMsg{Code: '文', Text: "文"}, tea.KeyPressMsg{Code: tea.KeyEscape},
	tea.WindowSizeMsg{Width: 96, Height: 36},
}

// frame returns the bytes that a message and its frame take, but what is done aside.
func frame(a *ui.App, msg tea.Msg) int {
	before := allocated()
	_, cmd := a.Update(msg)
	heard := allocated() - before
	if key, ok := msg.(tea.KeyPressMsg); ok && key.Code == '文' { // is looked for by a task
		heard = 0
	}
	carryOut(a, cmd)
	before = allocated()
	a.View()
	return heard + allocated() - before
}

func allocated() int {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.TotalAlloc)
}

func leastOf(n int, cost func() int) int {
	least := cost()
	for range n - 1 {
		least = min(least, cost())
	}
	return least
}
