package structure

import (
	"strings"
	"testing"
)

// novel makes a novel of about n bytes.
func novel(n int) string {
	var b strings.Builder
	for c := 1; b.Len() < n; c++ {
		b.WriteString("第" + hanNumeral(c) + "章 渡口\n")
		for range 60 {
			b.WriteString("　　" + filler + "\n“今天的水又涨了。”\n")
		}
	}
	return b.String()
}

func hanNumeral(n int) string {
	d := []rune("零一二三四五六七八九")
	s := ""
	for _, r := range []byte(itoa(n)) {
		s += string(d[r-'0'])
	}
	return s
}

func itoa(n int) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return itoa(n/10) + string(rune('0'+n%10))
}

func BenchmarkNovel15MB(b *testing.B) { bench(b, novel(15<<20)) }

// BenchmarkNovelSetIn and BenchmarkNovelWrapped are the same pages with their
// paragraphs set in by four blanks, and wrapped to lines of 34 characters.
func BenchmarkNovelSetIn(b *testing.B) {
	bench(b, strings.ReplaceAll(novel(3<<20), "　　", "    "))
}

func BenchmarkNovelWrapped(b *testing.B) {
	var wrapped strings.Builder
	for line := range strings.Lines(strings.ReplaceAll(novel(3<<20), "　　", "")) {
		for n, r := range []rune(line) {
			if n > 0 && n%34 == 0 && r != '\n' {
				wrapped.WriteByte('\n')
			}
			wrapped.WriteRune(r)
		}
	}
	bench(b, wrapped.String())
}

func BenchmarkOneLine100MB(b *testing.B) {
	bench(b, strings.Repeat(filler, 100<<20/len(filler)))
}

// BenchmarkOneLineOfNumbers is the worst a line can be: numbers everywhere.
func BenchmarkOneLineOfNumbers(b *testing.B) {
	bench(b, strings.Repeat("一、水。二、山。（一）石。1.木。", 10<<20/45))
}

func BenchmarkOneLineReport(b *testing.B) {
	bench(b, strings.Repeat("一、去年工作回顾 "+filler+" (一)修路架桥。"+filler+" (二)兴修水利。"+filler+" 二、今年工作安排 "+filler, 10))
}

func BenchmarkManyBlankLines(b *testing.B) { bench(b, strings.Repeat("\n", 10<<20)+"水") }

func BenchmarkShortLines(b *testing.B) { bench(b, strings.Repeat("水\n山，\n", 1<<20)) }

func BenchmarkNoSentenceEnd(b *testing.B) { bench(b, strings.Repeat("水山 ", 3<<20)) }

func bench(b *testing.B, src string) {
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		Infer(src)
	}
}
