package lines

import (
	"strings"
)

// allCode reports whether the whole text is a program, settings or a log: most
// of its lines claim to stand, many strongly.
func (d *Document) allCode(base int) bool {
	sure, some, n := 0, 0, 0
	for i := range d.lines {
		if i > 400 {
			break
		}
		l := &d.lines[i]
		if isNoteOfCode(d.text(l)) && d.lines[i].cells > d.lines[i].runes {
			continue // a comment in Chinese says nothing of the rest
		}
		n++
		switch c := d.lookAt(l, d.text(l), base); {
		case c == none && l.cells > l.runes && (l.ends || l.indented()):
			return false // a sentence of Chinese
		case c == none && words(d.text(l)) >= 3 && (endsLatin(d.text(l)) || strings.HasSuffix(d.text(l), ":")) && d.text(l)[0] >= 'A' && d.text(l)[0] <= 'Z':
			return false // a sentence of English
		case c >= strong:
			sure, some = sure+1, some+1
		case c == weak:
			some++
		}
	}
	return n >= 3 && sure*10 >= n*4 && some*10 >= n*7
}

// mailHead reports whether the first lines, up to j, are the head of a message.
func (d *Document) mailHead(j int) bool {
	n := 0
	for i := range d.lines[:min(j, 30)] {
		switch d.lines[i].first {
		case 'F', 'T', 'S', 'D', 'C', 'M', 'R', '发', '收', '主', '抄':
		default:
			continue // most lines
		}
		key, _, ok := strings.Cut(d.text(&d.lines[i]), ":")
		if !ok {
			key, _, _ = strings.Cut(d.text(&d.lines[i]), "：")
		}
		switch key {
		case "From", "To", "Subject", "Date", "Cc", "Message-ID", "Reply-To", "Return-Path", "Received", "发件人", "收件人", "主题", "抄送", "发送时间":
			n++
		}
	}
	return n >= 3
}

// bodies lets the lines that stand deeper after a line of code claim to be code
// too: the comments and strings in Chinese that a function has.
func (d *Document) bodies(i int, claims []claim) {
	root := -1
	for k := range claims {
		l := &d.lines[i+k]
		switch {
		case claims[k] == code && (root < 0 || l.indent <= d.lines[root].indent):
			root = i + k
		case root >= 0 && l.indent > d.lines[root].indent && l.mark != '。':
			claims[k] = max(claims[k], code)
		case root >= 0 && l.indent <= d.lines[root].indent:
			root = -1
		}
	}
}

// cue reports whether the block lines[i:j] is one of subtitles, its times
// in the first or the second line: 00:00:01,000 --> 00:00:03,500.
func (d *Document) cue(i, j int) bool {
	for k := i; k < min(j, i+2); k++ {
		if s := d.text(&d.lines[k]); !d.lines[k].wide() && len(s) > 13 && strings.Contains(s, " --> ") && kindsOf(s).digits > 8 {
			return true
		}
	}
	return false
}

// program reports whether the block lines[i:j] of a Chinese text is program
// text or commands: all of its lines are Latin, it is set in or several of its
// lines look like code, and it does not end as a sentence does.
func (d *Document) program(i, j int, claims []claim) bool {
	if d.latin || claims[0] == none && claims[len(claims)-1] == none && d.lines[i].indent < 2 || endsLatin(d.text(&d.lines[j-1])) && j-i > 1 && claims[len(claims)-1] == none {
		return false
	}
	bare, looks := 0, 0
	for k := i; k < j; k++ {
		if l := &d.lines[k]; l.cells == l.runes {
			bare++
		}
		if claims[k-i] != none {
			looks++
		}
	}
	return bare*10 >= (j-i)*8 && (looks*3 >= j-i || looks > 0 && d.lines[i].indent >= 2 || bare == j-i && d.setUnderHan(i))
}

// setUnderHan reports whether line i is set in by four cells or more under a line of
// Chinese, after a blank line: mov eax, 1 under 汇编：.
func (d *Document) setUnderHan(i int) bool {
	return i > 0 && d.lines[i].after && d.lines[i].indent >= d.lines[i-1].indent+4 && d.lines[i-1].cells >= d.lines[i-1].runes*3/2
}

