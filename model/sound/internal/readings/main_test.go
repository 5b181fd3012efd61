package main

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
)

// The tables are what this program makes of Unihan.
func TestTables(t *testing.T) {
	const unicode = "/usr/share/unicode"
	if _, err := os.Stat(filepath.Join(unicode, "Unihan_Readings.txt.bz2")); err != nil {
		t.Skip("Debian's unicode-data is not here:", err)
	}
	files, err := newTables(unicode)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range files {
		if got, err := os.ReadFile(filepath.Join("../..", name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("%s is not what the program makes (%v)", name, err)
		}
	}
}
