package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"juan/ui/words"
)

// Between these marks of a Markdown file stands the table of keys.
const keysFrom, keysTo = "<!-- keys -->", "<!-- /keys -->"

// The tables of keys that people read are the command table.
func TestKeyTablesAreTheCommandTable(t *testing.T) {
	for file, language := range map[string]words.Language{
		"data/corpus/guide.md":    words.Chinese,
		"data/corpus/guide-en.md": words.English,
		"README.md":               words.English,
		"README.zh-CN.md":         words.Chinese,
	} {
		doc, err := os.ReadFile(filepath.Join("..", file))
		if err != nil {
			t.Fatal(err)
		}
		before, rest, found := strings.Cut(string(doc), keysFrom+"\n")
		_, after, closed := strings.Cut(rest, keysTo)
		if !found || !closed {
			t.Fatalf("%s has no %s … %s", file, keysFrom, keysTo)
		}
		want := before + keysFrom + "\n" + keyTable(words.In(language)) + keysTo + after
		if want == string(doc) {
			continue
		}
		if !*update {
			t.Errorf("the key table of %s is stale: go test ./ui -run KeyTables -update", file)
			continue
		}
		if err := os.WriteFile(filepath.Join("..", file), []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// keyTable returns the command table as a table of GitHub's Markdown.
func keyTable(w words.Words) string {
	var b strings.Builder
	head := [2]string{"按键", "作用"}
	if w.Language == words.English {
		head = [2]string{"Keys", "What they do"}
	}
	row := func(keys, what string) { b.WriteString("| " + keys + " | " + what + " |\n") }
	b.WriteString("\n")
	row(head[0], head[1])
	row(":---", ":---")
	for _, k := range keyRows(w) {
		var keys []string
		for _, key := range strings.Fields(k.Keys) {
			keys = append(keys, "`"+strings.ReplaceAll(key, "|", `\|`)+"`")
		}
		row(strings.Join(keys, " "), k.What)
	}
	b.WriteString("\n")
	return b.String()
}

// keyRows returns the key table where the reader chose no keys.
func keyRows(w words.Words) []KeyRow {
	rows, _ := KeyTable(w, nil)
	return rows
}
