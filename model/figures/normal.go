package figures

import (
	_ "embed"
	"strings"
	"sync"
)

// namesTable has the indicators that have several names, a line each: the one that stands
// for all, and the others.
//
//go:embed names.tsv
var namesTable string

// names has the one name that stands for each of the others.
var names = sync.OnceValue(func() map[string]string {
	all := make(map[string]string)
	for line := range strings.Lines(namesTable) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		for _, name := range f {
			all[name] = f[0]
		}
	}
	return all
})

// Normal returns an indicator in the one form that its names share: without the place
// whose it is, quotation marks, blanks, and what only says that it is a whole: 地区生产总值
// for 全市生产总值 and for GDP.
func Normal(of string) string {
	of = strings.Map(func(r rune) rune {
		if strings.ContainsRune("“” 　", r) {
			return -1
		}
		return r
	}, of)
	for {
		w := prefix(whole, of)
		if w == "" || len(w) == len(of) {
			break
		}
		of = of[len(w):]
	}
	if name := names()[of]; name != "" {
		return name
	}
	return of
}
