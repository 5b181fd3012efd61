package lines

import (
	"iter"
	"slices"
	"strings"

	"juan/model/char"
	"juan/model/structure/number"
)

// A claim says how much of itself a line brings to stand as it is.
type claim uint8

const (
	none   claim = iota
	weak         // only beside others
	strong       // a column it shares with its neighbour, a border, a time stamp
	code         // program text, a command
)

// verbatim takes together the lines that stand as they are: tables that blanks
// align, boxes, trees, code, logs. Each group becomes one line of the document
// with the role verbatim.
//
// It works block by block, a block being lines without a blank one between:
// where most lines of a stretch claim it, all of the stretch stands. Blocks all of
// whose lines are quiet, which most are, are not looked at.
func (d *Document) verbatim() {
	if len(d.lines) == 0 {
		return
	}
	base := d.baseIndent()
	d.quiet(base)
	d.stand(base, false)
}

// stand is verbatim for a text most of whose lines have the indent base, where it is
// known which are quiet; every has blocks of quiet lines looked at too.
func (d *Document) stand(base int, every bool) {
	all := d.allCode(base)
	d.made, d.image = d.makes(), d.builds()
	kept, done := d.lines[:0], 0 // of the lines, what became of the first so many
	if end := d.blockEnd(0); d.mailHead(end) {
		kept, done = d.together(kept, d.lines[:end]), end
	}
	for i, j := range d.blocks(done, all || every) {
		kept = d.keep(kept, done, i)
		switch {
		case all:
			kept = d.together(kept, d.lines[i:j])
		case d.lists(kept, i, j):
			kept = d.keep(kept, i, j)
		default:
			kept = d.block(kept, i, j, base)
		}
		done = j
	}
	if done > 0 {
		d.lines = d.keep(kept, done, len(d.lines))
		d.sift()
	}
}

// blocks yields the first line of each block from line done on that has a line that is
// not quiet, or of every block, and the line after the block.
func (d *Document) blocks(done int, all bool) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		others, spread := d.others, d.spread
		for done < len(d.lines) {
			i := done
			if !all {
				for len(others) > 0 && (others[0] < done || d.lines[others[0]].quiet) {
					others = others[1:]
				}
				for len(spread) > 0 && spread[0] < done {
					spread = spread[1:]
				}
				switch {
				case len(others) == 0 && len(spread) == 0:
					return
				case len(spread) == 0 || len(others) > 0 && others[0] < spread[0]:
					i = others[0]
				default:
					i = spread[0]
				}
				for i > done && !d.lines[i].after {
					i--
				}
			}
			if done = d.blockEnd(i); !yield(i, done) {
				return
			}
		}
	}
}

// blockEnd returns the end of the block that begins with line i.
func (d *Document) blockEnd(i int) int {
	j := i + 1
	for j < len(d.lines) && !d.lines[j].after {
		j++
	}
	return d.throughNote(i, j)
}

// lists reports whether the block lines[i:j] is a table of contents: 目录 stands
// in it or before it, and most of its lines end with the number of a page.
func (d *Document) lists(kept []line, i, j int) bool {
	headed := func(l *line) bool { return l.runes <= 16 && number.IsContents(d.text(l)) }
	if !headed(&d.lines[i]) && (len(kept) == 0 || !headed(&kept[len(kept)-1])) {
		return false
	}
	n := 0
	for k := i; k < j; k++ {
		if d.pages(&d.lines[k]) {
			n++
		}
	}
	return n*2 >= j-i
}

// baseIndent is the indent that most lines of the text have.
func (d *Document) baseIndent() int { return d.commonIndent(0) }

// commonIndent returns the indent, in cells, that most lines have of those that are set
// in by so many cells at least.
func (d *Document) commonIndent(least int) int {
	var count [41]int
	for i := range d.lines {
		count[min(int(d.lines[i].indent), 40)]++
	}
	best := least
	for n := least; n < len(count); n++ {
		if count[n] > count[best] {
			best = n
		}
	}
	return best
}

