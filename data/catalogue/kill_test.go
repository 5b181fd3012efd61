package catalogue

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"juan/model"
)

// childOf names the folder that a child process of the tests works in.
const childOf = "JUAN_CATALOGUE_CHILD"

// TestMain is also the child, which builds and updates a catalogue until it is
// killed.
func TestMain(m *testing.M) {
	if dir := os.Getenv(childOf); dir != "" {
		if err := build(dir, os.Stdout); err != nil {
			fmt.Println("failed", err)
		}
		return
	}
	os.Exit(m.Run())
}

// version returns the articles of one version of a file.
func version(path string, n int) []*model.Article {
	w := newWorld(uint64(n), "")
	var all []*model.Article
	for i := range 1 + n%4 {
		all = append(all, w.article(path, i, 100<<(n%6)))
	}
	return all
}

// build adds, replaces and forgets sources. It writes what it is about to do, and what
// is surely on disk.
func build(dir string, out io.Writer) error {
	rnd := rand.New(rand.NewPCG(uint64(os.Getpid()), 3))
	number := int(time.Now().UnixNano() % 1e9) // versions go up from child to child
	for {
		s := New(Options{Dir: dir, Limit: 1})
		for _, err := range s.Known(context.Background(), dir) {
			if err != nil {
				return err
			}
		}
		if rnd.IntN(2) == 0 {
			if err := s.tidy(); err != nil {
				return err
			}
		}
		var done []string
		for range 30 {
			path := filepath.Join(dir, fmt.Sprint(rnd.IntN(3)), fmt.Sprint(rnd.IntN(6)))
			number++
			if rnd.IntN(8) == 0 {
				fmt.Fprintln(out, "forget", path)
				s.Forget(path)
				done = slices.DeleteFunc(done, func(line string) bool { return line == "kept "+path })
				continue
			}
			var entries []*model.Entry
			for _, a := range version(path, number) {
				e := *a.Entry
				e.Text = s.Add(a.Folded())
				entries = append(entries, &e)
			}
			last := Source{Path: path, Read: int64(number), Note: []byte(strconv.Itoa(number))}
			for i := range entries[1:] { // in stretches, and at times the end is missing
				begun := last
				begun.Reached = int64(i + 1)
				if i == 0 {
					s.Record(begun, entries[:1])
				} else {
					after := last
					after.Reached = int64(i)
					s.Extend(after, begun, entries[i:i+1])
				}
				if rnd.IntN(4) == 0 {
					if err := s.Flush(); err != nil {
						return err
					}
				}
			}
			switch n := len(entries) - 1; {
			case n == 0:
				s.Record(last, entries)
			case rnd.IntN(4) > 0:
				begun := last
				begun.Reached = int64(n)
				s.Extend(begun, last, entries[n:])
			}
			done = append(done, fmt.Sprint("kept ", path))
			if rnd.IntN(4) == 0 {
				if err := s.Flush(); err != nil {
					return err
				}
				for _, line := range done {
					fmt.Fprintln(out, line)
				}
				done = nil
			}
		}
		if err := s.Close(); err != nil {
			return err
		}
	}
}

// However a process ends, everything known afterwards is true, and nothing is lost that
// was on disk.
func TestKilledAtAnyMoment(t *testing.T) {
	kills := 50
	if testing.Short() {
		kills = 5
	}
	dir := t.TempDir()
	rnd := rand.New(rand.NewPCG(1, 4))
	kept := make(map[string]bool)
	for i := range kills {
		children := []*child{start(t, dir)}
		if i%3 == 0 { // two at once
			children = append(children, start(t, dir))
		}
		if i%2 == 1 { // however busy the machine is, something is being kept
			_, _ = children[0].out.Peek(1)
		}
		time.Sleep(time.Duration(rnd.IntN(50)) * time.Millisecond)
		for _, c := range children {
			c.kill(t, kept)
		}
		for _, c := range children { // which of two was the last to forget a source is not known
			for _, path := range c.forgot {
				if len(children) > 1 {
					delete(kept, path)
				}
			}
		}
		known := examine(t, dir)
		for path := range kept {
			if !known[path] {
				t.Fatalf("kill %d: %s was kept and is lost", i, path)
			}
		}
	}
	state, err := Describe(t.Context(), dir)
	if err != nil || state.Ails != nil || state.Sources == 0 {
		t.Errorf("at the end: %+v, %v", state, err)
	}
}

// examine opens a catalogue and holds what it knows against the texts that were
// added. It returns the paths that are known.
func examine(t *testing.T, dir string) map[string]bool {
	t.Helper()
	w, s := newWorld(9, dir), New(Options{Dir: dir, Limit: 1})
	defer s.Close()
	known := make(map[string]bool)
	for k, err := range s.Known(t.Context(), dir) {
		if err != nil {
			t.Fatal(err)
		}
		articles := version(k.Path, int(k.Read))
		before := len(w.files[k.Path])
		if n := before + len(k.Entries); n > len(articles) || !k.More && n != len(articles) && n != int(k.Reached) {
			t.Fatalf("%s, version %d: %d articles, read up to %d", k.Path, k.Read, n, k.Reached)
		}
		if len(k.Entries) > 0 && string(k.Note) != strconv.Itoa(int(k.Read)) {
			t.Fatalf("%s, version %d: the note is %q", k.Path, k.Read, k.Note)
		}
		for i, e := range k.Entries {
			alike(t, e, articles[before+i].Entry)
			w.files[k.Path] = append(w.files[k.Path], articles[before+i].As(e))
		}
		known[k.Path] = true
	}
	w.check(t, s, nil)
	if err := s.Trouble(); err != nil {
		t.Fatal(err)
	}
	return known
}

// A child is a process that builds a catalogue.
type child struct {
	*exec.Cmd
	out    *bufio.Reader
	forgot []string
}

func start(t *testing.T, dir string) *child {
	t.Helper()
	c := &child{Cmd: exec.Command(os.Args[0])}
	c.Env = append(os.Environ(), childOf+"="+dir)
	c.Stderr = os.Stderr
	out, err := c.StdoutPipe()
	if c.out = bufio.NewReader(out); err == nil {
		err = c.Start()
	}
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// kill ends the child at once and notes what it reported to be on disk.
func (c *child) kill(t *testing.T, kept map[string]bool) {
	t.Helper()
	c.Process.Kill()
	for lines := bufio.NewScanner(c.out); lines.Scan(); {
		switch what, path, _ := strings.Cut(lines.Text(), " "); what {
		case "kept":
			kept[path] = true
		case "forget":
			delete(kept, path)
			c.forgot = append(c.forgot, path)
		default:
			t.Fatal("a child ", lines.Text())
		}
	}
	c.Wait()
}
