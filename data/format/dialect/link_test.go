package dialect

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What is left out at the end of an address is told bracket by bracket.
func TestEndsOfAddresses(t *testing.T) {
	slow := func(s string) int {
		for end := len(s); end > 0; end-- {
			switch c := s[end-1]; {
			case strings.IndexByte("?!.,:;*_~'[", c) >= 0:
			case c == ')' && strings.Count(s[:end], ")") > strings.Count(s[:end], "("):
			case c == ']' && strings.Count(s[:end], "]") > strings.Count(s[:end], "["):
			default:
				return end
			}
		}
		return 0
	}
	r := rand.New(rand.NewPCG(5, 6))
	for range 20000 {
		s := make([]byte, r.IntN(12))
		for i := range s {
			s[i] = "ab()[].,"[r.IntN(8)]
		}
		if got, want := trimAddress("http://"+string(s), len("http://"), len("http://")+len(s)), len("http://")+slow(string(s)); got != want {
			t.Errorf("%q ends at %d, want %d", s, got, want)
		}
	}
}

func benchmarkBrackets(b *testing.B, n int) {
	src := "http://a" + strings.Repeat(")", n)
	b.SetBytes(int64(n))
	for b.Loop() {
		BareLink(src, 0)
	}
}

func BenchmarkBrackets(b *testing.B)  { benchmarkBrackets(b, 1<<18) }
func BenchmarkBrackets4(b *testing.B) { benchmarkBrackets(b, 1<<20) }
