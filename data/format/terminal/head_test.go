package terminal

import (
	"context"
	"strings"
	"testing"

	"juan/model"
)

// outline returns the sections of a text, a blank before each for its level; hunks in
// brackets.
func outline(text string) string {
	var l Lines
	l.Read(context.Background(), text)
	var b strings.Builder
	for _, k := range l.Body {
		o := k.(model.Output)
		h := o.Head
		if h.Level == 0 {
			continue
		}
		name := o.Line[h.From:h.To]
		if h.Hunk {
			name = "[" + name + "]"
		}
		b.WriteString(strings.Repeat(" ", int(h.Level)) + name + "\n")
	}
	return b.String()
}

// A diff has its files and hunks, under commits where there are some. A line that was
// taken out and begins with “--” is no head of a file.
func TestHeadsOfDiffs(t *testing.T) {
	hash := strings.Repeat("3f2a91c0", 5)
	files := "diff --git a/src/boat.c b/src/oar boat.c\nindex 1..2 100644\n--- a/src/boat.c\n+++ b/src/oar boat.c\n" +
		"@@ -1,3 +1,2 @@ int main(void)\n a\n--- b/c.d\n--- x\n+++ y.z\n@@ -9 +8 @@\n-a\n+b\n\\ No newline at end of file\n" +
		"diff --git a/map.png b/map.png\nBinary files differ\n"
	for text, want := range map[string]string{
		files: " src/oar boat.c\n  [@@ -1,3 +1,2 @@ int main(void)]\n  [@@ -9 +8 @@]\n map.png\n",
		"commit " + hash + " (HEAD -> main)\nAuthor: Lin\n\n    commit " + hash + "\n\n" + files + "\ncommit " + hash + "\n": " commit 3f2a91c03f\n  src/oar boat.c\n   [@@ -1,3 +1,2 @@ int main(void)]\n   [@@ -9 +8 @@]\n  map.png\n commit 3f2a91c03f\n",
		"* commit " + hash + "\n| Author: Lin\n": " * commit 3f2a91c03f\n",
		"--- old/a.c\t2026-11-20\n+++ new/a.c\t2026-11-21\n@@ -1 +1 @@\n-a\n+b\n--- old/b.c\n+++ new/b.c\n@@ -1 +1 @@\n-a\n+b\n":                                                                           " old/a.c\n  [@@ -1 +1 @@]\n old/b.c\n  [@@ -1 +1 @@]\n",
		"diff -ru old/a.c new/a.c\n--- old/a.c\t2026\n+++ new/a.c\t2026\n@@ -1 +1 @@\n-a\n+b\nOnly in new: b.c\n":                                                                                          " new/a.c\n  [@@ -1 +1 @@]\n",
		"diff --cc a.c\nindex 1,2..3\n--- a/a.c\n+++ b/a.c\n@@@ -1,2 -1,2 +1,3 @@@ row\n- a\n -b\n++c\n":                                                                                                   " a.c\n  [@@@ -1,2 -1,2 +1,3 @@@ row]\n",
		"*** old/a.c\t2026-11-20\n--- new/a.c\t2026-11-21\n***************\n*** 1,3 ****\n  a\n! b\n  c\n--- 1,3 ----\n  a\n! x\n  c\n*************** int main(void)\n*** 9 ****\n- --- b.c\n--- 9 ----\n": " old/a.c\n  [*** 1,3 ****]\n  [*** 9 ****]\n",
		"diff -rc old/a.c new/a.c\n*** old/a.c\t2026\n--- new/a.c\t2026\n***************\n*** 1 ****\n! b\n--- 1 ----\n! x\n":                                                                              " new/a.c\n  [*** 1 ****]\n",
		"2,3c2\n< b\n< c\n---\n> x\n9a9,10\n> 1c1\n\\ No newline at end of file\n":                                                                                                                         "  [2,3c2]\n  [9a9,10]\n",
		"diff -r old/a.c new/a.c\n2c2\n< b\n---\n> x\nOnly in new: b.c\ndiff -r old/d.c new/d.c\n0a1\n> y\n":                                                                                               " new/a.c\n  [2c2]\n new/d.c\n  [0a1]\n",
		"map\n2c2\n< b\n": "",
		"total 4\n-rw-r--r-- 1 lin lin 1 a.c\n--- \n---\n": "",
	} {
		if got := outline(text); got != want {
			t.Errorf("%.40q:\n%swant\n%s", text, got, want)
		}
	}
}

// A page of the manual has the heads at its left edge, and bold ones a little in.
func TestHeadsOfTheManual(t *testing.T) {
	page := "FERRY(1)        User Commands        FERRY(1)\n\n\x1b[1mNAME\x1b[0m\n       ferry - crosses\n\nS\bSE\bEE\bE A\bAL\bLS\bSO\bO\n   \x1b[1mOn board\x1b[0m\n       \x1b[1m-o\x1b[0m     oars\n\n   in three\n选项\n       甲\n\nPier 1.2        2026-11-20        FERRY(1)\n"
	if got, want := outline(page), " NAME\n SEE ALSO\n  On board\n 选项\n"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
	var l Lines
	if l.Read(context.Background(), page); l.Title() != "FERRY(1)" {
		t.Errorf("called %q", l.Title())
	}
}

// A text is read line by line the same in whatever pieces it comes, and no byte of a
// line is lost.
func FuzzLines(f *testing.F) {
	f.Add("diff --git a/x b/x\n@@ -1 +1 @@\n-a\r\n+\x1b[31mb\n", 9)
	f.Add("A(1) A(1)\r\n\r\nNAME\r\n  x\b\bx", 4)
	f.Add("commit "+strings.Repeat("a1", 20)+"\n\n\n--- \n", 2)
	f.Fuzz(func(t *testing.T, text string, cut int) {
		var whole, parts Lines
		whole.Read(t.Context(), text)
		rest := text
		for cut = max(1, cut); len(rest) > 0; {
			n := strings.LastIndexByte(rest[:min(cut, len(rest))], '\n') + 1
			if cut *= 2; n == 0 && cut < 2*len(rest) {
				continue
			} else if n == 0 {
				n = len(rest)
			}
			parts.Read(t.Context(), rest[:n])
			rest = rest[n:]
		}
		if len(whole.Body) != len(parts.Body) || whole.Title() != parts.Title() {
			t.Fatalf("%d lines and %d, %q and %q", len(whole.Body), len(parts.Body), whole.Title(), parts.Title())
		}
		for i := range whole.Body {
			a, b := whole.Body[i].(model.Output), parts.Body[i].(model.Output)
			if a.Line != b.Line || a.Src != b.Src || a.Head != b.Head || len(a.Looks) != len(b.Looks) {
				t.Fatalf("line %d: %v and %v", i, a, b)
			}
			if h := a.Head; h.From > h.To || int(h.To) > len(a.Line) {
				t.Fatalf("line %d: %v", i, h)
			}
			if !strings.ContainsAny(a.Line, "\x1b\b") && !strings.ContainsAny(text, "\x1b\b") && text[a.Src:a.Src+len(a.Line)] != a.Line {
				t.Fatalf("line %d stands not at %d", i, a.Src)
			}
		}
	})
}
