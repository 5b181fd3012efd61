package markup

import "strings"

// AsciiDoc writes a text of AsciiDoc as Markdown.
func AsciiDoc(text string) string {
	d := &asciidoc{lines: split(text)}
	for d.at < len(d.lines) {
		d.one()
	}
	return d.markdown()
}

// An asciidoc is a text that is being written as Markdown.
type asciidoc struct {
	writer
	lines []string
	at    int
	style string // of the block that follows: source,go
	begun bool   // the header is over
	// header says that the title has been read: a line with the author may follow.
	header bool
}

// one writes what begins at the line that is next.
func (d *asciidoc) one() {
	line := d.lines[d.at]
	d.at++
	trimmed := strings.TrimSpace(line)
	equals := len(trimmed) - len(strings.TrimLeft(trimmed, "="))
	style := d.style
	if trimmed != "" {
		d.style = ""
	}
	switch {
	case equals > 0 && equals < 7 && strings.HasPrefix(trimmed[equals:], " "):
		d.header = equals == 1 && d.Len() == 0
		d.heading(equals, docInline(trimmed[equals:]))
		return
	case strings.HasPrefix(trimmed, "//") && trimmed != "////" && !strings.HasPrefix(trimmed, "///"):
	case strings.HasPrefix(trimmed, ":") && !d.begun && strings.Contains(trimmed[1:], ":"):
		d.attribute(trimmed)
		return
	case d.header && d.written(trimmed):
		return
	case strings.HasPrefix(trimmed, "[") && strings.HasSuffix(trimmed, "]") && !strings.HasPrefix(trimmed, "[["):
		d.style = strings.Trim(trimmed, "[]")
	case strings.HasPrefix(trimmed, "[[") && strings.HasSuffix(trimmed, "]]"):
	case trimmed == "|===":
		d.table()
	case isDelimiter(trimmed):
		d.delimited(trimmed, style)
	case trimmed == "'''":
		d.line("\n* * *\n")
	case trimmed == "<<<", strings.HasPrefix(trimmed, "toc::"), strings.HasPrefix(trimmed, "include::"), strings.HasPrefix(trimmed, "ifdef::"), strings.HasPrefix(trimmed, "endif::"), trimmed == "+":
	default:
		d.text(line, trimmed)
	}
	d.begun, d.header = d.begun || trimmed == "" && d.Len() > 0, false
}

// written reads the lines below the title that say who wrote the text and when:
// 某人 <a@b.c>, v1.0, 2020-01-02. It returns false for other lines.
func (d *asciidoc) written(line string) bool {
	version, day, _ := strings.Cut(line, ",")
	switch name, address, ok := strings.Cut(line, " <"); {
	case ok && strings.Contains(address, "@"):
		d.field("author", name)
	case len(version) > 1 && version[0] == 'v' && strings.Trim(version[1:], "0123456789.") == "":
		d.field("date", day)
	default:
		return false
	}
	return true
}

// attribute takes a line that sets something.
func (d *asciidoc) attribute(line string) {
	key, value, _ := strings.Cut(line[1:], ":")
	switch key {
	case "author", "date", "source":
		d.field(key, value)
	case "revdate":
		d.field("date", value)
	}
}

// isDelimiter reports whether a line opens and ends a block.
func isDelimiter(line string) bool {
	return len(line) > 3 && strings.Contains("-=*_.+/", line[:1]) && strings.Trim(line, line[:1]) == ""
}

// delimited writes a block up to the line that opened it.
func (d *asciidoc) delimited(mark, style string) {
	from := d.at
	for d.at < len(d.lines) && strings.TrimSpace(d.lines[d.at]) != mark {
		d.at++
	}
	body := d.lines[from:d.at]
	d.at = min(d.at+1, len(d.lines))
	kind, rest, _ := strings.Cut(style, ",")
	switch {
	case mark[0] == '/':
	case mark[0] == '-', mark[0] == '.', mark[0] == '+':
		language, _, _ := strings.Cut(rest, ",")
		if kind != "source" {
			language = ""
		}
		d.fence(language, body)
	case kind == "verse":
		d.fence("verse", body)
		d.saidBy(rest)
	default:
		box := ""
		if isNote(kind) {
			box = strings.ToUpper(kind)
		}
		d.quoted(box, "", AsciiDoc(strings.Join(body, "\n")))
		if kind == "quote" {
			d.saidBy(rest)
		}
	}
}

// saidBy writes whose words stand above, and where they are from.
func (d *asciidoc) saidBy(who string) {
	if who = strings.TrimSpace(who); who != "" {
		d.line("—— " + docInline(who) + "\n")
	}
}

func isNote(kind string) bool {
	switch strings.ToUpper(kind) {
	case "NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION":
		return true
	}
	return false
}