// block appends the lines of the block lines[i:j] to kept, those that stand
// taken together.
func (d *Document) block(kept []line, i, j, base int) []line {
	if from, to := d.listed(i, j); from < to {
		before, behind := slices.Clone(d.lines[i:from]), slices.Clone(d.lines[to:j])
		kept = d.together(append(kept, before...), slices.Clone(d.lines[from:to]))
		return append(kept, behind...)
	}
	if from, to := d.settingsIn(i, j); from < to {
		before, behind := slices.Clone(d.lines[i:from]), slices.Clone(d.lines[to:j])
		kept = d.together(append(kept, before...), slices.Clone(d.lines[from:to]))
		return append(kept, behind...)
	}
	if d.goesOnListing(kept, i, j) {
		return d.together(kept, d.lines[i:j])
	}
	var some [64]claim
	claims := some[:0]
	any, quiet := false, 0
	for k := i; k < j; k++ {
		c := d.claim(i, j, k, base)
		any = any || c >= strong
		claims = append(claims, c)
		if d.lines[k].quiet {
			quiet++
		}
	}
	if n := d.crossings(i, j); n > 0 { // rows under id | name, with -----+----- between
		for k := i; k < j; k++ {
			if strings.Count(d.text(&d.lines[k]), "|") == n {
				claims[k-i], any = strong, true
			}
		}
	}
	any = d.hunks(i, claims) || any
	any = d.makeRules(i, claims) || any
	d.bodies(i, claims)
	any = d.outputs(i, claims) || any
	if d.callBehind(kept, i) {
		claims[0], any = strong, true
	}
	if j == i+1 && isRule(d.text(&d.lines[i])) {
		return append(kept, d.lines[i])
	}
	whole := quiet*5 <= j-i && d.program(i, j, claims) || quiet == 0 && d.settings(i, j)
	if whole || d.cue(i, j) || d.commas(i, j) || d.isDockerfile(i, j) {
		return d.together(kept, d.lines[i:j])
	}
	if !any {
		return d.keep(kept, i, j)
	}
	block := slices.Clone(d.lines[i:j]) // kept grows over it
	for k := i; k < j; {
		if claims[k-i] < strong {
			kept = append(kept, block[k-i])
			k++
			continue
		}
		end, own := stretch(claims[k-i:], block[k-i:])
		from := k
		for len(kept) > 0 && from > i && claims[from-1-i] == weak && kept[len(kept)-1].role == body { // a head row before the first that claims
			from--
			kept = kept[:len(kept)-1]
		}
		lines := block[from-i : k+end-i]
		if own*2 < end || own == 1 && claims[k-i] == code && !codeAlone(block, k-i, base, j == len(d.lines) || d.lines[j].after) {
			kept = append(kept, lines...)
		} else {
			kept = d.together(kept, lines)
		}
		k += end
	}
	return kept
}

// keep appends lines[i:j] to kept as they are; until lines were taken together they
// are there already.
func (d *Document) keep(kept []line, i, j int) []line {
	if len(kept) == i {
		return d.lines[:j]
	}
	return append(kept, d.lines[i:j]...)
}

// stretch returns how many lines the stretch at the start of claims takes, to
// its last strong claim, weak ones after it included, and how many claim it. A line of
// Chinese that leads in the next piece of code ends it: 响应：.
func stretch(claims []claim, lines []line) (end, own int) {
	miss := 0
	for n, c := range claims {
		switch {
		case c >= strong:
			end, own, miss = n+1, own+1, 0
		case c == weak && miss == 0:
			end = n + 1
		default:
			if miss++; miss > 2 || lines[n].mark == '：' && char.IsHan(lines[n].first) {
				return end, own
			}
		}
	}
	return end, own
}

