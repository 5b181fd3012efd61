package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// The editor gets the terminal as it was before juan, at the line of the paragraph;
// what it changes is taken up, and the terminal is given back.
func TestEditorHasTheTerminal(t *testing.T) {
	dir := t.TempDir()
	text := "# 许昌的渡口\n\n第一段说船。\n\n## 小结\n\n收尾的话。\n"
	file := write(t, dir, "a.md", text)
	// An editor that says how it was called and what it stands on, and waits for a line.
	editor := write(t, dir, "nano", `#!/bin/sh
stty -a > "$0.tty"
echo "$@" > "$0.args"
echo EDITING
read line
echo "$line" >> "$2"
`)
	if err := os.Chmod(editor, 0o755); err != nil {
		t.Fatal(err)
	}
	y := newTTY(t)
	cmd := juan(t, file)
	cmd.Env = append(cmd.Env, "VISUAL='"+editor+"'", "EDITOR=false")
	y.start(cmd)
	y.shows()
	fmt.Fprint(y.master, "]e")
	y.says("EDITING", 1)
	if left := modes(y.heard()); left != "" {
		t.Errorf("while the editor runs %s are set", left)
	}
	if s := y.state(); s != y.before {
		t.Errorf("the editor’s terminal is\n%+v, was\n%+v", s, y.before)
	}
	// What is typed at the editor’s own program is no business of juan.
	y.kill(syscall.SIGINT)
	time.Sleep(100 * time.Millisecond)
	fmt.Fprint(y.master, "新写的一段。\n")
	y.says("新写的一段", 2) // the terminal’s echo, and the text
	args, err := os.ReadFile(editor + ".args")
	if want := "+5 " + file + "\n"; err != nil || string(args) != want {
		t.Errorf("the editor was called with %q, %v, want %q", args, err, want)
	}
	if now, err := os.ReadFile(file); err != nil || string(now) != text+"新写的一段。\n" {
		t.Errorf("the file is %q, %v", now, err)
	}
	fmt.Fprint(y.master, "q")
	y.ends("after an editor")
}

// Where the editor cannot be run the reader goes on.
func TestNoEditor(t *testing.T) {
	file := write(t, t.TempDir(), "a.md", "# 许昌的渡口\n\n第一段说船。\n")
	y := newTTY(t)
	cmd := juan(t, file)
	cmd.Env = append(cmd.Env, "VISUAL="+filepath.Join(t.TempDir(), "none"))
	y.start(cmd)
	y.shows()
	fmt.Fprint(y.master, "e")
	y.says("$VISUAL", 1)
	fmt.Fprint(y.master, "!wc -l\r")
	y.until("what the command wrote", func(said string) bool { return strings.Contains(said, "wc -l ") })
	fmt.Fprint(y.master, "qq")
	y.ends("without an editor")
}
