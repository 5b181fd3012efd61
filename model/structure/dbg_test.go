package structure

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestDbg(t *testing.T) {
	text := os.Getenv("DBG")
	for _, c := range cutPlaces(text) {
		fmt.Printf("%6.2f %s|", score(c.has), text[:c.at])
		for _, f := range c.has {
			fmt.Printf(" %d:%.1f", f, weights[f])
		}
		fmt.Println()
	}
}
func TestDbgRun(t *testing.T) {
	gold := golden(t)
	for _, a := range samples(t) {
		g, ok := gold[a.title]
		if !ok {
			continue
		}
		is := map[string]bool{}
		for _, m := range g {
			if m.Level == 3 {
				is[squash(m.Text)] = true
			}
		}
		src := a.body
		if os.Getenv("U") != "" {
			src = unspaced(src)
		}
		f := flat{src: src}
		heads := nest(marks(src), len(src), Bian, 1, nil)
		f.end(heads)
		for i := range heads {
			s := f.section(heads[i].body, heads[i].limit, heads[i].level)
			s.glued = heads[i].kind == stop || heads[i].kind == nothing
			fmt.Println("##", src[heads[i].at:heads[i].end], s.breaks)
			for k := range s.sentences {
				s.sentences[k].score = f.leads(&s, k)
			}
			f.parallel(&s)
			ch := map[int]bool{}
			for _, k := range s.choose() {
				ch[k] = true
			}
			for k, x := range s.sentences {
				w := is[squash(src[x.from:x.to])]
				if w || x.score > -1.5 {
					m := "  "
					if w {
						m = "G "
					}
					if ch[k] {
						m += "+ "
					} else {
						m += "  "
					}
					if x.opens {
						m += "o "
					} else {
						m += "  "
					}
					fmt.Printf("%s%6.2f %s\n", m, x.score, strings.TrimSpace(src[x.from:x.to]))
				}
			}
		}
	}
}
