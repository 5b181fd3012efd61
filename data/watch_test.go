package data

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"
)

// next waits for a change; the wait only bounds a failure.
func next(t *testing.T, changes <-chan []string) []string {
	t.Helper()
	select {
	case c, ok := <-changes:
		if !ok {
			t.Fatal("the watch has ended")
		}
		return c
	case <-time.After(20 * time.Second):
		t.Fatal("no change was seen")
	}
	return nil
}

func TestWatchTellsABurstOnce(t *testing.T) {
	dir := t.TempDir()
	one := write(t, dir, "a.md", "一")
	ctx, cancel := context.WithCancel(t.Context())
	changes, err := Watch(ctx, []string{one})
	if err != nil {
		t.Skip(err)
	}
	write(t, dir, "b.md", "不看")
	for range 5 {
		write(t, dir, "a.md", "二")
	}
	if got := next(t, changes); !slices.Equal(got, []string{one}) {
		t.Errorf("%v", got)
	}
	fresh := write(t, dir, ".a.md.swp", "三") // as editors save
	if err := os.Rename(fresh, one); err != nil {
		t.Fatal(err)
	}
	if got := next(t, changes); !slices.Contains(got, one) {
		t.Errorf("%v", got)
	}
	cancel()
	if _, ok := <-changes; ok {
		if _, ok = <-changes; ok {
			t.Error("the channel stays open")
		}
	}
}

func TestWatchSeesNewFolders(t *testing.T) {
	dir := t.TempDir()
	changes, err := Watch(t.Context(), []string{dir})
	if err != nil {
		t.Skip(err)
	}
	sub := filepath.Join(dir, "卷")
	if err := os.Mkdir(sub, 0o755); err != nil {
		t.Fatal(err)
	}
	if got := next(t, changes); !slices.Contains(got, sub) {
		t.Errorf("%v", got)
	}
	write(t, sub, "a.txt", "文")
	if got := next(t, changes); !slices.Contains(got, filepath.Join(sub, "a.txt")) {
		t.Errorf("%v", got)
	}
}
