package memory

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"juan/model"
)

// What is exported, forgotten and imported is the same.
func TestExportForgetImport(t *testing.T) {
	ctx, at := context.Background(), tempDir(t)
	s := open(t, tempDir(t), at)
	e, other := entryOf(t, filepath.Join(at, "甲", "x.md"), "文"), entryOf(t, filepath.Join(at, "甲乙.md"), "文字")
	session := model.Session{Key: e.Key, Back: []model.Spot{{Key: e.Key, Anchor: model.Anchor{After: "词"}}, {Key: other.Key}}}
	must(t, s.Keep(ctx, model.Keeping{Articles: []model.Remembered{kept(e, 1), kept(other, 2), kept(&model.Entry{Key: "guide"}, 3)}, Session: &session,
		Habits: &model.Habits{Theme: "light", Recent: []string{"<查>", "找"}}, At: time.UnixMilli(5000)}))
	for i, kind := range []model.MarkKind{model.Bookmark, model.Highlight, model.Noted} {
		_, err := s.PutMark(ctx, model.Mark{Key: e.Key, Title: "题", Print: 1<<63 + 5, Kind: kind, From: model.Anchor{Share: float64(i) / 10}, Quote: "“引”", Note: "记\n下"})
		must(t, err)
	}
	export := func(s *Store) string {
		var b bytes.Buffer
		must(t, s.Export(ctx, &b))
		return b.String()
	}
	before := export(s)
	fresh := open(t, tempDir(t), at)
	must(t, fresh.Import(ctx, strings.NewReader(before)))
	if got := export(fresh); got != before {
		t.Errorf("%s\nbecame\n%s", before, got)
	}
	for path, want := range map[string]int{filepath.Join(at, "没有"): 0, filepath.Join(at, "甲"): 1, "guide": 1} {
		if n, err := s.Forget(ctx, path); n != want || err != nil {
			t.Errorf("%s: forgot %d, %v", path, n, err)
		}
	}
	if got := export(s); strings.Contains(got, "x.md") || strings.Contains(got, "guide") || !strings.Contains(got, "甲乙.md") || strings.Contains(got, "“引”") {
		t.Errorf("left is %s", got)
	}
	must(t, s.Import(ctx, strings.NewReader(before)))
	if got := export(s); strings.Count(got, "x.md") < 4 || strings.Count(got, "“引”") != 3 {
		t.Errorf("imported is %s", got)
	}
	must(t, os.RemoveAll(filepath.Join(at, "甲")))
	if n, err := s.Forget(ctx, filepath.Join(at, "甲", "x.md")); n != 1 || err != nil {
		t.Errorf("of a file that is gone %d, %v", n, err)
	}
	for _, wrong := range []string{"", "[]", "{}", `{"version":2}`, "{\"version\":1", "\x00"} {
		if err := s.Import(ctx, strings.NewReader(wrong)); !errors.Is(err, ErrNotState) {
			t.Errorf("%q: %v", wrong, err)
		}
	}
}
