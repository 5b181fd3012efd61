package lines

import (
	"strings"

	"juan/model/char"
)

// A listing counts the lines of a block that may be a program or settings as a whole.
// Single lines do not show it: comments begin with # as headings of Markdown do, and a
// lone done or else has no look of its own.
type listing struct {
	lines    int // all but the comments
	likely   int // of those, the ones that look like code by themselves
	sure     int // of these, the ones that can hardly be anything else; #!/ as the first counts for two
	under    int // lines that look like nothing, set in deeper than likely ones
	comments int
}

// listing counts what the block lines[i:j] has of a listing, and reports whether every
// line may be of one.
func (d *Document) listing(i, j int) (l listing, all bool) {
	open := ""        // what closes the comment of several lines that is open
	root := int16(-1) // indent of the line of code that deeper ones stand under
	for k := i; k < j; k++ {
		one := &d.lines[k]
		s := d.text(one)
		if open != "" {
			if strings.Contains(s, open) {
				open = ""
			}
			continue
		}
		if k == i && strings.HasPrefix(s, "#!/") {
			l.sure += 2
		}
		if open = opensNote(s); open != "" || isNoteOfCode(s) || isSection(s) && l.lines == 0 {
			l.comments++
			continue
		}
		l.lines++
		switch n := d.codeIn(one, s); {
		case n >= 2:
			l.sure++
			fallthrough
		case n == 1:
			l.likely++
			if root < 0 || one.indent < root {
				root = one.indent
			}
		case root >= 0 && one.indent > root && !char.EndsSentence(one.mark):
			l.under++
		case isPieceOfCode(one, s):
		default:
			return l, false
		}
	}
	return l, true
}

// throughNote returns the end of the block lines[i:j], or of the one in which a comment
// ends that is open at j and has blank lines in it. It looks no farther than 40 lines.
func (d *Document) throughNote(i, j int) int {
	open := ""
	for k := i; k < min(len(d.lines), j+40); k++ {
		l := &d.lines[k]
		if open == "" && k >= j {
			if l.after {
				return k
			}
			continue
		}
		switch l.first {
		case '/', '*', '"', '\'', '<', '-':
		default:
			if open == "" || l.prose {
				continue // most lines
			}
		}
		if s := d.text(l); open == "" {
			open = opensNote(s)
		} else if strings.Contains(s, open) {
			open = ""
		}
	}
	if open == "" && j+40 > len(d.lines) {
		return len(d.lines)
	}
	return j
}

// stands reports whether the counts are those of a listing in a text that is written
// in Latin letters, or not.
func (l listing) stands(latin bool) bool {
	return l.lines+l.comments >= 2 && l.likely*2+l.under >= l.lines && (l.sure >= 2 || l.sure >= 1 && (!latin || l.sure*2 >= l.lines))
}

// listed finds the listing in the block lines[i:j], with lines of Chinese before it
// and after it that are none: 脚本如下： right over #!/bin/sh. It returns no lines where
// there is no listing. It mends programs whose comments were headings, and whose lines
// done and else were joined to the ones before them.
//
// It cannot fire on a block with a line of prose between others, nor where fewer than
// half of the lines look like code by themselves.
func (d *Document) listed(i, j int) (from, to int) {
	from, to = i, j
	for from < to && d.isHanProse(from) {
		from++
	}
	for from < to && d.isHanProse(to-1) {
		to--
	}
	if l, all := d.listing(from, to); !all || !l.stands(d.latin) {
		return i, i
	}
	return from, to
}

// goesOnListing reports whether the block lines[i:j], too little by itself, belongs to
// the listing right before it: exit 0. Comments alone need one after them as well.
func (d *Document) goesOnListing(kept []line, i, j int) bool {
	if len(kept) == 0 || kept[len(kept)-1].role != verbatim || !isListing(d.text(&kept[len(kept)-1])) {
		return false
	}
	l, all := d.listing(i, j)
	if !all || l.lines > 0 {
		return all && l.likely > 0 && l.likely*2+l.under >= l.lines
	}
	next := j + 1
	for next < len(d.lines) && !d.lines[next].after {
		next++
	}
	if j == len(d.lines) {
		return false
	}
	behind, all := d.listing(j, next)
	return all && behind.stands(d.latin)
}

// isListing reports whether text, which stands as it is, begins as no table and no
// drawing does.
func isListing(text string) bool {
	text = text[:min(len(text), 500)]
	return !isTable(text) && !isDrawn(text)
}

// isDrawn reports whether s has a character of which boxes are drawn, U+2500 to
// U+257F.
func isDrawn(s string) bool {
	for {
		i := strings.IndexByte(s, 0xe2)
		if i < 0 || i+1 == len(s) {
			return false
		}
		if s[i+1] == 0x94 || s[i+1] == 0x95 {
			return true
		}
		s = s[i+1:]
	}
}

// isHanProse reports whether line k is Chinese and neither a comment nor code.
func (d *Document) isHanProse(k int) bool {
	l := &d.lines[k]
	if l.prose || l.quiet && l.content&manyLetters == 0 { // most lines
		return l.cells > l.runes
	}
	s := d.text(l)
	if isSection(s) {
		return false
	}
	if s[0] >= 0x80 && !strings.Contains(s, " = ") {
		return l.cells > l.runes
	}
	return l.cells > l.runes && !isNoteOfCode(s) && opensNote(s) == "" && d.codeIn(l, s) == 0 && l.indent < 8
}

