package office

import (
	"strings"
	"unicode/utf16"

	"juan/data/charset"
)

// word does what a control word says; n is its number, -1 where it has none.
func (r *rtf) word(word string, n int) {
	if word != "u" {
		r.half = 0
	}
	switch word {
	case "u":
		r.unicode(n)
		return
	case "uc":
		r.state.skipped = max(0, n)
		return
	case "bin":
		r.at = min(len(r.src), r.at+max(0, n))
		return
	}
	r.decode()
	if !r.look(word, n) && !r.layout(word, n) {
		r.sign(word)
	}
}

// look does what the words say that change how characters look or are encoded;
// it returns false for other words.
func (r *rtf) look(word string, n int) bool {
	on := n != 0
	switch word {
	case "ansicpg":
		r.charset = codePage(n)
	case "f":
		r.state.font = n
	case "fcharset":
		r.fonts[r.state.font] = fontCharset(n)
	case "b":
		r.state.bold = on
	case "i":
		r.state.italic = on
	case "super":
		r.state.up, r.state.down = on, false
	case "sub":
		r.state.up, r.state.down = false, on
	case "nosupersub":
		r.state.up, r.state.down = false, false
	case "v":
		r.state.hidden = on
	case "plain":
		r.state.bold, r.state.italic, r.state.up, r.state.down, r.state.hidden = false, false, false, false, false
	default:
		return false
	}
	return true
}

// layout does what the words say that end or shape paragraphs, cells and notes;
// it returns false for other words.
func (r *rtf) layout(word string, n int) bool {
	switch word {
	case "par", "sect", "page":
		if r.state.destination == "footnote" {
			r.text.WriteString(" ")
		} else {
			r.paragraph()
		}
	case "pard":
		r.level, r.inTable = 0, false
	case "s":
		r.style = n
		r.level = r.headings[n]
	case "outlinelevel":
		if n >= 0 && n < 9 && r.state.destination == "" {
			r.level = n + 1
		}
	case "line":
		r.text.WriteString("<br/>")
	case "tab":
		r.words(" ")
	case "intbl":
		r.inTable = true
	case "cell":
		r.cells = append(r.cells, r.text.String())
		r.text.Reset()
	case "row":
		r.row()
	case "footnote":
		if r.state.destination != "footnote" {
			r.outer, r.text = r.text, new(strings.Builder)
		}
		r.state.destination = "footnote"
	default:
		return false
	}
	return true
}

// sign does what the words say that stand for a character or begin a group
// that is no text.
func (r *rtf) sign(word string) {
	switch word {
	case "emdash":
		r.words("—")
	case "endash":
		r.words("–")
	case "lquote":
		r.words("‘")
	case "rquote":
		r.words("’")
	case "ldblquote":
		r.words("“")
	case "rdblquote":
		r.words("”")
	case "bullet":
		r.words("•")
	case "title", "author", "stylesheet":
		r.state.destination = word
	case "fldrslt", "shptxt":
		r.state.destination = ""
	case "info", "fonttbl", "colortbl", "pict", "object", "header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf",
		"fldinst", "themedata", "datastore", "listtable", "listoverridetable", "nonshppict", "xe", "tc", "creatim", "revtim", "printim", "operator",
		"company", "generator", "rsidtbl", "latentstyles", "pnseclvl", "subject", "keywords", "comment", "doccomm", "category", "annotation":
		r.state.destination = "unknown"
	}
}

// unicode adds a character by its code, which is signed and of 16 bits.
func (r *rtf) unicode(n int) {
	r.decode()
	c := rune(uint16(n))
	r.skip = r.state.skipped
	switch {
	case utf16.IsSurrogate(c) && r.half == 0:
		r.half = c
		return
	case r.half != 0:
		c = utf16.DecodeRune(r.half, c)
	}
	r.half = 0
	r.words(string(c))
}

// paragraph ends the paragraph that is open.
func (r *rtf) paragraph() {
	text := r.text.String()
	if r.inTable {
		if strings.TrimSpace(text) != "" {
			r.text.WriteString("<br/>") // a cell keeps its lines
		}
		return
	}
	r.text.Reset()
	if strings.TrimSpace(text) == "" {
		return
	}
	r.endTable()
	tag := "p"
	if r.level > 0 && r.level < 7 {
		tag = "h" + string(rune('0'+r.level))
	}
	r.page.WriteString(element(tag, text))
}

// row ends the row that is open.
func (r *rtf) row() {
	if !r.table {
		r.page.WriteString("<table>")
		r.table = true
	}
	r.page.WriteString("<tr>")
	for _, cell := range r.cells {
		r.page.WriteString("<td>" + cell + "</td>")
	}
	r.page.WriteString("</tr>\n")
	r.cells = r.cells[:0]
}

// endTable ends the table that is open, and the cells that no row has ended.
func (r *rtf) endTable() {
	if len(r.cells) > 0 {
		r.row()
	}
	if r.table {
		r.page.WriteString("</table>\n")
		r.table = false
	}
}

// codePage returns the charset of a code page of Windows.
func codePage(n int) charset.Charset {
	switch n {
	case 936, 54936:
		return charset.GB18030
	case 950:
		return charset.Big5
	case 932:
		return charset.ShiftJIS
	case 949:
		return charset.EUCKR
	}
	return charset.Windows1252
}

// fontCharset returns the charset that a font is in, UTF8 where the document
// says it.
func fontCharset(n int) charset.Charset {
	switch n {
	case 134:
		return charset.GB18030
	case 136:
		return charset.Big5
	case 128:
		return charset.ShiftJIS
	case 129:
		return charset.EUCKR
	}
	return charset.UTF8
}
