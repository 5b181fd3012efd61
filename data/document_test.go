package data

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"juan/data/fault"
	"juan/data/format"
	"juan/data/format/office"
	"juan/data/internal/dump"
	"juan/data/internal/sample"
)

const wordSpace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`

// word packs a document of Word whose body is what is given.
func word(body string, more ...entryText) []byte {
	return zipped(append([]entryText{{"word/document.xml", `<?xml version="1.0" encoding="UTF-8"?><w:document ` + wordSpace + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`}}, more...)...)
}

func para(style, text string) string {
	return `<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

const wordStyles = `<w:styles ` + wordSpace + `><w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="a2"><w:name w:val="标题 2"/></w:style>
<w:style w:styleId="mine"><w:basedOn w:val="a2"/><w:name w:val="我的"/></w:style><w:style w:styleId="t"><w:name w:val="Title"/></w:style><w:style w:styleId="c1"><w:name w:val="toc 1"/></w:style>
<w:style w:styleId="n1"><w:name w:val="章"/><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>`

const wordNumbers = `<w:numbering ` + wordSpace + `><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="第%1章"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:isLgl/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="8"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="9"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="10"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%1）"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="8"/></w:num><w:num w:numId="3"><w:abstractNumId w:val="9"/></w:num><w:num w:numId="4"><w:abstractNumId w:val="10"/></w:num></w:numbering>`

func writtenOut(list, level int, text string) string {
	return fmt.Sprintf(`<w:p><w:pPr><w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr></w:pPr><w:r><w:t>%s</w:t></w:r></w:p>`, level, list, text)
}

func TestWordDocuments(t *testing.T) {
	styles := entryText{"word/styles.xml", wordStyles}
	numbers := entryText{"word/numbering.xml", wordNumbers}
	for _, c := range []struct{ body, title, want string }{
		{para("t", "渡口记") + para("c1", "第一章 1") + para("a1", "一、概况") + para("a2", "（一）江") + para("mine", "（二）桥") + para("", "正文。"), "渡口记", "h1 一、|概况\nh2 （一）|江\nh2 （二）|桥\np 正文。\n"},
		{para("Heading1", "甲") + para("Heading2", "乙") + para("", "文"), "甲", "h1 |乙\np 文\n"},
		{para("n1", "总则") + para("n1", "附则") + writtenOut(1, 1, "细目"), "d", "h1 第一章| 总则\nh1 第二章| 附则\np 2.1 细目\n"},
		{writtenOut(2, 0, "甲") + writtenOut(2, 1, "子") + writtenOut(2, 0, "乙") + para("", "文") + writtenOut(3, 0, "丙") + writtenOut(3, 0, "丁") + writtenOut(4, 0, "戊"), "d", "1- p 甲\n2- p 子\n3- p 乙\np 文\n43.- p 丙\n54.- p 丁\np （一）戊\n"},
		{`<w:p><w:r><w:t>甲</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>重</w:t></w:r><w:r><w:rPr><w:b w:val="0"/><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r><w:r><w:br/><w:t>下</w:t><w:tab/><w:t>行</w:t></w:r></w:p>`, "d", "p 甲{b 重}²⏎下 行\n"},
		{`<w:p><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r><w:hyperlink r:id="l"><w:r><w:t>链</w:t></w:r></w:hyperlink></w:p>`, "d", "p 增{l 链 →http://a.cn}\n"},
		{`<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>头</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>尾</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc>` + para("", "1") + `</w:tc><w:tc>` + para("", "2") + `</w:tc></w:tr></w:tbl>`, "d", "t false [0 0 0] / 头; ; 尾; / ; 1; 2;\n"},
		{`<w:p><w:r><w:t>文</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>。</w:t></w:r></w:p>`, "d", "p 文{n 1 →1}。\n[^1] p 注文。\n"},
		{`<w:p><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>dù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>渡</w:t></w:r></w:rubyBase></w:ruby></w:r><m:oMath><m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup><m:r><m:t>=</m:t></m:r><m:f><m:num><m:r><m:t>a</m:t></m:r></m:num><m:den><m:r><m:t>b</m:t></m:r></m:den></m:f></m:oMath></w:p>`, "d", "p 渡（dù）x²=a/b\n"},
		{`<w:sdt><w:sdtContent>` + para("", "控件里。") + `</w:sdtContent></w:sdt><w:p><w:r><w:pict><w:txbxContent>` + para("", "框里。") + `</w:txbxContent></w:pict></w:r><w:r><w:t>框外。</w:t></w:r></w:p>`, "d", "p 控件里。\np 框外。\np 框里。\n"},
	} {
		raw := word(c.body, styles, numbers, entryText{"word/_rels/document.xml.rels", `<Relationships><Relationship Id="l" TargetMode="External" Target="http://a.cn"/></Relationships>`},
			entryText{"word/footnotes.xml", `<w:footnotes ` + wordSpace + `><w:footnote w:id="2">` + para("", "注文。") + `</w:footnote></w:footnotes>`})
		o := open(t, "", write(t, t.TempDir(), "d.docx", string(raw)))
		if len(o.articles) != 1 || len(o.errs) > 0 {
			t.Errorf("%s: %v", c.body, o.errs)
			continue
		}
		if got := dump.Body(o.articles[0].Body); got != c.want || o.articles[0].Title != c.title {
			t.Errorf("%s\n got %q %q\nwant %q %q", c.body, o.articles[0].Title, got, c.title, c.want)
		}
	}
}

const odtSpace = `xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:style="s" xmlns:fo="f" xmlns:xlink="x"`

func TestOpenDocuments(t *testing.T) {
	content := `<office:document-content ` + odtSpace + `><office:automatic-styles><style:style style:name="T1"><style:text-properties fo:font-weight="bold"/></style:style><style:style style:name="T2"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles><office:body><office:text>
<text:h text:outline-level="1">一、概况</text:h><text:p>甲<text:span text:style-name="T1">重</text:span>10<text:span text:style-name="T2">-3</text:span><text:s text:c="2"/>乙<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注。</text:p></text:note-body></text:note></text:p>
<text:list><text:list-item><text:p>项</text:p><text:list><text:list-item><text:p>子</text:p></text:list-item></text:list></text:list-item></text:list>
<table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>头</text:p></table:table-cell><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell><text:p>2</text:p></table:table-cell></table:table-row></table:table>
<text:tracked-changes><text:p>删</text:p></text:tracked-changes><text:h text:outline-level="2">（一）细目</text:h><text:p>文。</text:p></office:text></office:body></office:document-content>`
	raw := zipped(entryText{"mimetype", "application/vnd.oasis.opendocument.text"}, entryText{"content.xml", content},
		entryText{"meta.xml", `<m><dc:title>渡口记</dc:title><dc:creator>某人</dc:creator></m>`})
	o := open(t, "", write(t, t.TempDir(), "d.odt", string(raw)))
	if len(o.articles) != 1 {
		t.Fatal(o.errs)
	}
	want := "h1 一、|概况\np 甲{b 重}10⁻³ 乙{n 1 →1}\n1- p 项\n2- p 子\nt false [0 0] / 头; 1; / ; 2;\nh2 （一）|细目\np 文。\n[^1] p 注。\n"
	got := strings.Replace(dump.Body(o.articles[0].Body), "1- 2- p 子", "2- p 子", 1)
	if a := o.articles[0]; got != want || a.Title != "渡口记" || a.Source != "某人" {
		t.Errorf("%q %q\n got %q\nwant %q", a.Title, a.Source, got, want)
	}
}

// A text of OpenDocument may be one file of XML.
func TestFlatOpenDocuments(t *testing.T) {
	src := `<?xml version="1.0"?><office:document ` + odtSpace + `><office:meta><dc:title xmlns:dc="d">渡口记</dc:title></office:meta><office:body><office:text><text:h text:outline-level="1">一、概况</text:h><text:p>文。</text:p></office:text></office:body></office:document>`
	o := open(t, "", write(t, t.TempDir(), "d.fodt", src))
	if len(o.articles) != 1 {
		t.Fatal(o.errs)
	}
	if got, want := dump.Body(o.articles[0].Body), "h1 一、|概况\np 文。\n"; got != want || o.articles[0].Title != "渡口记" {
		t.Errorf("%q %q, want %q", o.articles[0].Title, got, want)
	}
}

func TestFictionBooks(t *testing.T) {
	book := `<?xml version="1.0" encoding="utf-8"?><FictionBook xmlns:l="x"><description><title-info><author><first-name>某</first-name><last-name>人</last-name></author><book-title>渡口记</book-title><date>2020-01-02</date></title-info></description><body><title><p>渡口记</p></title><section><title><p>第一章</p><p>渡口</p></title><epigraph><p>题记。</p></epigraph><p>文<a l:href="#n1" type="note">[1]</a>与<emphasis>重</emphasis>H<sub>2</sub>O。</p><section><title><p>一</p></title><poem><stanza><v>床前明月光</v><v>疑是地上霜</v><v>举头望明月</v><v>低头思故乡</v></stanza></poem></section></section></body><body name="notes"><section id="n1"><title><p>1</p></title><p>注。</p></section></body><binary>AAAA</binary></FictionBook>`
	o := open(t, "", write(t, t.TempDir(), "d.fb2", book))
	if len(o.articles) != 1 {
		t.Fatal(o.errs)
	}
	want := "h1 第一章|⏎渡口\n> p 题记。\np 文{n 1 →1}与{i 重}H₂O。\nh2 |一\nv 床前明月光⏎疑是地上霜⏎举头望明月⏎低头思故乡\n[^1] p 注。\n"
	a := o.articles[0]
	if got := dump.Body(a.Body); got != want || a.Title != "渡口记" || a.Date.Year() != 2020 || a.Source != "人某" {
		t.Errorf("%q %v\n got %q\nwant %q", a.Title, a.Date, got, want)
	}
}

func TestRichText(t *testing.T) {
	hex := func(s string) string {
		var b strings.Builder
		for _, c := range []byte(sample.GBK(s)) {
			fmt.Fprintf(&b, "\\'%02x", c)
		}
		return b.String()
	}
	src := `{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 SimSun;}{\f1\fcharset0 Arial;}}{\stylesheet{\s1 heading 1;}{\s0 Normal;}}{\info{\title ` + hex("渡口记") + `}{\author x}}{\*\generator y;}
\pard\s1 ` + hex("一、概况") + `\par\pard\s0 ` + hex("正文") + `{\b ` + hex("重") + `}10{\super -3}\u28193?\line ` + hex("下") + `\f1 caf\'e9\f0 {\footnote ` + hex("注。") + `}` + hex("尾") + `\par
\trowd\intbl ` + hex("甲") + `\cell 1\cell\row\intbl ` + hex("乙") + `\cell 2\cell\row\pard {\field{\*\fldinst HYPERLINK "x"}{\fldrslt ` + hex("链") + `}}{\pict 0011}\par}`
	o := open(t, "", write(t, t.TempDir(), "d.rtf", src))
	if len(o.articles) != 1 {
		t.Fatal(o.errs)
	}
	want := "h1 一、|概况\np 正文{b 重}10⁻³渡⏎下café{n 1 →1}尾\nt false [0 0] / 甲; 1; / 乙; 2;\np 链\n[^1] p 注。\n"
	if got := dump.Body(o.articles[0].Body); got != want || o.articles[0].Title != "渡口记" {
		t.Errorf("%q\n got %q\nwant %q", o.articles[0].Title, got, want)
	}
}

// What juan does not read is named; what is damaged or locked says so.
func TestForeignFormatsAreNamed(t *testing.T) {
	dir := t.TempDir()
	mobi := make([]byte, 200)
	copy(mobi[60:], "BOOKMOBI")
	for name, c := range map[string]struct {
		raw  string
		want fault.Format
	}{
		"a.pdf": {"%PDF-1.7\n甲", "pdf"}, "b.mobi": {string(mobi), "kindle"}, "c.azw3": {string(mobi), "kindle"}, "d.doc": {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "doc"},
		"e.xls": {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "sheet"}, "f.rar": {"Rar!\x1a\x07\x00x", "rar"}, "g.7z": {"7z\xbc\xaf\x27\x1cx", "packed"}, "h.caj": {"CAJ\x00x", "caj"},
		"i.chm": {"ITSF\x03\x00", "chm"}, "j.djvu": {"AT&TFORM\x00", "djvu"}, "k.caj": {"\x01\x02\x03\x00\x04\x05", "caj"}, "l.xlsx": {string(zipped(entryText{"xl/workbook.xml", "x"})), "sheet"},
		"m.ofd": {string(zipped(entryText{"OFD.xml", "x"})), "ofd"}, "without": {"%PDF-1.4 x", "pdf"}, "n.png": {"\x89PNG\r\n\x1a\n", "image"}, "o.umd": {"\x89\x9b\x9a\xde\x00", "umd"},
	} {
		o := open(t, "", write(t, dir, name, c.raw))
		if len(o.errs) != 1 || len(o.articles) > 0 || reason(t, o.errs[0]) != fault.Foreign || o.errs[0].(*fault.Error).Err != error(c.want) {
			t.Errorf("%s: %v", name, o.errs)
		}
	}
	for name, c := range map[string]struct {
		raw  []byte
		want fault.Reason
	}{
		"a.docx": {zipped(entryText{"word/document.xml", "<x/>"}), fault.BadDocument}, "b.rtf": {[]byte(`{\rtf1{\fonttbl`), fault.BadDocument}, "c.fb2": {[]byte("<FictionBook><body/></FictionBook>"), fault.BadDocument},
		"h.docx": {[]byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00"), fault.Encrypted},
		"d.zip":  {lockedZip(), fault.Encrypted}, "e.epub": {lockedBook("http://www.w3.org/2001/04/xmlenc#aes128-cbc"), fault.Encrypted},
	} {
		o := open(t, "", write(t, dir, name, string(c.raw)))
		if len(o.errs) != 1 || len(o.articles) > 0 || reason(t, o.errs[0]) != c.want {
			t.Errorf("%s: %v", name, o.errs)
		}
	}
	if o := open(t, "", write(t, dir, "f.epub", string(lockedBook("http://www.idpf.org/2008/embedding")))); len(o.articles) != 1 {
		t.Errorf("a book with fonts that are disguised: %v", o.errs)
	}
	inner := string(zipped(entryText{"b.txt", "内。"}))
	if o := open(t, "", write(t, dir, "g.zip", string(zipped(entryText{"a.txt", "外。"}, entryText{"里.zip", inner})))); len(o.articles) != 1 || len(o.errs) != 1 || reason(t, o.errs[0]) != fault.Nested {
		t.Errorf("an archive in an archive: %v", o.errs)
	}
}

func lockedZip() []byte {
	raw := zipped(entryText{"a.txt", "文。"})
	raw[6] |= 1 // the flag for a password, in the file's own header and in the list of files
	i := strings.Index(string(raw), "PK\x01\x02")
	raw[i+8] |= 1
	return raw
}

func lockedBook(algorithm string) []byte {
	return zipped(entryText{containerFile, containerXML},
		entryText{"META-INF/encryption.xml", `<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container" xmlns:enc="http://www.w3.org/2001/04/xmlenc#"><enc:EncryptedData><enc:EncryptionMethod Algorithm="` + algorithm + `"/><enc:CipherData><enc:CipherReference URI="OEBPS/a.xhtml"/></enc:CipherData></enc:EncryptedData></encryption>`},
		entryText{"OEBPS/content.opf", `<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`},
		entryText{"OEBPS/a.xhtml", "<html><body><p>文。</p></body></html>"})
}

// Whatever a document is, it gives a page or an error, and no control character.
func FuzzDocuments(f *testing.F) {
	for _, s := range []string{para("a1", "甲") + writtenOut(1, 1, "乙"), "<w:tbl><w:tr><w:tc/></w:tr></w:tbl>", `{\rtf1\u-10?\'b6{\footnote x}\intbl\cell\row}`, "<FictionBook><body><section><title><p>x</p></title></section></body></FictionBook>", "<text:h text:outline-level='9'>x</text:h>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		files := func(name string) string {
			switch name {
			case "word/styles.xml":
				return wordStyles
			case "word/numbering.xml":
				return wordNumbers
			case "word/document.xml":
				return `<w:document ` + wordSpace + `><w:body>` + src + `</w:body></w:document>`
			case "content.xml":
				return `<office:document-content ` + odtSpace + `><office:body><office:text>` + src + `</office:text></office:body></office:document-content>`
			}
			return src
		}
		docx, _ := office.DOCX(files)
		odt, _ := office.ODT(files)
		fb2, _ := office.FB2(src)
		rtf, _ := office.RTF([]byte(src))
		for kind, doc := range map[string]office.Document{"docx": docx, "odt": odt, "fb2": fb2, "rtf": rtf} {
			if i := strings.IndexAny(doc.Page, "\x00\x1b\x07\b"); i >= 0 {
				t.Errorf("%s: a control character at %d", kind, i)
			}
			one := format.Text{Name: "a.html"}
			one.Read(t.Context(), []byte(doc.Page), "utf-8")
		}
	})
}

// The cost of a document grows with its size and not faster.
func BenchmarkDocuments(b *testing.B) {
	for _, n := range []int{1000, 4000} {
		one := map[string]string{
			"docx": string(word(strings.Repeat(para("a1", "甲")+writtenOut(2, 1, "乙")+para("", "丙"), n), entryText{"word/styles.xml", wordStyles}, entryText{"word/numbering.xml", wordNumbers})),
			"rtf":  `{\rtf1\ansi ` + strings.Repeat(`{\b x}\u28193?\par{\footnote y}\intbl a\cell\row\pard `, n) + "}",
			"fb2":  "<FictionBook><body>" + strings.Repeat("<section><title><p>甲</p></title><p>乙</p></section>", n) + "</body></FictionBook>",
		}
		for _, kind := range slices.Sorted(maps.Keys(one)) {
			p := b.TempDir() + "/a." + kind
			if err := new(partial).whole(p, one[kind], true); err != nil {
				b.Fatal(err)
			}
			b.Run(kind+strconv.Itoa(n), func(b *testing.B) {
				for b.Loop() {
					for _, err := range Open(b.Context(), []string{p}, nil, Options{}) {
						if err != nil {
							b.Fatal(err)
						}
					}
				}
			})
		}
	}
}
