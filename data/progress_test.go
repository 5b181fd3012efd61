package data

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"juan/data/catalogue"
	"juan/data/format"
	"juan/data/internal/sample"
)

// recordFiles returns files of records that are read in several stretches.
func recordFiles() map[string]string {
	const size = 4 * recordChunk
	return map[string]string{
		"a.jsonl": string(jsonl(size)), "b.txt": scraped(size), "c.txt": sample.GBK(scraped(size)), "d.jsonl": sample.GBK(string(jsonl(size))),
	}
}

// breakOff reads a file as a library does until so many of its articles are there,
// and returns how many of them the catalogue knows.
func breakOff(t *testing.T, cache, path string, articles int) (known int) {
	t.Helper()
	return breakOffIn(t, cache, path, path, articles)
}

// breakOffIn is breakOff of a file that lies in a folder which is read.
func breakOffIn(t *testing.T, cache, root, path string, articles int) (known int) {
	t.Helper()
	l := kept(cache, root)
	one := lister{opt: l.opt, stop: func() bool { return false }}
	all := one.all(l.paths)
	l.known(t.Context(), all.roots)
	l.check(t.Context(), all.sources())
	sources := l.heads(t.Context(), all.sources())
	r := reading{opt: l.opt, skip: l.isRead, keep: l.keeper(len(sources)), resume: l.resume}
	for p := range r.results(t.Context(), slices.Values(listedOf(sources))) {
		if l.took(p); l.volumes[path] != nil && len(l.volumes[path].entries) >= articles {
			break
		}
	}
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	return knownIn(t, cache, path)
}

// knownIn returns how many articles of a file a catalogue knows.
func knownIn(t *testing.T, cache, path string) (n int) {
	t.Helper()
	s := catalogue.New(catalogue.Options{Dir: cache, Reader: readerVersion})
	defer s.Close()
	for k, err := range s.Known(t.Context(), path) {
		if err != nil {
			t.Fatal(err)
		}
		n += len(k.Entries)
	}
	return n
}

// A reading that was broken off goes on where it was: the next start parses what
// the catalogue does not know, once, and has what reading the whole gives.
func TestAFileOfRecordsIsReadOn(t *testing.T) {
	for name, text := range recordFiles() {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path, cache := write(t, t.TempDir(), name, text), t.TempDir()
			all := len(open(t, "", path).articles)
			known := 0
			for _, stop := range []int{1, all / 3, all * 2 / 3} {
				now := breakOff(t, cache, path, stop)
				if now < known {
					t.Errorf("%d articles of %d are still known", now, known)
				}
				known = now
			}
			if known < all/4 || known == all {
				t.Errorf("%d articles of %d are known when two thirds were told", known, all)
			}
			if n := start(t, cache, path); n != all-known {
				t.Errorf("%d texts were parsed, want the %d that were not known", n, all-known)
			}
			if n := start(t, cache, path); n != 0 {
				t.Errorf("%d texts were parsed again", n)
			}
		})
	}
}

// So it does in a large folder, of which the heads are read first.
func TestAFileOfRecordsInAFolderIsReadOn(t *testing.T) {
	dir, cache := t.TempDir(), t.TempDir()
	for i := range fewFiles + 10 {
		write(t, dir, fmt.Sprintf("%03d.md", i), fmt.Sprintf("# 第%d篇\n\n文。", i))
	}
	path := write(t, dir, "500.jsonl", string(jsonl(4*recordChunk)))
	all := len(open(t, "", dir).articles)
	breakOffIn(t, cache, dir, path, 1)
	known := breakOffIn(t, cache, dir, path, all/2)
	if known == 0 || known > all*3/4 {
		t.Fatalf("%d articles of %d are known", known, all)
	}
	if n := start(t, cache, dir); n != all-fewFiles-10-known {
		t.Errorf("%d texts were parsed, want %d", n, all-fewFiles-10-known)
	}
}

