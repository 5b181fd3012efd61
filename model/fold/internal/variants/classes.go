package main

import (
	_ "embed"
	"fmt"
	"maps"
	"slices"
	"strings"
)

//go:embed reviewed.txt
var reviewed string

// Classes returns the classes of characters that are variants of each other, in
// order of code points; of each the character that it is folded to comes first.
func (u *unihan) classes() ([][]rune, error) {
	join, alone, err := readReviewed(reviewed)
	if err != nil {
		return nil, err
	}
	pairs := join
	for _, v := range u.variants {
		if !alone[v[0]] && !alone[v[1]] {
			pairs = append(pairs, v)
		}
	}
	byFirst := map[rune][]rune{}
	of := map[rune]rune{} // the first character that was met of its class
	add := func(r rune) rune {
		if _, ok := of[r]; !ok {
			of[r], byFirst[r] = r, []rune{r}
		}
		return of[r]
	}
	for _, p := range pairs {
		a, b := add(p[0]), add(p[1])
		if a == b {
			continue
		}
		for _, r := range byFirst[b] {
			of[r] = a
		}
		byFirst[a] = append(byFirst[a], byFirst[b]...)
		delete(byFirst, b)
	}
	var all [][]rune
	for c := range maps.Values(byFirst) {
		if len(c) > 1 {
			slices.SortFunc(c, u.commoner)
			all = append(all, c)
		}
	}
	slices.SortFunc(all, func(a, b []rune) int { return int(a[0] - b[0]) })
	return all, nil
}

// commoner orders characters by what Chinese text has most: those of the basic
// plane, of GB 2312, of the General List, the one most often met, those of Big 5.
func (u *unihan) commoner(a, b rune) int {
	weight := func(r rune) (w []int) {
		for _, is := range []bool{r > 0xffff, !u.national[r], !u.listed[r]} {
			if is {
				w = append(w, 1)
			} else {
				w = append(w, 0)
			}
		}
		w = append(w, -u.often[r])
		if !u.big5[r] {
			return append(w, 1, int(r))
		}
		return append(w, 0, int(r))
	}
	return slices.Compare(weight(a), weight(b))
}

// readReviewed returns pairs to be joined and characters that no variant of the
// database is joined with.
func readReviewed(list string) (join [][2]rune, alone map[rune]bool, err error) {
	alone = map[rune]bool{}
	section := ""
	for line := range strings.Lines(list) {
		line, _, _ = strings.Cut(line, "#")
		for word := range strings.FieldsSeq(line) {
			chars := []rune(word)
			switch {
			case chars[0] == '[':
				section = word
			case section == "[join]" && len(chars) > 1:
				for _, r := range chars[1:] {
					join = append(join, [2]rune{chars[0], r})
				}
			case section == "[alone]" && len(chars) == 1:
				alone[chars[0]] = true
			default:
				return nil, nil, fmt.Errorf("the reviewed list has %q under %q", word, section)
			}
		}
	}
	return join, alone, nil
}
