package model

import (
	"slices"
	"testing"
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
