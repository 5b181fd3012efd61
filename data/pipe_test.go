//go:build unix

package data

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"juan/data/fault"
)

func TestDevicesAndPipesAreNotRead(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.md")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Skip(err)
	}
	write(t, dir, "a.md", "文。")
	for _, p := range []string{pipe, "/dev/zero"} {
		o := open(t, "", p)
		if len(o.errs) != 1 || reason(t, o.errs[0]) != fault.Special {
			t.Errorf("%s: %v", p, o.errs)
		}
	}
	if o := open(t, "", dir); o.ids() != "a" || len(o.errs) != 0 {
		t.Errorf("folder: %q %v", o.ids(), o.errs)
	}
}

func TestUnreadableFilesAreNamed(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("nothing is unreadable to root")
	}
	dir := t.TempDir()
	p := write(t, dir, "a.md", "文。")
	os.Chmod(p, 0)
	write(t, dir, "b.md", "文。")
	o := open(t, "", dir)
	if o.ids() != "b" || len(o.errs) != 1 || reason(t, o.errs[0]) != fault.Denied {
		t.Errorf("%q %v", o.ids(), o.errs)
	}
}
