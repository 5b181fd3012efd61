package data

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
)

// A family is hostile sources of one kind: a beginning, a part that is repeated, an end.
// A # in the repeated part becomes the number of the repetition.
type family struct{ name, begin, over, end string }

// families returns what is deep, wide or often in every format of text.
func families() []family {
	return []family{
		{"notes of notes.md", "甲[^0]\n\n", "[^#]: 注[^#]\n\n", ""},
		{"a note of itself.md", "甲[^a]\n\n[^a]: ", "注[^a] ", "\n"},
		{"one term.md", "甲\n", ": 乙\n", ""},
		{"terms.md", "", "甲\n\n: 乙\n\n    : 丙\n\n", ""},
		{"empty columns.md", "|a|b|\n|-|-|\n", "|", "\n"},
		{"bars.md", "|甲|乙|\n|-|-|\n", "|a\\|b`c|d`|\\||\n", ""},
		{"links of all kinds.md", "", "**[甲](<b c> \"d\")** _[乙][x]_ ![丙](d){width=1} ", "\n\n[x]: y\n"},
		{"folded labels.md", "", "[甲][Ａ# B]\n\n[ａ#  b]: /x\n", ""},
		{"text in elements.md", "", "<div>\n\n*甲*\n\n</div>\n<p>乙</p>\n\n", ""},
		{"open remarks.md", "", "甲 <!-- 乙\n\n", ""},
		{"rules and headings.md", "", "* * *\n- - -\n___\n甲\n===\n", ""},
		{"rows of a formula.md", "$$\n\\begin{aligned}\n", "a &= \\frac{b_1^2}{\\sqrt{c}} \\\\\n", "\\end{aligned}\n$$\n"},
		{"entities.md", "", "&amp;#x6587;&#25991;&none;&CounterClockwiseContourIntegral;", ""},
		{"named headings.md", "", "## 甲 # {#id# .c k=v}\n\n[乙](#id#)\n\n", ""},
		{"tasks.md", "", "- [x] 甲\n  - [ ] 乙\n    1. [X] 丙\n", ""},
		{"same headings.md", "", "# 第一章 文\n\n## 同\n\n文。\n\n", ""},
		{"elements.html", "", "<div>", "甲"},
		{"voices.html", "<p>", "<i><b>", "甲"},
		{"crossed elements.html", "", "<b><i><a href=x><p>甲</b></i></a>", ""},
		{"text of a table.html", "<table>", "<b>甲<tr>乙<td>丙", ""},
		{"an attribute.html", "<p style='", "a:b;", "'>文</p>"},
		{"templates.html", "", "<template><p>甲", ""},
		{"choices.html", "", "<select><option>甲<optgroup><select>", ""},
		{"drawings.html", "", "<svg><foreignObject><math><mi><svg><title>甲", ""},
		{"terms.html", "", "<dl><dt>甲<dd><dl>", ""},
		{"lists.html", "", "<ol><li>甲<ul><li>乙", ""},
		{"spans.html", "<table>", "<tr><td colspan=1000 rowspan=65534>甲", ""},
		{"quotes.html", "", "<blockquote><p>甲", ""},
		{"ruby.html", "", "<ruby>甲<rt><ruby>乙<rt>", ""},
		{"code.html", "", "<pre><code class=language-go>func a() {}\n", ""},
		{"notes.html", "<body>", "<p>甲<a href=#n# id=r#><sup>#</sup></a></p><p id=n#>注<a href=#r#>^</a>", ""},
		{"brackets.json", "", "[", ""},
		{"objects.json", "", `{"title":`, ""},
		{"escapes.json", `{"title":"t","body":"`, `\u6587\ud83d\ude00\n`, `"}`},
		{"keys.json", `{"a":"b"`, `,"k#":"文字#"`, "}"},
		{"columns.csv", "a", ",b#", "\n"},
		{"quotes.csv", "title,content\n", `题,"文""`, ""},
		{"groups.rtf", "{\\rtf1 ", "{", ""},
		{"voices.rtf", "{\\rtf1 ", "{\\b 甲}", "}"},
		{"fonts.rtf", "{\\rtf1{\\fonttbl", "{\\f# a;}", "}文}"},
		{"fields.rtf", "{\\rtf1 ", `{\field{\*\fldinst HYPERLINK "a"}{\fldrslt a}}`, "}"},
		{"cells.rtf", "{\\rtf1 \\trowd", "\\cellx1 a\\cell ", "\\row}"},
		{"notes.rtf", "{\\rtf1 ", "a{\\footnote b}", "}"},
		{"a title.rtf", "{\\rtf1{\\info{\\title ", "{a}", "}}文}"},
		{"rows.org", "", "| 甲 | 乙 |\n|---+---|\n", ""},
		{"columns.org", "", "| a ", "|\n"},
		{"stars.org", "", "*", " 甲\n"},
		{"blocks.org", "", "#+BEGIN_QUOTE\n", "甲\n"},
		{"lists.org", "", "- 甲 ::\n  + 乙\n    1) 丙\n", ""},
		{"notes of notes.org", "", "文[fn:a:注[fn:b:注]]", ""},
		{"a tall grid.rst", "+--+--+\n", "|a |b |\n+--+--+\n", ""},
		{"a grid of spans.rst", "+--+--+\n", "|a    |\n+  +--+\n|a |b |\n", ""},
		{"directives.rst", "", ".. note::\n\n   甲\n\n   .. tip::\n\n      乙\n\n", ""},
		{"adornments.rst", "", "===\n甲\n===\n---\n乙\n---\n", ""},
		{"outputs.ipynb", `{"nbformat":4,"cells":[{"cell_type":"code","source":"a","outputs":[`, `{"output_type":"stream","text":["文\n"]},`, `{"output_type":"stream","text":[]}]}]}`},
		{"parts.eml", "Subject: t\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n", "--b\nContent-Type: text/plain; charset=utf-8\n\n文\n", "--b--\n"},
		{"mails in mails.eml", "", "Subject: t\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n", "\n文\n"},
		{"words of a subject.eml", "Subject: ", "=?utf-8?B?5paH?= ", "\n\n文\n"},
		{"cues.srt", "", "#\n00:00:01,000 --> 00:00:02,000\n文\n\n", ""},
		{"one cue.srt", "1\n00:00:01,000 --> 00:00:02,000\n", "<i>文\n", ""},
		{"cues.vtt", "WEBVTT\n\n", "00:01.000 --> 00:02.000 align:start\n<v 甲>文<c.a>字</c>\n\n", ""},
		{"cues.ass", "[Script Info]\n\n[Events]\n", "Dialogue: 0,0:00:01.00,0:00:02.00,D,,0,0,0,,{\\b1}文\\N字\n", ""},
		{"lines.lrc", "", "[00:01.00][00:02.00]文<00:01.5>字\n", ""},
		{"sections.fb2", "<?xml version=\"1.0\"?><FictionBook><body>", "<section><title><p>甲</p></title><p>文</p>", ""},
		{"one cell.adoc", "|===\n|甲 |乙\n", "b+|丙 |丁\n", "|===\n"},
		{"formats of cells.adoc", "|===\n", "2.3+|甲 |乙\n", "|===\n"},
		{"columns.adoc", "|===\n", "|a", "\n|===\n"},
		{"names of each other.adoc", "", ":a: {b}\n:b: {a}\n{a}\n", ""},
		{"joined items.adoc", "", "* 甲\n+\n--\n乙\n--\n", ""},
		{"quotes.tex", "", "\\begin{quote}甲\n", ""},
		{"words of each other.tex", "", "\\def\\a{\\b}\\def\\b{\\a}\\a ", ""},
		{"columns.tex", "\\begin{tabular}{l", "&a", "\\end{tabular}"},
		{"contents.txt", "", "第一章　山中……………………#\n", ""},
		{"numbers.txt", "", "1.1.1.1.1.1.1.1 甲\n", ""},
		{"art.txt", "", "+--+--+\n|甲|乙|\n", ""},
		{"chains.txt", "", "一、甲\n（一）乙\n1、丙\n(1) 丁\n① 戊\n", ""},
		{"open brackets.txt", "", "（甲（乙（", ""},
		{"quotes.txt", "", "> > > 甲\n> 乙\n", ""},
		{"colours.log", "", "\x1b[31m文\x1b[0m\n", ""},
	}
}

