package lines

import (
	"strings"

	"juan/model/char"
)

// settings reports whether the block lines[i:j] is settings: lines of key=value and
// comments, or parts set in under their names, services: / boat: / - "8080:80". It
// mends YAML and properties, whose lines were verse.
//
// It cannot fire where a line is neither key: value nor an item, nor where nothing
// is set in under a key without a value: 电话：1234 over 地址：… is none.
func (d *Document) settings(i, j int) bool {
	nested, equal, comments, others := false, 0, 0, 0
	for k := i; k < j; k++ {
		l := &d.lines[k]
		s := d.text(l)
		if isNoteOfCode(s) || isSection(s) {
			comments++
			continue
		}
		if key, _, ok := strings.Cut(s, "="); ok && isSettingKey(strings.TrimRight(key, " ")) {
			equal++
			continue
		}
		if isDirective(s) {
			others++
			continue
		}
		item := strings.HasPrefix(s, "- ")
		key, value, ok := strings.Cut(strings.TrimPrefix(s, "- "), ":")
		ok = ok && isIdentifier(strings.Trim(key, `"' `)) && (value == "" || value[0] == ' ')
		if !ok && !item {
			return false
		}
		if k > i {
			before := &d.lines[k-1]
			if ok && !item && s[0] >= 'a' {
				others++
			}
			nested = nested || d.src[before.to-1] == ':' && (l.indent > before.indent || item)
		}
	}
	switch n := j - i; {
	case comments > 0 && equal+others > 0 && comments+equal+others == n:
		return true
	default:
		return n >= 3 && (nested && equal == 0 || equal >= 2 && equal+comments == n)
	}
}

// isSection reports whether s names a section of settings: [boat], but not [12].
func isSection(s string) bool {
	return s[0] == '[' && s[len(s)-1] == ']' && strings.Trim(s, "[]0123456789") != ""
}

// isSettingKey reports whether s is a name of settings, which may be Chinese: 船只 in
// 船只 = 3. It cannot fire on a word with a mark or a digit, 甲2.
func isSettingKey(s string) bool {
	return isIdentifier(s) || s != "" && len(s) <= 8*len("船") && !strings.ContainsFunc(s, func(r rune) bool { return !char.IsHan(r) && !char.IsLatin(r) && r != '_' })
}

// settingsIn finds the settings in the block lines[i:j] that Chinese leads in or
// follows, 配置如下： right over server: and what is set in under it. It returns no
// lines where there are none.
func (d *Document) settingsIn(i, j int) (from, to int) {
	from, to = i, j
	for from < to && d.isHanProse(from) {
		from++
	}
	for from < to && d.isHanProse(to-1) {
		to--
	}
	if to-from < 2 || to-from == j-i || !d.settings(from, to) {
		return i, i
	}
	return from, to
}

// isDirective reports whether s is the name of a setting, a blank and a value:
// PermitRootLogin no, port 2222, log_dir /var/log. It cannot fire on more than four
// words, nor on words of which none is written as in programs.
func isDirective(s string) bool {
	key, value, ok := strings.Cut(s, " ")
	value = strings.TrimLeft(value, " ")
	if !ok || value == "" || words(s) > 4 || !isIdentifier(key) || endsLatin(s) || char.IsDigit(rune(key[0])) || strings.ContainsFunc(s, func(r rune) bool { return r >= 0x80 }) {
		return false
	}
	switch value {
	case "yes", "no", "on", "off", "true", "false":
		return true
	}
	camel := strings.IndexFunc(key[1:], func(r rune) bool { return r >= 'A' && r <= 'Z' }) > 0 && strings.ToUpper(key) != key
	return camel || strings.Contains(key, "_") || strings.Trim(value, "0123456789.:kKmMgGs") == "" || strings.HasPrefix(value, "/")
}

