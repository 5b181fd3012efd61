package data

import (
	"fmt"
	"io"
	"strings"
	"testing"

	"juan/model"
)

// lines returns the lines of an article that is made of them; ok is false where it is
// not.
func lines(a *model.Article) (text string, ok bool) {
	var b strings.Builder
	for _, k := range a.Body {
		o, line := k.(model.Output)
		if !line {
			return "", false
		}
		b.WriteString(o.Line + "\n")
	}
	return b.String(), true
}

const differing = "diff --git a/渡口.md b/渡口.md\n--- a/渡口.md\n+++ b/渡口.md\n@@ -1,2 +1,2 @@\n-渡船六点离开东岸，水上还有雾。\n+渡船七点离开东岸，水上没有雾。\n \n"

// Output of programs keeps its lines, from a pipe and in a file; prose has paragraphs,
// and so has Markdown, whatever it contains.
func TestWhatProgramsWriteKeepsItsLines(t *testing.T) {
	dir := t.TempDir()
	log := strings.Repeat("2026-11-26T15:27:39Z INFO the ferry has left the eastern bank\n", 3)
	for name, text := range map[string]string{"a.diff": differing, "b.txt": differing, "c.log": log, "d": "\x1b[1mtotal\x1b[m 2\n  \n\ta  b\n", "e.out": "crlf:\t1\r\n\r\nb:\t2\r\n"} {
		want := strings.NewReplacer("\x1b[1m", "", "\x1b[m", "", "\r", "").Replace(text)
		for _, o := range []opened{open(t, "", write(t, dir, name, text)), open(t, text, "-")} {
			if got, ok := lines(o.articles[0]); !ok || got != want {
				t.Errorf("%s: %q, of lines %v, want %q", name, got, ok, want)
			}
		}
	}
	prose := "渡船六点离开东岸，水上还有雾。没有人说话，船夫数一数桨，看看天。\n\n把船撑开，水流做完剩下的事。\n"
	manual := "FERRY(1)                  User Commands                  FERRY(1)\n\nNAME\n       ferry - crosses\n"
	for name, text := range map[string]string{"a.md": differing, "b.txt": prose, "d.txt": manual, "e.txt": log, "c": "# 渡口\n\n" + prose + "```\nrow(oars=2);\n```\n"} {
		o := open(t, "", write(t, dir, name, text))
		if _, ok := lines(o.articles[0]); ok {
			t.Errorf("%s is read as lines", name)
		}
		piped := name == "a.md" || name == "d.txt" || name == "e.txt" // made of lines where no name says otherwise
		if _, ok := lines(open(t, text, "-").articles[0]); ok != piped {
			t.Errorf("%s is read as lines from a pipe: %v", name, ok)
		}
	}
}

// A growing pipe is reported as it grows, line by line: each version begins with the
// one before, and the last equals reading all of it at once.
func TestLinesAreToldWhileTheyCome(t *testing.T) {
	r, w := io.Pipe()
	text, told := "", ""
	for i := range 400 {
		text += fmt.Sprintf("Nov 26 15:27:39 pier ferry[%d]: stroke \x1b[3%dm%d\x1b[m\n", i, i%8, i)
	}
	text += "the last has no break"
	l := OpenLibrary([]string{"-"}, r, Options{})
	sent, versions := 0, 0
	send := func(n int) {
		to := min(len(text), sent+n)
		go func(s string, end bool) {
			io.WriteString(w, s)
			if end {
				w.Close()
			}
		}(text[sent:to], to == len(text))
		sent = to
	}
	send(8000)
	for n := range l.Follow(t.Context()) {
		for _, a := range n.Held {
			now, ok := lines(a)
			if !ok || !strings.HasPrefix(now, told) {
				t.Fatalf("version %d, of lines %v, does not go on from the one before", versions, ok)
			}
			if told, versions = now, versions+1; a.Partial {
				send(5000)
			}
		}
	}
	whole, _ := lines(open(t, text, "-").articles[0])
	if versions < 3 || told != whole || strings.Count(told, "\n") != 401 {
		t.Errorf("%d versions, %d lines", versions, strings.Count(told, "\n"))
	}
}
