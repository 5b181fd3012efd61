package main

import (
	"bytes"
	"os"
	"testing"
)

// The committed table is the one that the program generates.
func TestTableIsMadeOfTheDatabase(t *testing.T) {
	const folder = "/usr/share/unicode"
	if _, err := os.Stat(folder + "/Unihan_Variants.txt.bz2"); err != nil {
		t.Skip("the Unicode Character Database is not installed")
	}
	u, err := readUnihan(folder)
	if err != nil {
		t.Fatal(err)
	}
	kept, err := os.ReadFile("../../variant_table.go")
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Contains(kept, []byte("from Unihan "+u.version+";")) {
		t.Skip("the database installed here is of another version: ", u.version)
	}
	all, err := u.classes()
	if err != nil {
		t.Fatal(err)
	}
	var made bytes.Buffer
	if err := writeTable(&made, u.version, all); err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(made.Bytes(), kept) {
		t.Error("the table is not what the program makes of the database and the reviewed list")
	}
}
