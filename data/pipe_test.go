//go:build unix

package data

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"juan/data/fault"
)

// A named pipe that is named is read; in a folder it, and a device anywhere, is left
// out: there nobody has said that somebody writes to it.
func TestNamedPipesAreReadWhereTheyAreNamed(t *testing.T) {
	dir := t.TempDir()
	pipe := filepath.Join(dir, "pipe.md")
	if err := syscall.Mkfifo(pipe, 0o644); err != nil {
		t.Skip(err)
	}
	write(t, dir, "a.md", "文。")
	go os.WriteFile(pipe, []byte("# 管\n\n流来的文。\n"), 0o600)
	if o := open(t, "", pipe); len(o.errs) != 0 || len(o.articles) != 1 || o.articles[0].Title != "管" {
		t.Errorf("%v %v", o.articles, o.errs)
	}
	if o := open(t, "", "/dev/zero"); len(o.errs) != 1 || reason(t, o.errs[0]) != fault.Special {
		t.Errorf("%v", o.errs)
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
