package main

import (
	"errors"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The reader on screen ends with 2 where a source that was named could not be read, and
// repeats the message when the screen is gone; unreadable files of a folder make no
// difference.
func TestTheReaderEndsWithTwo(t *testing.T) {
	dir := t.TempDir()
	good := write(t, dir, "许昌.md", "# 许昌\n\n有水的文字。\n")
	write(t, dir, "bad.md", "\x7fELF\x00\x01\x02\x00\x00")
	missing := filepath.Join(dir, "missing")
	for _, tc := range []struct {
		args []string
		code int
		why  string
	}{
		{[]string{good}, 0, ""},
		{[]string{dir}, 0, "不是文本"},
		{[]string{good, missing}, 2, "没有这个文件"},
		{[]string{good, filepath.Join(dir, "bad.md")}, 2, "不是文本"},
	} {
		y := openTTY(t, tc.args...)
		if tc.why != "" {
			y.says(tc.why, 1) // on screen
		}
		y.master.WriteString("q")
		var exit *exec.ExitError
		code := 0
		if err := <-y.ended; errors.As(err, &exit) {
			code = exit.ExitCode()
		}
		const left = "\x1b[?1049l" // the screen, after which it is said what was not read
		y.until("the end", func(said string) bool {
			_, after, found := strings.Cut(said, left)
			return found && (code == 0 || strings.HasSuffix(after, "\r\n"))
		})
		after := y.heard()
		after = after[strings.LastIndex(after, left):]
		if code != tc.code || strings.Contains(after, "juan: "+tc.args[len(tc.args)-1]+": "+tc.why) != (code == 2) {
			t.Errorf("%q: exit %d, want %d: %q", tc.args, code, tc.code, after)
		}
	}
}