// What was read is used as far as the file still says it, and not otherwise.
func TestAFileOfRecordsThatChangedIsReadOn(t *testing.T) {
	text := jsonl(4 * recordChunk)
	for name, change := range map[string]struct {
		to   func() []byte
		uses bool
	}{
		"a record was added": {func() []byte { return append(text[:len(text):len(text)], text[:recordChunk/2]...) }, true},
		"the end is another": {func() []byte { return append(text[:len(text)-100:len(text)-100], "\n"...) }, true},
		"the beginning is another": {func() []byte {
			other := append([]byte(nil), text...)
			copy(other, "{\"title\":\"另一\"")
			return other
		}, false},
		"it is short": {func() []byte { return text[:recordChunk/2] }, false},
		"it is empty": {func() []byte { return nil }, false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			path, cache := write(t, t.TempDir(), "a.jsonl", string(text)), t.TempDir()
			all := len(open(t, "", path).articles)
			known := breakOff(t, cache, path, all*2/3)
			if known == 0 || known == all {
				t.Fatalf("%d articles of %d are known", known, all)
			}
			if err := os.WriteFile(path, change.to(), 0o600); err != nil {
				t.Fatal(err)
			}
			want := len(open(t, "", path).articles)
			if change.uses {
				want -= known
			}
			if n := start(t, cache, path); n != want {
				t.Errorf("%d texts were parsed, want %d", n, want)
			}
		})
	}
}

// followedBy names the file that a child process of the tests follows, and its
// catalogue.
const followedBy = "JUAN_FOLLOWED"

// TestMain is also the child, which loads a library until it is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv(followedBy); path != "" {
		l := kept(filepath.Join(filepath.Dir(path), "cache"), path)
		for range l.Follow(context.Background()) {
		}
		l.Close()
		return
	}
	os.Exit(m.Run())
}

// However often and whenever a process is killed while it reads a file of records,
// what the next one has is what the file says.
func TestAFileOfRecordsOutlivesKills(t *testing.T) {
	dir := t.TempDir()
	cache := filepath.Join(dir, "cache")
	path := write(t, dir, "a.jsonl", string(jsonl(8*recordChunk)))
	known, all := 0, len(open(t, "", path).articles)
	rnd := rand.New(rand.NewPCG(1, 2))
	kills := 6
	if testing.Short() {
		kills = 2
	}
	for kill := range kills {
		c := exec.Command(os.Args[0])
		c.Env = append(os.Environ(), followedBy+"="+path)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		end := time.AfterFunc(time.Duration(500+rnd.IntN(1000))*time.Millisecond, func() { c.Process.Kill() })
		c.Wait()
		end.Stop()
		now := knownIn(t, cache, path)
		if now < known {
			t.Errorf("kill %d: %d articles of %d are still known", kill, now, known)
		}
		if known = now; known == 0 {
			continue
		}
		copied := t.TempDir()
		if err := os.CopyFS(copied, os.DirFS(cache)); err != nil {
			t.Fatal(err)
		}
		if n := start(t, copied, path); n != all-known {
			t.Errorf("kill %d: %d texts were parsed, want %d", kill, n, all-known)
		}
	}
	if n := start(t, cache, path); n != all-known {
		t.Errorf("at last %d texts were parsed, want %d", n, all-known)
	}
}

// A file of records is cut at the same places wherever reading it begins.
func TestChunksFromAnyMark(t *testing.T) {
	long := strings.Repeat("长", recordChunk)
	for name, text := range map[string]string{
		"lines":       string(jsonl(2*recordChunk)) + long + "\n" + string(jsonl(2*recordChunk)) + "无换行",
		"to the byte": string(jsonl(3 * recordChunk))[:3*recordChunk],
	} {
		for _, head := range []string{"{\"title\": \"甲\", \"body\": \"文\"}\n", "-\n甲\n文\n2025-07-08\n"} {
			records, ok := new(format.Text).Records([]byte(head), "")
			if !ok {
				t.Fatalf("%q begins no file of records", head)
			}
			r := &recordFile{records: records}
			var all []chunk
			for c := range r.chunks(strings.NewReader(text), mark{}) {
				all = append(all, c)
			}
			whole := mark{}.after([]byte(text))
			if last := all[len(all)-1]; last.to != whole {
				t.Errorf("%s: the end is %+v, want %+v", name, last.to, whole)
			}
			for i, from := range all {
				k := i + 1
				for c := range r.chunks(strings.NewReader(text), from.to) {
					if k >= len(all) || c.from != all[k].from || c.to != all[k].to || !bytes.Equal(c.raw, all[k].raw) {
						t.Fatalf("%s, from %+v: chunk %d is another", name, from.to, k)
					}
					k++
				}
				if k != len(all) {
					t.Errorf("%s, from %+v: %d chunks, want %d", name, from.to, k, len(all))
				}
			}
		}
	}
}