// claim weighs line k of the block lines[i:j].
func (d *Document) claim(i, j, k, base int) claim {
	l := &d.lines[k]
	if l.prose && !l.gaps {
		return none
	}
	s := d.text(l)
	if isPageFoot(s) || k > i && l.indent == 0 && isPageFoot(d.text(&d.lines[k-1])) { // nor is the head of the next page
		return none
	}
	if d.headsCalendar(k, j) {
		return strong
	}
	if l.runes <= 20 && d.headsCalendar(k+1, j) {
		return weak
	}
	short := l.runes <= 20 && !l.ends
	if l.quiet {
		if (!l.dense(s) || short) && d.overTree(k, j) {
			return weak
		}
		return none
	}
	if bars := d.barsIn(k); bars >= 2 && (k > i && d.barsIn(k-1) == bars || k+1 < j && d.barsIn(k+1) == bars) {
		return strong
	}
	if !l.gaps && l.dense(s) && !isDrawn(s) { // Chinese without a column or a box in it
		if short && d.overTree(k, j) {
			return weak
		}
		return none
	}
	c := d.lookAt(l, s, base)
	if c == none && d.overTree(k, j) {
		return weak
	}
	if c < strong && isFigures(s, 2) && (k > i && d.rulesFigures(k-1) || k+1 < j && d.rulesFigures(k+1)) {
		return strong
	}
	if c < strong && l.gaps && (k > i && d.aligned(k-1, k) || k+1 < j && d.aligned(k, k+1)) {
		return strong
	}
	return c
}

// barsIn counts the bars that part line k into cells, 渡口|成人|儿童. In Latin text they
// have blanks around them, for |tags| stand in prose.
func (d *Document) barsIn(k int) int {
	if d.latin {
		return strings.Count(d.text(&d.lines[k]), " | ")
	}
	return strings.Count(d.text(&d.lines[k]), "|")
}

// overTree reports whether line k of a block that ends at j is the root of a tree, or
// the line over what ls -l prints.
func (d *Document) overTree(k, j int) bool {
	l := &d.lines[k]
	if k+1 == j || l.runes >= 40 || d.lines[k+1].quiet {
		return false
	}
	s, next := d.text(l), d.text(&d.lines[k+1])
	return isBranch(next) && (!l.ends || s == ".") || isMode(next) && (strings.HasPrefix(s, "total ") || strings.HasPrefix(s, "总"))
}

// rulesFigures reports whether line k is a row of four figures or more, or drawn:
// then the two or three figures on the line beside it are a row of the same table,
// or the scale of the drawing, and no paragraph. Alone, 12 30 is none of these.
func (d *Document) rulesFigures(k int) bool {
	s := d.text(&d.lines[k])
	return isFigures(s, 4) || drawn(s, kindsOf(s))
}

func (d *Document) lookAt(l *line, s string, base int) claim {
	if isRule(s) {
		return weak
	}
	deep := int(l.indent) >= base+4 || l.indent >= 8 && base < 8 && strings.HasPrefix(d.src[lineStart(d.src, l.from):l.from], "\t")
	if l.wide() && !deep && !l.has(d.src, hasSign) { // most lines
		if l.gaps && !char.EndsSentence(l.mark) {
			return weak
		}
		return none
	}
	k := kindsOf(s)
	if drawn(s, k) || stamped(s) || isHost(s) || isQuoted(s) {
		return strong
	}
	n := codes(s, k)
	switch {
	case n >= 3, n >= 1 && deep && k.han*3 < k.all, n >= 2 && !d.latin:
		return code
	case n >= 1, l.gaps && !char.EndsSentence(l.mark), deep && k.han*3 < k.all && !endsLatin(s), deep && l.runes <= 16 && !char.EndsSentence(l.mark):
		return weak
	}
	return none
}

// isQuoted reports whether s is quoted as mail is, > or >> before a blank.
func isQuoted(s string) bool {
	t := strings.TrimLeft(s, ">")
	return len(t) < len(s) && t != "" && t[0] == ' '
}

// lineStart returns the byte where the physical line of byte at begins.
func lineStart(src string, at int) int { return strings.LastIndexByte(src[:at], '\n') + 1 }

// together appends lines as one that stands as it is. With the one before it,
// where only one blank line parts two pieces of code of one indent, it is one
// piece.
func (d *Document) together(kept, lines []line) []line {
	one := lines[0]
	one.role, one.to, one.form, one.n, one.prose = verbatim, lines[len(lines)-1].to, number.NoForm, 0, false
	one.from = lineStart(d.src, one.from)
	if n := len(kept); n > 0 && one.indent > 0 && kept[n-1].role == verbatim && kept[n-1].indent > 0 && strings.Count(d.src[kept[n-1].to:one.from], "\n") == 2 {
		kept[n-1].to = one.to
		kept[n-1].bounds(d.text(&kept[n-1]))
		return kept
	}
	one.bounds(d.text(&one))
	return append(kept, one)
}
