package flat

import (
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"

	"juan/model/structure/internal/fit"
)

// usageIn counts the usage of all reports but those with the titles.
func usageIn(reports []fit.Report, but ...string) *usage {
	all := new(usage)
	for _, r := range reports {
		if slices.Contains(but, r.Title) {
			continue
		}
		u := usageOf(r.Bodies[1])
		for i, k := range u.pairs.keys {
			if k != 0 {
				e, o := all.pairs.of(k), u.pairs.values[i]
				*e = edges{e.all + o.all, e.opens + o.opens, e.ends + o.ends, e.starts + o.starts}
			}
		}
		for _, k := range u.fours.keys {
			if k != 0 {
				*all.fours.of(k) += 1 // texts that have it
			}
		}
	}
	return all.frequent()
}

// frequent keeps what is frequent.
func (u *usage) frequent() *usage {
	v := new(usage)
	for i, k := range u.pairs.keys {
		if k != 0 && u.pairs.values[i].all >= 8 {
			*v.pairs.of(k) = u.pairs.values[i]
		}
	}
	for i, k := range u.fours.keys {
		if k != 0 && u.fours.values[i] >= 3 {
			*v.fours.of(k) = 1
		}
	}
	return v
}

func writeUsage(file string, reports []fit.Report) error {
	u := usageIn(reports)
	rows := map[string]bool{}
	for _, r := range reports {
		text := []rune(r.Bodies[1])
		for i := range text[:len(text)-4] {
			if e := u.pairs.get(pair(text[i], text[i+1])); e.all > 0 {
				rows[fmt.Sprintf("%s\t%d\t%d\t%d\t%d\n", string(text[i:i+2]), e.all, e.opens, e.ends, e.starts)] = true
			}
			if s := string(text[i : i+4]); u.fours.get(fourAt(s, 0)) > 0 {
				rows[s+"\n"] = true
			}
		}
	}
	return os.WriteFile(file, []byte(strings.Join(slices.Sorted(maps.Keys(rows)), "")), 0o644)
}