// table writes a table, a line of the source a row, or a cell a line where the
// first row says how many there are.
func (d *asciidoc) table() {
	var rows [][]string
	var more []string // lines that the last cell goes on with
	join := func() {
		if len(more) > 0 {
			last := rows[len(rows)-1]
			last[len(last)-1] += " " + strings.Join(more, " ")
			more = nil
		}
	}
	columns := 0
	for d.at < len(d.lines) && strings.TrimSpace(d.lines[d.at]) != "|===" {
		line := strings.TrimSpace(d.lines[d.at])
		d.at++
		if line == "" {
			continue
		}
		line = line[cellFormat(line):]
		cells := strings.Split(strings.TrimPrefix(line, "|"), "|")
		if !strings.HasPrefix(line, "|") && len(rows) > 0 { // a cell goes on
			more = append(more, line)
			continue
		}
		join()
		if columns == 0 {
			columns = len(cells)
		}
		if n := len(rows); n > 0 && len(rows[n-1]) < columns {
			rows[n-1] = append(rows[n-1], cells...)
			continue
		}
		rows = append(rows, cells)
	}
	join()
	d.at = min(d.at+1, len(d.lines))
	d.line("")
	for i, row := range rows {
		for k := range row {
			row[k] = docInline(strings.TrimSpace(row[k]))
		}
		d.line("| " + strings.Join(row, " | ") + " |")
		if i == 0 {
			d.line("|" + strings.Repeat("---|", max(columns, 1)))
		}
	}
	d.line("")
}

// cellFormat returns how many bytes before the first bar of a line say how its first cell
// is set: 2+|, .3+^|, a|.
func cellFormat(line string) int {
	bar := strings.IndexByte(line, '|')
	if bar < 0 {
		return 0
	}
	rest := strings.TrimLeft(line[:bar], "0123456789.+*<^>")
	if rest == "" || len(rest) == 1 && strings.Contains("adehlmsv", rest) {
		return bar
	}
	return 0
}

// text writes a line of text: an item, a note, a title of a block, or a part of
// a paragraph.
func (d *asciidoc) text(line, trimmed string) {
	marks := len(trimmed) - len(strings.TrimLeft(trimmed, "*"))
	points := len(trimmed) - len(strings.TrimLeft(trimmed, "."))
	name, rest, isLabel := strings.Cut(trimmed, ": ")
	term, said, isTerm := strings.Cut(trimmed, ":: ")
	switch {
	case marks > 0 && marks < 6 && strings.HasPrefix(trimmed[marks:], " "):
		d.line(strings.Repeat("  ", marks-1) + "- " + docInline(strings.TrimSpace(trimmed[marks:])))
	case points > 0 && points < 6 && strings.HasPrefix(trimmed[points:], " "):
		d.line(strings.Repeat("   ", points-1) + "1. " + docInline(strings.TrimSpace(trimmed[points:])))
	case points == 1 && len(trimmed) > 1:
		d.line("\n**" + docInline(trimmed[1:]) + "**\n")
	case isLabel && isNote(name):
		d.quoted(name, "", docInline(rest))
	case isTerm && len(term) < 100:
		d.line("\n**" + docInline(term) + "** " + docInline(said) + "\n")
	default:
		d.line(docInline(strings.TrimSuffix(line, " +")))
		if strings.HasSuffix(line, " +") {
			d.line("<br>")
		}
	}
}

// docInline writes running text.
func docInline(s string) string {
	forms := inline()
	s = forms.docQuoted.ReplaceAllString(s, "“$1”")
	return outsideCode(s, func(s string) string {
		s = forms.docImage.ReplaceAllString(s, "![$2](<$1>)")
		s = forms.docLink.ReplaceAllStringFunc(s, func(m string) string {
			part := forms.docLink.FindStringSubmatch(m)
			to := strings.TrimPrefix(part[1], "link:")
			shown, _, _ := strings.Cut(part[2], ",")
			if shown == "" {
				shown = to
			}
			return "[" + strings.TrimSuffix(shown, "^") + "](<" + to + ">)"
		})
		s = forms.docReference.ReplaceAllStringFunc(s, func(m string) string {
			part := forms.docReference.FindStringSubmatch(m)
			to, shown := part[1]+part[3], part[2]+part[4]
			if shown == "" {
				shown = to
			}
			return "[" + shown + "](<#" + strings.TrimPrefix(to, "#") + ">)"
		})
		s = forms.docMacro.ReplaceAllString(s, "（$1$2）")
		s = forms.docScript.ReplaceAllStringFunc(s, func(m string) string {
			tag := map[byte]string{'^': "sup", '~': "sub"}[m[0]]
			if m[len(m)-1] != m[0] {
				return m
			}
			return "<" + tag + ">" + m[1:len(m)-1] + "</" + tag + ">"
		})
		return forms.docBold.ReplaceAllString(s, "$1**$2**$3")
	})
}
