package data

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// numbered are names of a series, in the order of their numbers.
var numbered = []string{"note.md", "note2.md", "note10.md", "卷2/a.md", "卷10/a.md", "卷十一/a.md", "第1期.txt", "第２期.txt", "第九期.txt", "第十期.txt", "第99期.txt", "第一百期.txt"}

// Where nothing has a date a folder and an archive are in the order of the names.
func TestNamesAreInTheOrderOfTheirNumbers(t *testing.T) {
	dir, packed := t.TempDir(), bytes.Buffer{}
	z := zip.NewWriter(&packed)
	backwards := slices.Clone(numbered)
	slices.Reverse(backwards)
	for _, name := range backwards {
		write(t, dir, name, "文。")
		f, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(f, "文。")
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var want []string
	for _, name := range numbered {
		want = append(want, strings.TrimSuffix(name, filepath.Ext(name)))
	}
	for _, from := range []string{dir, write(t, t.TempDir(), "all.zip", packed.String())} {
		if got := open(t, "", from).ids(); got != strings.Join(want, " ") {
			t.Errorf("%s is in the order %s", filepath.Base(from), got)
		}
	}
}

// A walk finds files in the order in which walked has their paths, folders and
// files of like names among them.
func TestAWalkIsInOrder(t *testing.T) {
	names := []string{"a", "a.b", "a2", "a10", "第九", "第十", "第2", "卷", "A", "v1.9", "v1.10"}
	for seed := range uint64(40) {
		rnd, dir := rand.New(rand.NewPCG(seed, 1)), t.TempDir()
		for range 12 {
			in := "."
			for range rnd.IntN(3) {
				in += "/" + names[rnd.IntN(len(names))]
			}
			name := in + "/" + names[rnd.IntN(len(names))]
			write(t, dir, name+".md", "文。")
			write(t, dir, name+"/in.md", "文。")
		}
		var found []string
		r := &root{name: dir, path: dir, folder: true}
		w := walker{root: r, left: 1000, opt: Options{}, found: func(s *source) bool { found = append(found, s.abs()); return true }, fail: func(err error) bool { t.Error(err); return true }}
		w.walk("")
		if len(found) < 10 {
			t.Fatalf("seed %d: only %d files", seed, len(found))
		}
		if !slices.IsSortedFunc(found, walked) {
			t.Fatalf("seed %d: found\n%s", seed, strings.Join(found, "\n"))
		}
	}
}

// BenchmarkByName sorts the names of a folder of n files, which are not padded with
// zeros, from the order in which a folder is read.
func BenchmarkByName(b *testing.B) {
	for _, n := range []int{25000, 100000} {
		var read []fs.DirEntry
		for i := range n {
			read = append(read, nameOnly{fmt.Sprintf("科技周刊（第%d期）.md", i)})
		}
		slices.SortFunc(read, func(a, b fs.DirEntry) int { return strings.Compare(a.Name(), b.Name()) })
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				byName(slices.Clone(read))
			}
		})
	}
}

// A nameOnly is a file in a folder of which only the name is known.
type nameOnly struct{ name string }

func (d nameOnly) Name() string               { return d.name }
func (d nameOnly) IsDir() bool                { return false }
func (d nameOnly) Type() fs.FileMode          { return 0 }
func (d nameOnly) Info() (fs.FileInfo, error) { return nil, fs.ErrNotExist }
