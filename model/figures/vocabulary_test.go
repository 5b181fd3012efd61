package figures

import (
	"slices"
	"strings"
	"testing"
)

// Every row of the vocabulary names a role, and every role has a row: one that is misspelt
// would have no words, in silence.
func TestVocabulary(t *testing.T) {
	missing := strings.Fields(roleNames)
	for line := range strings.Lines(vocabularyTable) {
		name, _, ok := strings.Cut(line, "\t")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		if !slices.Contains(strings.Fields(roleNames), name) {
			t.Errorf("no role is called %q", name)
		}
		missing = slices.DeleteFunc(missing, func(role string) bool { return role == name })
	}
	if len(missing) > 0 {
		t.Errorf("without words: %v", missing)
	}
}
