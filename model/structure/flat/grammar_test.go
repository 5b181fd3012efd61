package flat

import (
	"strings"
	"testing"

	"juan/model/lexis"
)

// gapAt is the gap where | stands between the words of a heading and its body.
func gapAt(t *testing.T, s string) *gap {
	t.Helper()
	head, body, _ := strings.Cut(s, "|")
	g := gap{text: head + body}
	g.words = lexis.Segment(g.text)
	for g.k < len(g.words) && g.words[g.k].From < len(head) {
		g.k++
	}
	if g.k == len(g.words) || g.words[g.k].From != len(head) {
		t.Fatalf("%s: no gap between words there", s)
	}
	return &g
}

// TestGrammar holds what each rule is for, and where it cannot hold.
func TestGrammar(t *testing.T) {
	for _, c := range []struct {
		rule  string
		holds func(*gap) bool
		yes   []string
		no    []string
	}{
		{"bare", (*gap).bare, []string{"努力建设|现代化渡口"}, []string{"工作回顾|去年"}},
		{"loose", (*gap).loose, []string{"提振信心增强|动力"}, []string{"提振信心持续增强|今年", "促进收入水平提高|今年"}},
		{"echoes", func(g *gap) bool { return echoes(g.left(), g.right()) }, []string{"获得感|安全感", "做优|做强"}, []string{"发展|发展"}},
		{"unclosed", (*gap).unclosed, []string{"在推进改革|中突破", "以创建试验区|为引领"}, []string{"在推进改革中突破|今年"}},
	} {
		for _, s := range c.yes {
			if !c.holds(gapAt(t, s)) {
				t.Errorf("%s does not hold for %s", c.rule, s)
			}
		}
		for _, s := range c.no {
			if c.holds(gapAt(t, s)) {
				t.Errorf("%s holds for %s", c.rule, s)
			}
		}
	}
}
