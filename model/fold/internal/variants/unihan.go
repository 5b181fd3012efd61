package main

import (
	"bufio"
	"compress/bzip2"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

// Unihan is what is taken from the database.
type unihan struct {
	version  string
	variants [][2]rune
	national map[rune]bool // in GB 2312
	listed   map[rune]bool // in the General List of Standard Characters
	big5     map[rune]bool
	often    map[rune]int // how often it stands in a sample of modern texts
}

func readUnihan(folder string) (*unihan, error) {
	u := &unihan{national: map[rune]bool{}, listed: map[rune]bool{}, big5: map[rune]bool{}, often: map[rune]int{}}
	files := map[string]func(r rune, field, value string) error{
		"Unihan_Variants.txt.bz2":      u.variant,
		"Unihan_OtherMappings.txt.bz2": u.mapping,
		"Unihan_Readings.txt.bz2":      u.reading,
	}
	for name, row := range files {
		if err := u.read(filepath.Join(folder, name), row); err != nil {
			return nil, fmt.Errorf("reading %s: %w", name, err)
		}
	}
	return u, nil
}

func (u *unihan) read(path string, row func(r rune, field, value string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	lines := bufio.NewScanner(io.Reader(bzip2.NewReader(f)))
	for lines.Scan() {
		if version, ok := strings.CutPrefix(lines.Text(), "# Unicode version: "); ok {
			u.version = version
		}
		fields := strings.Split(lines.Text(), "\t")
		if len(fields) != 3 {
			continue
		}
		r, err := character(fields[0])
		if err == nil {
			err = row(r, fields[1], fields[2])
		}
		if err != nil {
			return err
		}
	}
	return lines.Err()
}

func (u *unihan) variant(r rune, field, value string) error {
	switch field {
	case "kSimplifiedVariant", "kTraditionalVariant", "kZVariant":
		for v := range strings.FieldsSeq(value) {
			v, _, _ = strings.Cut(v, "<") // its source
			other, err := character(v)
			if err != nil {
				return err
			}
			u.variants = append(u.variants, [2]rune{r, other})
		}
	}
	return nil
}

func (u *unihan) mapping(r rune, field, value string) error {
	switch field {
	case "kGB0":
		u.national[r] = true
	case "kTGH":
		u.listed[r] = true
	case "kBigFive":
		u.big5[r] = true
	}
	return nil
}

// reading takes the counts of kHanyuPinlu: zhòng(12) chóng(3).
func (u *unihan) reading(r rune, field, value string) error {
	if field != "kHanyuPinlu" {
		return nil
	}
	for v := range strings.FieldsSeq(value) {
		_, count, _ := strings.Cut(v, "(")
		n, err := strconv.Atoi(strings.TrimSuffix(count, ")"))
		if err != nil {
			return err
		}
		u.often[r] += n
	}
	return nil
}

// character reads U+4E00.
func character(s string) (rune, error) {
	n, err := strconv.ParseInt(strings.TrimPrefix(s, "U+"), 16, 32)
	return rune(n), err
}