// outputs lets the lines without Han after a command claim to be what it printed:
// On branch main after $ git status, and (2 rows) after a table. It cannot fire on a
// sentence, nor in Latin text on more than the first line.
// It reports whether there are any.
func (d *Document) outputs(i int, claims []claim) bool {
	found := false
	printed, sent := false, false                              // by a command above; as a message of HTTP
	han := !d.latin || d.lines[i].cells*4 > d.lines[i].runes*5 // Chinese leads in
	for k := 1; k < len(claims); k++ {
		if claims[k-1] == none && d.lines[i+k-1].quiet && !printed && !sent {
			continue // most lines
		}
		before, l := d.text(&d.lines[i+k-1]), &d.lines[i+k]
		s := d.text(l)
		prompt := strings.HasPrefix(before, "$ ") || strings.HasPrefix(before, "# ") && claims[k-1] >= strong
		sent = isHTTP(before) || sent && strings.Contains(s, ": ")
		printed = (prompt || sent || printed && han) && l.cells == l.runes && (!endsLatin(s) || strings.Contains(s, " ("))
		if claims[k] == weak && claims[k-1] >= weak && hasOption(s) && hasOption(before) { // commands
			claims[k], claims[k-1], found = strong, strong, true
		}
		switch {
		case sent && printed, claims[k] == none && printed && han:
			claims[k], found = strong, true
			if prompt && claims[k-1] == weak {
				claims[k-1] = strong
			}
		case claims[k] != none:
		case printed, claims[k-1] >= strong && isRowCount(s):
			claims[k] = weak
		}
	}
	return found
}

// hunks lets the lines after @@ -1,2 +1,2 @@ or 3c3 claim to be of the same diff, as
// long as they begin with + - < or >, or are set in: Chinese in them looks like prose. It reports
// whether there are any.
func (d *Document) hunks(i int, claims []claim) bool {
	open, found := false, false
	for k := range claims {
		l := &d.lines[i+k]
		switch {
		case strings.HasPrefix(d.text(l), "@@ -"), isHunk(d.text(l)):
			open, found = true, true
		case !strings.ContainsRune("+-<>", l.first) && l.indent == 0:
			open = false
		}
		if open {
			claims[k] = strong
		}
	}
	return found
}

// isHTTP reports whether s is the first line of a message of HTTP.
func isHTTP(s string) bool {
	return strings.HasPrefix(s, "HTTP/1.") || strings.HasPrefix(s, "HTTP/2 ") || strings.HasSuffix(s, " HTTP/1.1") || strings.HasSuffix(s, " HTTP/1.0")
}

// isPath reports whether s is the path of a file and nothing else, /etc/ferry.conf. It
// cannot fire on one with a blank or Han in it, nor on /quit.
func isPath(s string) bool {
	return s[0] == '/' && strings.Count(s, "/") >= 2 && !strings.ContainsFunc(s, func(r rune) bool { return r <= ' ' || r >= 0x80 }) && !strings.HasPrefix(s, "//") && !strings.HasSuffix(s, ".")
}

// isHexDump reports whether s is a row of bytes in figures, 00000010  41 24 35 03.
func isHexDump(s string) bool {
	if c := s[0]; !char.IsDigit(rune(c)) && (c < 'a' || c > 'f') && (c < 'A' || c > 'F') && c != ':' {
		return false // most lines
	}
	fields := firstFields(s, 5)
	if len(fields) < 5 || len(fields[0]) < 7 || strings.Trim(fields[0], "0123456789abcdefABCDEF:") != "" {
		return false
	}
	for _, f := range fields[1:] {
		if len(f) != 2 && len(f) != 4 || strings.Trim(f, "0123456789abcdefABCDEF") != "" {
			return false
		}
	}
	return true
}

// firstFields returns the first n fields of s, or as many as there are: a line may
// have millions.
func firstFields(s string, n int) []string {
	fields := make([]string, 0, n)
	for f := range strings.FieldsSeq(s) {
		if fields = append(fields, f); len(fields) == n {
			break
		}
	}
	return fields
}

