package model

import (
	"math/rand/v2"
	"slices"
	"testing"
	"time"
)

func TestPathsGoByFolder(t *testing.T) {
	want := []string{"", "卷2", "卷2/a", "卷2/b/c", "卷10", "卷十一/第九章", "卷十一/第十章", "卷末"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, ComparePaths)
	if !slices.Equal(got, want) {
		t.Errorf("sorted %q, want %q", got, want)
	}
}

// The list does not hang on what was read first: files stand by their names, in the
// order in which their roots were named, and several of one file as they came.
func TestListIsTheSameWhateverComesFirst(t *testing.T) {
	want := []*Entry{
		{ID: "早", Path: "b/第9期.txt", Date: time.Date(2026, 1, 2, 0, 0, 0, 0, time.UTC)},
		{ID: "一", Path: "b/第1期.txt"}, {ID: "二", Path: "b/第2期.txt"}, {ID: "甲", Path: "b/第10期.jsonl"}, {ID: "乙", Path: "b/第10期.jsonl"},
		{ID: "别处", Path: "a/第1期.txt", Root: 1},
		{ID: "里面", Path: "b/卷/第1期.txt", Group: "卷"},
	}
	for seed := range uint64(20) {
		var c Corpus
		r := rand.New(rand.NewPCG(seed, 1))
		for _, i := range r.Perm(len(want)) {
			if want[i].ID == "乙" && c.Entry("甲") == nil {
				c.Put(want[i-1]) // one file comes in its order
			}
			c.Put(want[i])
		}
		var got, wanted []string
		for i, e := range c.Entries() {
			got, wanted = append(got, e.ID), append(wanted, want[i].ID)
		}
		if !slices.Equal(got, wanted) {
			t.Fatalf("seed %d: %v", seed, got)
		}
	}
}
