package data

import (
	"os"
	"path/filepath"
	"testing"
)

// What was named may go and come again, and so may the folders above it.
func TestARootComesAgain(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "上", "书")
	fill := func(text string) {
		t.Helper()
		write(t, dir, "a.md", "# 甲\n\n"+text)
		write(t, dir, "卷/b.md", "# 乙\n\n"+text)
	}
	check := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	fill("文。")
	for _, named := range []string{dir, filepath.Join(dir, "a.md")} {
		w := watch(t, Options{}, named)
		w.true("as it was")
		check(os.RemoveAll(dir))
		w.true("it went")
		fill("新文。")
		w.true("it was made anew")
		fill("又改了。")
		w.true("it changed")
		check(os.Rename(dir, dir+"旧"))
		w.true("it was moved away")
		check(os.Rename(dir+"旧", dir))
		w.true("it was moved back")
		write(t, dir, "a.md", "# 丙\n\n改。")
		w.true("it changed where it is again")
		check(os.RemoveAll(filepath.Dir(dir)))
		w.true("the folder above went")
		fill("再来。")
		w.true("both are there again")
		write(t, dir, "a.md", "# 丁\n\n改。")
		w.true("it changed once more")
		check(os.Rename(named, named+"旧"))
		w.true("it went again")
		check(os.Mkdir(named, 0o755))
		if named != dir {
			w.true("a folder is no file")
			check(os.Remove(named))
		}
		check(os.RemoveAll(named))
		check(os.Rename(named+"旧", named))
		w.true("it is what it was")
		w.stop()
		<-w.ended
	}
}

// A folder above may be moved without a word; roots are looked at once in a while.
func TestARootThatWentWithoutAWord(t *testing.T) {
	base := t.TempDir()
	dir := filepath.Join(base, "上", "书")
	write(t, dir, "a.md", "文。")
	w, err := newWatcher(3, Options{})
	if err != nil {
		t.Skip(err)
	}
	defer w.fs.Close()
	r, err := newRoot(dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	w.seek(r)
	holds := func(what string, want int) {
		t.Helper()
		if _, moved := w.state(); len(moved) != want {
			t.Errorf("%s: %q have come or gone", what, moved)
		}
		w.seek(r)
		if _, moved := w.state(); len(moved) != 0 {
			t.Errorf("%s: it was looked for, and still %q have come or gone", what, moved)
		}
	}
	holds("as it was", 0)
	os.Rename(filepath.Join(base, "上"), filepath.Join(base, "下"))
	holds("it went", 1)
	write(t, dir, "a.md", "文。")
	holds("another came", 1)
	os.RemoveAll(filepath.Join(base, "上"))
	os.Rename(filepath.Join(base, "下"), filepath.Join(base, "上"))
	holds("it came back in its place", 1)
}