// of returns a source of about size bytes.
func (f family) of(size int) string {
	var b strings.Builder
	b.WriteString(f.begin)
	for k := 0; b.Len() < size; k++ {
		b.WriteString(strings.ReplaceAll(f.over, "#", fmt.Sprint(k)))
	}
	return b.String() + f.end
}

// Twice a hostile source takes about twice the memory, whatever is made of it.
func TestCostsOfHostileSources(t *testing.T) {
	dir := t.TempDir()
	for _, f := range families() {
		cost := func(size int) uint64 {
			file := filepath.Join(dir, f.name)
			if err := os.WriteFile(file, []byte(f.of(size)), 0o644); err != nil {
				t.Fatal(err)
			}
			defer os.Remove(file)
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			if o := open(t, "", file); len(o.articles) == 0 && len(o.errs) == 0 {
				t.Errorf("%s: neither article nor error", f.name)
			}
			runtime.ReadMemStats(&after)
			return after.TotalAlloc - before.TotalAlloc
		}
		one, two := cost(100_000), cost(200_000)
		most := 5*one/2 + 2<<20
		for range 2 { // what else the process allocates, and pools that a collection has emptied, only add
			if two > most {
				two = min(two, cost(200_000))
			}
		}
		if two > most {
			t.Errorf("%s: %d KB, and %d for twice as much", f.name, one>>10, two>>10)
		}
	}
}
