//go:build unix

package data

import (
	"errors"
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"juan/data/fault"
)

// Special files never block a reader, whatever name or link leads to them.
func TestSpecialFilesAreLeftOut(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "# 甲\n\n文。\n")
	for _, name := range []string{"b.md", "fifo", "a.md.juan.toml"} {
		if err := syscall.Mkfifo(filepath.Join(dir, name), 0o644); err != nil {
			t.Skip("no named pipe is to be had: ", err)
		}
	}
	for name, to := range map[string]string{"c.md": "fifo", "d.md": "/dev/zero", "e.md": "/dev/tty", "f.md": "f.md", "g.juan.toml": "fifo", "g.md": "a.md"} {
		if err := os.Symlink(to, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	o := open(t, "", dir)
	if got := o.ids(); got != "a g" {
		t.Errorf("%v, %v", got, o.errs)
	}
	for _, p := range []string{"/dev/zero", "/dev/null"} {
		if o := open(t, "", p); len(o.errs) != 1 || reason(t, o.errs[0]) != fault.Special {
			t.Errorf("%s: %v", p, o.errs)
		}
	}
}

// A file that has its reader wait has what is there now.
func TestFilesThatHaveTheirReaderWait(t *testing.T) {
	const log = "/proc/kmsg"
	if f, err := os.Open(log); err != nil {
		t.Skip("the messages of the kernel are not told: ", err)
	} else {
		f.Close()
	}
	for range open(t, "", log).articles { // what there is, and an end
	}
	if o := open(t, "", "/proc/self/status"); len(o.articles) != 1 {
		t.Errorf("%v", o.errs)
	}
}

// A folder that cannot be read, or in which nothing can be opened, costs one line.
func TestAFolderThatCannotBeReadIsOneLine(t *testing.T) {
	for mode, why := range map[os.FileMode]string{0: "closed", 0o311: "unlisted", 0o644: "listed, and closed"} {
		dir := t.TempDir()
		sub := filepath.Join(dir, "sub")
		if err := os.Mkdir(sub, 0o755); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"a.md", "b.md", "c.md"} {
			write(t, sub, name, "# 甲\n\n文。\n")
		}
		if err := os.Chmod(sub, mode); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(sub, 0o755)
		if _, err := os.Stat(filepath.Join(sub, "a.md")); mode&0o100 == 0 && err == nil || os.Geteuid() == 0 {
			t.Skip("one who may read everything reads this too")
		}
		for _, named := range []string{dir, sub} {
			o := open(t, "", named)
			var e *fault.Error
			if len(o.errs) != 1 || !errors.As(o.errs[0], &e) || !os.IsPermission(e.Err) {
				t.Errorf("%s, %s: %v", why, named, o.errs)
			}
		}
	}
}
