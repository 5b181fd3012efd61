package data

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"strings"
	"testing"

	"juan/model"
)

// lined opens a file, and stdin as "-", with the lines wanted.
func lined(t *testing.T, stdin, path string) (all []*model.Article) {
	t.Helper()
	for a, err := range Open(t.Context(), []string{path}, strings.NewReader(stdin), Options{Lines: true}) {
		if a == nil {
			t.Fatal(err)
		}
		all = append(all, a)
	}
	return all
}

// Each word of the texts stands on the line that its article gives it, in a file
// and in a pipe, and a title that the source has is found where it stands.
func TestLines(t *testing.T) {
	var records, listing strings.Builder
	for i := range 4000 {
		fmt.Fprintf(&records, "{\"title\": \"第%d渡\", \"text\": \"渡口%d号的船在上游停靠，来往的人要多走两里路。\"}\n", i, i)
		fmt.Fprintf(&listing, "-\n渡口%d号的事\n\n渡口%d号的船在上游停靠，来往的人要多走两里路，天黑以前回来。\n2021-03-0%d\n", i, i, 1+i%9)
	}
	for name, text := range map[string]string{
		"a.md":       "---\ntitle: 渡口\ndate: 2021-03-01\n---\n\n第一段说船\n停在哪里，第二行说人。\n\n## 小结\n\n- 收尾\n",
		"渡口.md":      "# 渡口\n\n第一段\n\n> 引文\n",
		"crlf.md":    "# 渡口\r\n\r\n第一段\r\n换行的话\r\n",
		"mac.txt":    "渡口\r第一段说船。\r第二段说人。\r",
		"feed.txt":   "渡口\n\n第一段说船。\f第二段说人。\u2028第三段说桥。\n\n第四段\n",
		"a.txt":      "村里的渡口\n\n一、修桥\n第一段说船。\n二、通车\n第二段说人。\n",
		"a.html":     "<html><head>\n<title>渡口</title></head>\n<body><p>第一段说船，船在\n上游停靠。</p>\n<p>第二段说人。</p></body></html>",
		"a.srt":      "1\n00:00:01,000 --> 00:00:02,000\n第一句\n\n2\n00:00:03,000 --> 00:00:04,000\n第二句\n",
		"one.json":   "\n[\n {\"title\": \"甲\", \"text\": \"第一段\"},\n\n {\"title\": \"乙\", \"text\": \"第二段\"}]\n",
		"some.jsonl": "{\"title\": \"甲\", \"text\": \"第一段\"}\n\n{\"title\": \"乙\", \"text\": \"第二段\"}\n",
		"small.txt":  "-\n渡口的事\n第一段说船\n2021-03-01\n-\n桥的事\n第二段说人\n2021-03-02\n",
		"big.jsonl":  records.String(),
		"big.txt":    listing.String(),
	} {
		t.Run(name, func(t *testing.T) {
			file := lined(t, "", write(t, t.TempDir(), name, text))
			checkLines(t, file, text)
			if strings.HasSuffix(name, ".md") || strings.HasSuffix(name, ".txt") {
				checkLines(t, lined(t, text, "-"), text)
			}
			var packed bytes.Buffer
			z := gzip.NewWriter(&packed)
			z.Write([]byte(text))
			z.Close()
			checkLines(t, lined(t, "", write(t, t.TempDir(), name+".gz", packed.String())), text)
		})
	}
}

// checkLines looks for the first characters of each block, and of each line of it,
// on the line where they are said to stand.
func checkLines(t *testing.T, all []*model.Article, text string) {
	t.Helper()
	lines := strings.Split(text, "\n")
	if !strings.Contains(text, "\n") {
		lines = strings.Split(text, "\r")
	}
	for _, a := range all {
		if a.Origin == nil {
			t.Fatalf("%s has no origin", a.ID)
		}
		for i, b := range a.Body {
			for at := range b.Text() {
				word := b.Text()[at:]
				word = string([]rune(word)[:1])
				if strings.TrimSpace(word) == "" {
					continue
				}
				line := a.Line(model.Pos{Block: i, Byte: at})
				if line < 1 || line > len(lines) || !strings.Contains(lines[line-1], word) {
					t.Fatalf("%s: %q of block %d is said to stand on line %d", a.ID, word, i, line)
				}
			}
		}
		if at := a.Origin.Title; at >= 0 && !strings.HasPrefix(text[at:], a.Title) {
			t.Errorf("%s: %q is said to begin at %d", a.ID, a.Title, at)
		}
		if at := a.Origin.Title; at < 0 && strings.Contains(text, a.Title) && !strings.Contains(text, "\"title\"") {
			t.Errorf("%s: %q is not found", a.ID, a.Title)
		}
	}
}

// What has no lines of its own is given none, and nothing is kept where nobody
// asks.
func TestNoLines(t *testing.T) {
	if a := lined(t, "", write(t, t.TempDir(), "a.org", "* 渡口\n第一段\n"))[0]; a.Line(model.Pos{}) != 0 {
		t.Error("Markdown that was made of the text has lines")
	}
	o := open(t, "", write(t, t.TempDir(), "a.md", "# 渡口\n\n第一段\n"))
	if a := o.articles[0]; a.Origin != nil || a.Line(model.Pos{}) != 0 {
		t.Error("lines that nobody wants")
	}
	a := lined(t, "", write(t, t.TempDir(), "a.html", "<a href=x>渡口</a><p>第一段</p>"))[0]
	if a.Origin.Title >= 0 {
		t.Errorf("the name of the file is found at %d", a.Origin.Title)
	}
}
