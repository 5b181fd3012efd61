// Command lexicon makes the table of words anew from a dictionary in the form of
// cppjieba's (MIT licence): a word, its frequency and its tag on each line. The
// lists that the present table has, which were written by hand, are kept.
//
//	go run ./internal/lexicon jieba.dict.utf8 words.tsv > new.tsv
package main

import (
	"bufio"
	"fmt"
	"math"
	"os"
	"slices"
	"strings"
	"unicode/utf8"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: lexicon DICT WORDS > NEW")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "lexicon:", err)
		os.Exit(1)
	}
}

// run writes the table made of the dictionary and the lists of the present one.
func run(dictionary, present string) error {
	rows := make(map[string]string) // by their word
	err := scan(present, func(line string) {
		word, rest, _ := strings.Cut(line, "\t")
		if fields := strings.Split(rest, "\t"); len(fields) == 3 {
			rows[word] = rest // on a list, in the dictionary or not
		}
	})
	if err != nil {
		return err
	}
	err = scan(dictionary, func(line string) {
		var word, tag string
		var freq int
		if n, _ := fmt.Sscanf(line, "%s %d %s", &word, &freq, &tag); n != 3 {
			return
		}
		length := utf8.RuneCountInString(word)
		if length > 4 || freq < 100 || length == 1 && freq < 1000 || !han(word) {
			return
		}
		row := fmt.Sprintf("%c\t%.2f", class(tag), cost(freq))
		if old := strings.Split(rows[word], "\t"); len(old) == 3 {
			row += "\t" + old[2]
		}
		rows[word] = row
	})
	if err != nil {
		return err
	}
	words := make([]string, 0, len(rows))
	for w := range rows {
		words = append(words, w)
	}
	slices.Sort(words)
	for _, w := range words {
		fmt.Println(w + "\t" + rows[w])
	}
	return nil
}

// cost is what using a word of the frequency costs: the logarithm of one in so
// many words, by steps of twice the frequency.
func cost(freq int) float64 {
	step := math.Floor(math.Log2(float64(freq) / 100))
	return math.Log(6e7 / (100 * math.Exp2(step+0.5)))
}

// scan calls yield with each line of a file.
func scan(name string, yield func(line string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	for in.Scan() {
		yield(in.Text())
	}
	return in.Err()
}

func han(s string) bool {
	for _, r := range s {
		if r < 0x4e00 || r > 0x9fff {
			return false
		}
	}
	return true
}

// class is the part of speech as far as cutting a heading needs it.
func class(tag string) rune {
	switch {
	case tag == "vn":
		return 'g' // a verb that is used as a noun: 发展 工作 建设
	case tag == "ns":
		return 's' // a place
	case tag == "ad" || tag == "vd":
		return 'd'
	}
	switch tag[0] {
	case 'n', 'v', 'a', 'd', 't', 'p', 'r', 'c', 'u', 'm', 'q', 'f', 'b':
		return rune(tag[0])
	case 'i', 'l':
		return 'i'
	case 'j':
		return 'n'
	}
	return 'x'
}
