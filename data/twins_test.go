package data

import "testing"

// A folder whose files were all named before is no folder without articles.
func TestAFolderNamedTwiceIsNoError(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "文。")
	write(t, dir, "b.md", "文。")
	if o := open(t, "", dir, dir); len(o.articles) != 2 || len(o.errs) != 0 {
		t.Errorf("%q %v", o.ids(), o.errs)
	}
	empty := t.TempDir()
	if o := open(t, "", dir, empty); len(o.articles) != 2 || len(o.errs) != 1 {
		t.Errorf("with an empty folder: %q %v", o.ids(), o.errs)
	}
}