// codeAlone reports whether line k of the block, which looks like code and
// whose neighbours do not, may stand alone: set off from Chinese text by its
// indent, or by blank lines.
func codeAlone(block []line, k, base int, ends bool) bool {
	l := &block[k]
	return int(l.indent) >= base+2 || l.after && k+1 == len(block) && ends
}

// makeRules lets a target of a Makefile and the command under it, set in by a tab,
// claim to be code, and reports whether there are any. It mends Makefiles that were
// joined to one paragraph: build: over a tab and go build. It cannot fire on a line
// that is set in, nor where what follows has no tab or is not all narrow, as ASCII is.
func (d *Document) makeRules(i int, claims []claim) bool {
	found := false
	for k := range len(claims) - 1 {
		if next := &d.lines[i+k+1]; !next.quiet && d.isRuleOfMake(&d.lines[i+k], next) {
			claims[k], claims[k+1], found = code, code, true
		}
	}
	if d.made && !found && d.targets(i, i+len(claims)) {
		for k := range claims {
			claims[k] = strong
		}
		found = true
	}
	return found
}

// builds reports whether a line of a Dockerfile begins an image: FROM and one name.
func (d *Document) builds() bool {
	for _, i := range d.others {
		if l := &d.lines[i]; l.first == 'F' && l.indent == 0 {
			if name, ok := strings.CutPrefix(d.text(l), "FROM "); ok && name != "" && (words(name) == 1 || strings.Contains(name, " AS ") || strings.Contains(name, " as ")) && startsLower(name) {
				return true
			}
		}
	}
	return false
}

// makes reports whether the text has a rule of a Makefile, a target over a command.
func (d *Document) makes() bool {
	for _, i := range d.others {
		if i > 0 && d.isRuleOfMake(&d.lines[i-1], &d.lines[i]) {
			return true
		}
	}
	return false
}

// isRuleOfMake reports whether l is a target and next the command under it.
func (d *Document) isRuleOfMake(l, next *line) bool {
	if next.indent < 8 || l.indent != 0 || next.cells != next.runes || d.src[next.from-1] != '\t' {
		return false
	}
	target, _, ok := strings.Cut(d.text(l), ":")
	return ok && isIdentifier(target)
}

// targets reports whether each of the lines[i:j] is a target of a Makefile and what
// it needs, without a command: all: build test. It mends such lines, which were
// paragraphs between the rules. It is asked only where there is a rule, and cannot
// fire on a line of Chinese, on one with any mark that no name of a file has, nor on
// Note: see below, whose target has one capital.
func (d *Document) targets(i, j int) bool {
	for k := i; k < j; k++ {
		l := &d.lines[k]
		target, needs, ok := strings.Cut(d.text(l), ":")
		if !ok || l.indent != 0 || !isIdentifier(target) || isWord(target) || strings.HasSuffix(needs, ".") {
			return false
		}
		for w := range strings.FieldsSeq(needs) {
			if !isIdentifier(strings.ReplaceAll(w, "/", "")) {
				return false
			}
		}
	}
	return true
}

// commas reports whether the block lines[i:j] is a table whose cells are separated by
// ASCII commas: three rows or more with the same number of cells, and no sentence. It
// mends rows that were joined to one paragraph: 站名,里程,水深 over 渡口,12,3.5 and others. It
// cannot fire where a blank follows a comma, as in English, nor on Chinese with commas
// or stops of its own.
func (d *Document) commas(i, j int) bool {
	if j-i < 3 || d.lines[i].wide() {
		return false
	}
	n := strings.Count(d.text(&d.lines[i]), ",")
	if n < 2 {
		return false
	}
	for k := i; k < j; k++ {
		s := d.text(&d.lines[k])
		if strings.Count(s, ",") != n || strings.Contains(s, ", ") || strings.ContainsAny(s, "，。；") || endsLatin(s) {
			return false
		}
	}
	return true
}

// isWord reports whether s is a word of English with a capital, Note.
func isWord(s string) bool {
	return len(s) > 1 && s[0] >= 'A' && s[0] <= 'Z' && startsLower(s[1:])
}