// codeIn weighs how much line l looks like code, without what stands in quotation marks
// and in a comment after it: echo "备份完成"  # 写进日志.
func (d *Document) codeIn(l *line, s string) int {
	if l.cells > l.runes {
		if char.HasAnyPrefix(s, "echo ", "@echo ") {
			return 2
		}
		s = withoutStrings(s)
		if s == "" || hasHan(s) && !isHanSetting(s) {
			return 0
		}
	}
	n := codes(s, kindsOf(s))
	word, rest, _ := strings.Cut(s, " ")
	switch {
	case isWordOfImage(word) && rest != "" && d.image:
		n += 2
	case isWordOfSQL(word) && !endsLatin(s):
		n++
	case isKeyword(strings.TrimRight(word, ";:")) && !endsLatin(s):
		n++
	case isHanSetting(s):
		n += 2
	case isDirective(s):
		n++
	}
	return max(n, 0)
}

// isHanSetting reports whether s is 名称 = 渡口: a name without a blank, = between blanks,
// and a value.
func isHanSetting(s string) bool {
	key, value, ok := strings.Cut(s, " = ")
	return ok && value != "" && len(key) <= 40 && !strings.ContainsAny(key, " ，。；：") && !strings.ContainsAny(value, "。＝=+×÷") && !strings.Contains(value, " / ")
}

// isPieceOfCode reports whether s, in ASCII and no sentence, is what stands between
// lines of code: done, start), ;;, a name with a mark of programs.
func isPieceOfCode(l *line, s string) bool {
	if l.cells != l.runes || endsLatin(s) {
		return false
	}
	return isKeyword(strings.TrimRight(s, ";:")) || strings.ContainsAny(s, "$`={}|<>;\\()[]\"'@") && words(s) <= 12 || s == "begin" || s == "EOF" || s == "pass" || s == "break" || s == "continue"
}

// isNoteOfCode reports whether s is a comment: # 参数, // 备注, ; 端口, -- 查船. It cannot
// fire on tags, #渡口 #夜船, nor on -- at the end of a quotation, ---.
func isNoteOfCode(s string) bool {
	switch s[0] {
	case '#':
		return len(s) == 1 || strings.Count(s, "#") == 1 || s[1] == ' ' || strings.HasPrefix(s, "##") && strings.Trim(s, "#") != ""
	case ';':
		return len(s) > 1
	case '/':
		return strings.HasPrefix(s, "//")
	case '-':
		return strings.HasPrefix(s, "-- ")
	}
	return false
}

// opensNote returns what closes the comment of several lines that s opens; "" where it
// opens none or closes it as well.
func opensNote(s string) string {
	for _, pair := range [...][2]string{{"/*", "*/"}, {`"""`, `"""`}, {"'''", "'''"}, {"<!--", "-->"}} {
		if rest, ok := strings.CutPrefix(s, pair[0]); ok && !strings.Contains(rest, pair[1]) {
			return pair[1]
		}
	}
	return ""
}

// withoutStrings returns s without what stands in its quotation marks, and without a
// comment after the code.
func withoutStrings(s string) string {
	if !strings.ContainsAny(s, "\"'` ") { // most lines
		return strings.TrimRight(s, "\t")
	}
	var b strings.Builder
	quote := byte(0)
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
				b.WriteByte(c)
			}
		case c == '"' || c == '\'' || c == '`':
			quote = c
			b.WriteByte(c)
		case i > 0 && (c == '#' || c == ';') && s[i-1] == ' ', i > 0 && (strings.HasPrefix(s[i:], "//") || strings.HasPrefix(s[i:], "-- ") || strings.HasPrefix(s[i:], "/*")) && s[i-1] == ' ':
			return strings.TrimRight(b.String(), " \t")
		default:
			b.WriteByte(c)
		}
	}
	return strings.TrimRight(b.String(), " \t")
}

// isWordOfImage reports whether w is an instruction to build an image.
func isWordOfImage(w string) bool {
	switch w {
	case "FROM", "RUN", "COPY", "ADD", "ENV", "ARG", "EXPOSE", "CMD", "ENTRYPOINT", "WORKDIR", "USER", "VOLUME", "LABEL", "HEALTHCHECK", "SHELL":
		return true
	}
	return false
}

// isWordOfSQL reports whether w begins a line of a query.
func isWordOfSQL(w string) bool {
	switch strings.TrimRight(w, ";") {
	case "SELECT", "FROM", "WHERE", "AND", "OR", "GROUP", "ORDER", "HAVING", "LIMIT", "JOIN", "LEFT", "INNER", "ON", "SET", "VALUES", "UPDATE", "DELETE", "INSERT", "CREATE", "ALTER", "DROP", "WITH", "UNION", "BEGIN", "COMMIT",
		"select", "from", "where", "group", "order", "having", "limit", "join", "update", "delete", "insert", "create":
		return true
	}
	return false
}
