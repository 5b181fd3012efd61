package data

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// named returns the IDs of what paths name, by key.
func named(t *testing.T, paths ...string) map[string]string {
	t.Helper()
	ids := map[string]string{}
	for a, err := range Open(context.Background(), paths, nil, Options{}) {
		if err != nil {
			continue
		}
		if _, twice := ids[a.Key]; twice {
			t.Errorf("%s: two articles with key %s", paths, a.Key)
		}
		if slices.Contains(slices.Collect(maps.Values(ids)), a.ID) {
			t.Errorf("%s: two articles with ID %s", paths, a.ID)
		}
		ids[a.Key] = a.ID
	}
	return ids
}

// A key does not depend on how the folder was named.
func TestKeysAreTheSameHoweverNamed(t *testing.T) {
	dir := shelfOf(t)
	want := named(t, dir)
	link := filepath.Join(t.TempDir(), "link")
	if err := os.Symlink(dir, link); err != nil {
		t.Skip(err)
	}
	t.Chdir(filepath.Join(dir, "卷"))
	for _, p := range []string{dir + "/", dir + "/卷/..", link, "..", "../", "../卷/.."} {
		if got := named(t, p); !maps.Equal(got, want) {
			t.Errorf("%s: %v, want %v", p, got, want)
		}
	}
	inner := named(t, ".")
	for key := range inner {
		if _, ok := want[key]; !ok {
			t.Errorf("%s has another key from inside", key)
		}
	}
	for name := range valid() {
		for key := range named(t, name) {
			if _, ok := want[key]; !ok {
				t.Errorf("%s has another key by itself", key)
			}
		}
	}
}

// IDs do not depend on the order of arguments, and files of the same name are
// distinguished by their folders.
func TestIDsDoNotDependOnTheOrder(t *testing.T) {
	dir := t.TempDir()
	for _, sub := range []string{"甲", "乙", "乙/丙/甲"} {
		write(t, dir, sub+"/README.md", "# 说明\n\n"+sub)
		write(t, dir, sub+"/own.md", "---\nid: x\n---\n文"+sub)
		write(t, dir, sub+"/r.jsonl", "{\"id\":\"x\",\"title\":\"甲\",\"body\":\"文。\"}\n{\"title\":\"甲\",\"body\":\"文。\"}\n")
		write(t, dir, sub+"/z.zip", string(zipped(entryText{"README.md", "文。"})))
	}
	a, b, c := filepath.Join(dir, "甲"), filepath.Join(dir, "乙"), filepath.Join(dir, "乙/丙/甲")
	for _, paths := range [][]string{
		{a, b}, {a, b, c}, {a, c}, {a, a}, {a, a + "/README.md"}, {a + "/README.md", b + "/README.md", c + "/README.md"},
		{a + "/z.zip", b + "/z.zip", b}, {a + "/own.md", b + "/own.md", a + "/r.jsonl"},
	} {
		want := named(t, paths...)
		for _, order := range orders(paths) {
			if got := named(t, order...); !maps.Equal(got, want) {
				t.Errorf("%v:\n%v, want\n%v", order, got, want)
			}
			l := OpenLibrary(order, nil, Options{})
			agree(t, l, follow(t, l), order...)
		}
	}
	if got := named(t, a+"/README.md", b+"/README.md"); got[a+"/README.md"] != "甲/README" || got[b+"/README.md"] != "乙/README" {
		t.Errorf("%v", got)
	}
}

// Neither do they on where a pipe stands between them.
func TestIDsDoNotDependOnAPipe(t *testing.T) {
	dir := t.TempDir()
	a, b := write(t, dir, "甲/own.md", "---\nid: x\n---\n甲文。\n"), write(t, dir, "乙/own.md", "---\nid: x\n---\n乙文。\n")
	want := named(t, a, b)
	for _, order := range orders([]string{a, b, "-"}) {
		got := make(map[string]string)
		for _, art := range open(t, "流来的文。", order...).articles {
			if art.Path != "" && art.Path != "-" {
				got[art.Path] = art.ID
			}
		}
		if !maps.Equal(got, want) {
			t.Errorf("%v: %v, want %v", order, got, want)
		}
	}
}

// orders returns all orders of a few paths.
func orders(paths []string) [][]string {
	if len(paths) < 2 {
		return [][]string{paths}
	}
	var all [][]string
	for i, p := range paths {
		for _, rest := range orders(slices.Concat(paths[:i], paths[i+1:])) {
			all = append(all, append([]string{p}, rest...))
		}
	}
	return all
}

// A record keeps its key when others come before it.
func TestARecordKeepsItsKey(t *testing.T) {
	dir := t.TempDir()
	lines := []string{`{"id":"记一","body":"文。"}`, `{"title":"题","body":"文。"}`, `{"title":"题","body":"又文。"}`}
	p := write(t, dir, "a.jsonl", strings.Join(lines, "\n"))
	before := named(t, p)
	write(t, dir, "a.jsonl", `{"title":"新题","body":"文。"}`+"\n"+strings.Join(lines, "\n"))
	after := named(t, p)
	for key := range before {
		if _, ok := after[key]; !ok {
			t.Errorf("%s is gone", key)
		}
	}
	if len(after) != 4 || !strings.HasSuffix(slices.Sorted(maps.Keys(after))[3], "#记一") {
		t.Errorf("%v", after)
	}
}

// Claims to an ID are numbered in the order of sources, whatever the order in
// which they come and go.
func TestClaimsAreOrdered(t *testing.T) {
	claims := []claim{{"/a/b.md", 0}, {"/a.md", 0}, {"/a/b.md", 1}, {"/a-b.md", 0}}
	want := []string{"x", "x~3", "x~2", "x~4"}
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {1, 3, 0, 2}} {
		var n ids
		for _, i := range order {
			n.add("x", claims[i])
		}
		for i, c := range claims {
			if got := n.name("x", c); got != want[i] {
				t.Errorf("%v: %v is %s, want %s", order, c, got, want[i])
			}
		}
		n.drop("x", claims[0])
		if got := n.name("x", claims[2]); got != "x" {
			t.Errorf("%v: then %s", order, got)
		}
	}
}
