package model

import (
	"strings"
	"testing"
)

// Large code and tables are parted, each part is small, and all say what the whole
// says.
func TestLargeBlocksAreParted(t *testing.T) {
	for name, source := range map[string]string{
		"short": "甲\n乙", "lines": strings.Repeat("甲\n", 30_000), "blank": strings.Repeat("\n", 30_000),
		"long": strings.Repeat("文字", 300_000), "both": strings.Repeat(strings.Repeat("文", 100_000)+"\n尾\n", 7), "edge": strings.Repeat("a", longCode) + "\n",
	} {
		code := Code{Leaf: Leaf{Src: 7}, Source: source, Language: "go"}
		var said strings.Builder
		parts := code.Blocks()
		for _, b := range parts {
			c := b.(Code)
			if len(c.Source) > longCode || strings.Count(c.Source, "\n") > largeCode || c.Language != "go" {
				t.Errorf("%s: a part of %d bytes and %d lines", name, len(c.Source), strings.Count(c.Source, "\n"))
			}
			at := c.Src - 7
			if source[at:at+len(c.Source)] != c.Source {
				t.Errorf("%s: a part does not stand at %d", name, at)
			}
			said.WriteString(c.Source)
		}
		if strings.ReplaceAll(said.String(), "\n", "") != strings.ReplaceAll(source, "\n", "") {
			t.Errorf("%s: the parts say something else", name)
		}
		if (len(parts) == 1) != (name == "short") && name != "edge" {
			t.Errorf("%s: %d parts", name, len(parts))
		}
	}
	table := Table{Head: true, Align: make([]Align, 3)}
	for range 20_000 {
		table.Rows = append(table.Rows, []Prose{Plain("甲"), Plain("乙"), Plain("丙")})
	}
	rows := 0
	for i, b := range table.Blocks() {
		part := b.(Table)
		rows += len(part.Rows)
		if len(part.Rows)*3 > largeTable || part.Head != (i == 0) {
			t.Errorf("part %d has %d rows, head %v", i, len(part.Rows), part.Head)
		}
	}
	if rows != len(table.Rows) {
		t.Errorf("%d rows of %d", rows, len(table.Rows))
	}
}
