package lines

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"juan/model/char"
)

func proseOf(s string) bool {
	var l line
	l.runes, l.cells = char.Measure(s)
	l.look(s)
	return l.prose
}

// No heading is dismissed as prose, and most of a story is.
func TestProse(t *testing.T) {
	files, err := filepath.Glob("../testdata/outlined/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no texts", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if h, ok := strings.CutPrefix(strings.TrimSpace(line), "#"); ok && proseOf(h) {
				t.Errorf("%q is a heading, not prose", h)
			}
		}
	}
	for line, want := range map[string]bool{
		"他把灯挑亮了些。": true, "“走！”她说。": true, "“你来了？”": true, "「走。」": true, "老人说：“走。”": true,
		"第三章的稿子还没有写完。": false, "一夜无话。": false, "渡口（三）": false, "某书　第三章　谁？": false, "【完】": false, "名称│说明": false, "，他说。": false, "。": false, "": false,
	} {
		if got := proseOf(line); got != want {
			t.Errorf("%q: %v", line, got)
		}
	}
}
