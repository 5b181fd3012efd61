package data

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"juan/data/fault"
	"juan/model"
)

// Each paragraph of an article is found on its line by an editor, whatever the file
// is; what lies in no file of text is refused.
func TestSpot(t *testing.T) {
	dir := t.TempDir()
	var records strings.Builder
	for i := range 300 {
		fmt.Fprintf(&records, "{\"title\": \"第%d渡\", \"text\": \"渡口%d号的船在上游停靠，来往的人要多走两里路。\"}\n", i, i)
	}
	for name, text := range map[string]string{
		"a.md":       "---\ntitle: 渡口\n---\n\n第一段说船。\n\n## 小结\n\n- 收尾的话\n",
		"b.txt":      "村里的渡口\n\n一、修桥\n第一段说船。\n二、通车\n第二段说人。\n",
		"c.html":     "<html><head>\n<title>渡口</title></head>\n<body><p>第一段说船。</p>\n<p>第二段说人。</p></body></html>",
		"d.jsonl":    records.String(),
		"e.txt":      "-\n渡口的事\n第一段说船\n2021-03-01\n-\n桥的事\n第二段说人\n2021-03-02\n",
		"# 1#2.md":   "# 渡口\n\n第一段说船。\n",
		"utf16.txt":  "\xff\xfe\x21\x6e\x0a\x00\x0a\x00\x00\x4e\xb5\x6b\x0a\x00",
		"latin.adoc": "= Title\n\nA paragraph.\n",
	} {
		file := write(t, dir, name, text)
		for a := range Open(t.Context(), []string{file}, nil, Options{}) {
			lines := strings.Split(text, "\n")
			for i, b := range a.Body {
				got, line, err := Spot(t.Context(), a.Entry, model.Pos{Block: i}, Options{})
				word := strings.TrimSpace(string([]rune(b.Text() + " ")[:1]))
				if err != nil || got != file || line < 1 || line > len(lines) {
					t.Fatalf("%s, block %d: %s:%d, %v", name, i, got, line, err)
				}
				if !strings.HasPrefix(name, "utf16") && !strings.HasPrefix(name, "latin") && !strings.Contains(lines[line-1], word) {
					t.Errorf("%s, block %d, %q: line %d is %q", name, i, b.Text(), line, lines[line-1])
				}
			}
		}
	}
	for name, text := range map[string]string{"x.pdf": "%PDF-1.7\n", "x.zip": "PK\x03\x04", "x.gz": "\x1f\x8b\x08", "x.bin": "a\x00b"} {
		file := write(t, dir, name, text)
		var f *fault.Error
		if _, _, err := Spot(t.Context(), &model.Entry{Key: file + "#member.md"}, model.Pos{}, Options{}); !errors.As(err, &f) || f.Reason != fault.Binary {
			t.Errorf("%s: %v", name, err)
		}
	}
	var f *fault.Error
	if _, _, err := Spot(t.Context(), &model.Entry{Key: "guide", Path: ""}, model.Pos{}, Options{}); !errors.As(err, &f) || f.Reason != fault.NotFound {
		t.Errorf("an embedded article: %v", err)
	}
}

func TestLineAt(t *testing.T) {
	file := write(t, t.TempDir(), "a", strings.Repeat("一行\n", 50_000))
	from, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer from.Close()
	for at, want := range map[int64]int{0: 1, 6: 1, 7: 2, 7 * 40_000: 40_001} {
		if got, err := lineAt(t.Context(), from, at); got != want || err != nil {
			t.Errorf("byte %d is on line %d, %v, want %d", at, got, err, want)
		}
	}
}
