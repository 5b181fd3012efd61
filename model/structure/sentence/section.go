// Package sentence divides a text into sections and sentences, knows the words
// that headings and paragraphs begin and end with, and finds the run-in headings
// among the sentences of a section. It knows no lines.
package sentence

import (
	"unicode/utf8"

	"juan/model/char"
)

// A Section is the body between two headings.
type Section struct {
	Level     int // of the heading it is under
	Sentences []Sentence
	Glued     bool // it goes on in the line of its heading
	Lines     bool // its paragraphs are lines
	Stopped   bool // a full stop ends its heading
	group     group
	scale     float32 // how long its paragraphs are against those of a long report
	breaks    int     // paragraphs that white space shows
	shown     bool    // white space shows where the paragraphs of the text begin
	joined    bool    // … except for long ones, which are several in one
}

// A Sentence ends with 。！？ or with what ends the section.
type Sentence struct {
	From, To int32 // bytes, its mark included; small, for a text of 50 MB has half a million sentences
	runes    int32
	mark     rune
	score    float32
	Opens    bool // a paragraph begins here: white space shows it
	RunIn    bool // it is a run-in heading
	address  bool // it is 各位代表！ alone
	may      bool // it may be a run-in heading at all, see mayLead
	plain    bool // it looks like a run-in heading, whatever stands around it
}

// A splitter cuts a stretch of the text into sentences.
type splitter struct {
	src   string
	s     Section
	at    int // byte where the sentence begins
	runes int32
	opens bool // a paragraph begins with it
}

// Split splits src[from:to], which stands under a heading of the level, into
// sentences.
func Split(src string, from, to, level int) Section {
	p := splitter{src: src, s: Section{Level: level}, at: from, opens: true}
	p.s.Sentences = make([]Sentence, 0, (to-from)/150+2) // sentences have some fifty characters
	src = src[:to]
	for i := from; i < to; {
		if char.HanAt(src, i) { // most characters
			p.runes++
			i += 3
			continue
		}
		r, size := utf8.DecodeRuneInString(src[i:to])
		end := i + size
		p.runes++
		switch {
		case r == '\n':
			p.put(i, 0)
			p.opens = true
		case char.IsSpace(r) && i == p.at: // behind a sentence end, or at the start
			p.opens = p.opens || len(p.s.Sentences) > 0
		case char.IsSpace(r) && !straySpace(src, i, size, p.at):
			p.put(i, ':')
			p.opens = true
		case char.EndsSentence(r):
			for end < to {
				r, size := utf8.DecodeRuneInString(src[end:to])
				if !char.EndsSentence(r) && !char.Closes(r) {
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
	a, b := char.Trim(p.src, p.at, end)
	if a < b {
		t := Sentence{From: int32(a), To: int32(b), runes: p.runes, mark: mark, Opens: p.opens}
		t.address = Address(p.src[a:b]) == b-a
		p.s.Sentences = append(p.s.Sentences, t)
		if p.opens {
			p.s.breaks++
		}
		p.opens = false
	}
	p.at, p.runes = end, 0
}

// straySpace reports whether the space at i lies inside a sentence that began
// at from, 项目 黄河鲲鹏, so that no paragraph begins after it.
func straySpace(src string, i, size, from int) bool {
	switch char.LastMark(src[from:i]) {
	case '：', ':', '；', ';':
		return char.IsLatin(char.First(src[i+size:]))
	}
	return true
}

// Paragraph removes the first paragraph of s and returns where it ends. s must
// have sentences.
func (s *Section) Paragraph() int {
	k := 1
	for k < len(s.Sentences) && !s.begins(k) {
		k++
	}
	to := s.Sentences[k-1].To
	s.Sentences = s.Sentences[k:]
	return int(to)
}

// begins reports whether a paragraph begins with sentence k.
func (s *Section) begins(k int) bool {
	return s.Sentences[k].Opens || s.Sentences[k].RunIn || s.Sentences[k].address && !s.Sentences[k-1].address
}

// Lead returns the bytes of the sentence without the mark that ends it.
func (t *Sentence) Lead() int { return int(t.To-t.From) - utf8.RuneLen(t.mark) }