// isRowCount reports whether s gives the number of rows of the table above it.
func isRowCount(s string) bool {
	return strings.HasPrefix(s, "(") && (strings.HasSuffix(s, " rows)") || s == "(1 row)") || strings.Contains(s, " rows in set")
}

// isDockerfile reports whether each line of the block lines[i:j] begins with an
// instruction to build an image, FROM first. It mends files of such lines alone,
// which look like nothing else. It cannot fire where a line begins otherwise.
func (d *Document) isDockerfile(i, j int) bool {
	if j-i < 3 || !strings.HasPrefix(d.text(&d.lines[i]), "FROM ") {
		return false
	}
	for k := i + 1; k < j; k++ {
		word, _, _ := strings.Cut(d.text(&d.lines[k]), " ")
		if !isWordOfImage(word) && !isNoteOfCode(d.text(&d.lines[k])) && d.lines[k].indent == 0 { // else it goes on with the one before
			return false
		}
	}
	return true
}

// isCron reports whether s is a row of a crontab: five fields of figures and stars,
// and a command. 0 3 * * * /usr/bin/ferry is; five figures without a star are not.
func isCron(s string) bool {
	if !strings.Contains(s, "*") {
		return false
	}
	fields := firstFields(s, 6)
	if len(fields) < 6 {
		return false
	}
	for _, f := range fields[:5] {
		if strings.Trim(f, "0123456789*/,-") != "" {
			return false
		}
	}
	return true
}

// isDOS reports whether s begins with the prompt of DOS, C:\>.
func isDOS(s string) bool {
	return len(s) > 3 && s[1] == ':' && s[2] == '\\' && s[0] >= 'A' && s[0] <= 'Z' && strings.Contains(s, ">")
}

// isWeek reports whether s names the days of a week in order, as the head of a calendar
// does: 日 一 二 三 四 五 六, Mo Tu We Th Fr Sa Su. It mends calendars whose head stood apart from
// its days.
func isWeek(s string) bool {
	if len(s) < len("M T W T F S S") || len(s) > 80 || strings.IndexByte("MST", s[0]) < 0 && !strings.HasPrefix(s, "日") && !strings.HasPrefix(s, "一") && !strings.HasPrefix(s, "周") && !strings.HasPrefix(s, "星") {
		return false
	}
	n := 0
	last := -2
	for w := range strings.FieldsSeq(s) {
		w = strings.TrimPrefix(strings.TrimPrefix(w, "星期"), "周")
		at := strings.Index("一二三四五六日", w) / len("一")
		if w[0] < 0x80 {
			at = strings.Index("Mo Tu We Th Fr Sa Su ", w[:min(2, len(w))]+" ") / len("Mo ")
		} else if len(w) != len("一") || !strings.Contains("一二三四五六日", w) {
			return false
		}
		if at < 0 || last >= 0 && at != (last+1)%7 {
			return false
		}
		n, last = n+1, at
	}
	return n == 7
}

// headsCalendar reports whether line k names the days of a week over a row of figures.
func (d *Document) headsCalendar(k, j int) bool {
	return k+1 < j && !d.lines[k].quiet && isWeek(d.text(&d.lines[k])) && isFigures(d.text(&d.lines[k+1]), 1)
}

// callBehind reports whether line i is a call after a blank line and code: ferry(3)
// behind the function of this name. It cannot fire in a text of Latin letters, nor on
// a sentence.
func (d *Document) callBehind(kept []line, i int) bool {
	l := &d.lines[i]
	if d.latin || !l.after || l.cells != l.runes || len(kept) == 0 || kept[len(kept)-1].role != verbatim || isTable(d.text(&kept[len(kept)-1])) {
		return false
	}
	s := d.text(l)
	return !endsLatin(s) && strings.IndexByte(s, '(') > 0 && s[len(s)-1] == ')'
}
