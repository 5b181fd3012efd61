package structure

import (
	"strings"
	"unicode/utf8"
)

// A section is the body between two headings.
type section struct {
	level     int // of the heading it is under
	sentences []sentence
	breaks    int  // paragraphs that white space shows
	glued     bool // it goes on in the line of its heading
}

// A sentence ends with 。！？ or with what ends the section.
type sentence struct {
	from, to int // bytes, its mark included
	runes    int32
	mark     rune
	opens    bool // a paragraph begins here: white space shows it
	address  bool // it is 各位代表！ alone
	runIn    bool
	certain  bool
	score    float32
}

// A splitter cuts a stretch of the text into sentences.
type splitter struct {
	f     *flat
	s     section
	at    int // byte where the sentence begins
	runes int32
	opens bool // a paragraph begins with it
}

// section splits src[from:to] into sentences.
func (f *flat) section(from, to, level int) section {
	p := splitter{f: f, s: section{level: level}, at: from, opens: true}
	for i := from; i < to; {
		r, size := utf8.DecodeRuneInString(f.src[i:to])
		end := i + size
		p.runes++
		switch {
		case r == '\n':
			p.put(i, 0)
			p.opens = true
		case isSpace(r) && i == p.at: // behind a sentence end, or at the start
			p.opens = p.opens || len(p.s.sentences) > 0
		case isSpace(r) && !f.strayspace(i, size, p.at):
			p.put(i, ':')
			p.opens = true
		case endsSentence(r):
			for end < to {
				r, size := utf8.DecodeRuneInString(f.src[end:to])
				if !endsSentence(r) && !closes(r) {
					break
				}
				end += size
			}
			p.put(end, r)
		}
		i = end
	}
	p.put(to, 0)
	return p.s
}

// put ends the sentence at byte end; mark is what ends it.
func (p *splitter) put(end int, mark rune) {
	a, b := trim(p.f.src, p.at, end)
	if a < b {
		t := sentence{from: a, to: b, runes: p.runes, mark: mark, opens: p.opens}
		t.address = address(p.f.src[a:b]) == b-a
		p.s.sentences = append(p.s.sentences, t)
		if p.opens {
			p.s.breaks++
		}
		p.opens = false
	}
	p.at, p.runes = end, 0
}

// strayspace reports whether the space at i lies inside a sentence that began
// at from, 项目 黄河鲲鹏, so that no paragraph begins behind it.
func (f *flat) strayspace(i, size, from int) bool {
	l := lastMark(f.src[from:i])
	return !strings.ContainsRune("：:；;", l) || isLetter(firstRune(f.src[i+size:]))
}

// takeFirst removes the first paragraph of s and returns where it ends.
func (s *section) takeFirst(src string) int {
	k := 1
	for k < len(s.sentences) && !s.begins(k) {
		k++
	}
	to := s.sentences[k-1].to
	s.sentences = s.sentences[k:]
	return to
}

// begins reports whether a paragraph begins with sentence k.
func (s *section) begins(k int) bool {
	return s.sentences[k].opens || s.sentences[k].runIn || s.sentences[k].address && !s.sentences[k-1].address
}

// paragraphs appends the paragraphs of s.
func (f *flat) paragraphs(parts []Part, s *section) []Part {
	for len(s.sentences) > 0 {
		first := s.sentences[0]
		p := Part{From: first.from}
		if first.runIn {
			p.LeadKind, p.Level, p.Certain = RunIn, s.level+1, first.certain
			p.Lead = first.to - first.from - utf8.RuneLen(first.mark)
			if n, form, _ := number(f.src[first.from:first.to]); form != NoForm && n < p.Lead {
				p.Number = n
			}
		}
		p.To = s.takeFirst(f.src)
		parts = append(parts, p)
	}
	return parts
}
