// Command lexicon makes ../../words.txt, the table of frequent words with their
// parts of speech, from a dictionary in the form of cppjieba's (MIT licence):
// a word, its frequency and its tag on each line.
//
//	go run ./internal/lexicon jieba.dict.utf8 > words.txt
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
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: lexicon DICT > words.txt")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "lexicon:", err)
		os.Exit(1)
	}
}

func run(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	groups := map[string][]string{}
	in := bufio.NewScanner(f)
	for in.Scan() {
		var word, tag string
		var freq int
		if n, _ := fmt.Sscanf(in.Text(), "%s %d %s", &word, &freq, &tag); n != 3 {
			continue
		}
		length := utf8.RuneCountInString(word)
		if length > 4 || freq < 100 || length == 1 && freq < 1000 || !han(word) {
			continue
		}
		// A group is the words of one class, length and order of frequency.
		key := fmt.Sprintf("%c%d%d", class(tag), length, int(math.Log2(float64(freq)/100)))
		groups[key] = append(groups[key], word)
	}
	var keys []string
	for k := range groups {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	for _, k := range keys {
		slices.Sort(groups[k])
		fmt.Println(k + " " + strings.Join(groups[k], ""))
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
