package data

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/internal/dump"
	"juan/data/internal/sample"
	"juan/model/char"
)

// An entryText is a file that goes into an archive.
type entryText struct{ name, text string }

func zipped(files ...entryText) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate, NonUTF8: true})
		if err != nil {
			panic(err)
		}
		w.Write([]byte(f.text))
	}
	z.Close()
	return b.Bytes()
}

func taped(files ...entryText) []byte {
	var b bytes.Buffer
	g := gzip.NewWriter(&b)
	t := tar.NewWriter(g)
	for _, f := range files {
		t.WriteHeader(&tar.Header{Name: f.name, Typeflag: tar.TypeReg, Size: int64(len(f.text)), Mode: 0o644})
		t.Write([]byte(f.text))
	}
	t.Close()
	g.Close()
	return b.Bytes()
}

func TestArchivesOpenLikeFolders(t *testing.T) {
	dir := t.TempDir()
	files := []entryText{{"a.md", "# 甲\n\n文。"}, {"卷/b.txt", "乙文。"}, {"../../etc/c.txt", "丙文。"}, {"/d.txt", "丁文。"}, {"e.png", "\x89PNG\x00"}, {".f/g.md", "己"}}
	for _, c := range []struct {
		name string
		raw  []byte
		want string
	}{
		{"x.zip", zipped(files...), "a d etc/c 卷/b"},
		{"x.tar.gz", taped(files...), "a 卷/b d"},
	} {
		o := open(t, "", write(t, dir, c.name, string(c.raw)))
		if o.ids() != c.want || len(o.errs) > 0 {
			t.Errorf("%s: %q %v", c.name, o.ids(), o.errs)
		}
	}
	o := open(t, "", dir)
	if got, want := o.ids(), "x/a x/d x/etc/c x/卷/b x/a~2 x/卷/b~2 x/d~2"; got != want {
		t.Errorf("folder: %q, want %q (%v)", got, want, o.errs)
	}
	if g := o.articles[3].Group; g != "x/卷" {
		t.Errorf("group %q", g)
	}
}

func TestArchiveNamesInGBK(t *testing.T) {
	p := write(t, t.TempDir(), "x.zip", string(zipped(entryText{sample.GBK("第一卷/山中来客.txt"), sample.GBK("清晨的雾还没有散，渡口边已经有人在等船。")})))
	o := open(t, "", p)
	if o.ids() != "第一卷/山中来客" || len(o.errs) > 0 {
		t.Fatalf("%q %v", o.ids(), o.errs)
	}
	if a := o.articles[0]; a.Encoding != "GB18030" || !strings.HasPrefix(a.Body[0].Text(), "清晨") {
		t.Errorf("%q %q", a.Encoding, a.Body[0].Text())
	}
}

func TestArchivesInsideArchivesStayShut(t *testing.T) {
	inner := zipped(entryText{"b.txt", "内文。"})
	o := open(t, "", write(t, t.TempDir(), "x.zip", string(zipped(entryText{"a.txt", "外文。"}, entryText{"inner.zip", string(inner)}))))
	if o.ids() != "a" {
		t.Errorf("%q %v", o.ids(), o.errs)
	}
}

func TestBombsAreRefused(t *testing.T) {
	dir := t.TempDir()
	zeros := strings.Repeat("文", 40<<20/3)
	var packed bytes.Buffer
	g := gzip.NewWriter(&packed)
	for range 2 {
		g.Write([]byte(zeros))
	}
	g.Close()
	for _, p := range []string{
		write(t, dir, "a.zip", string(zipped(entryText{"a.txt", zeros}))),
		write(t, dir, "b.txt.gz", packed.String()),
		write(t, dir, "c.tar.gz", string(taped(entryText{"c.bin", zeros}, entryText{"c.txt", zeros}))),
	} {
		o := open(t, "", p)
		if len(o.articles) != 0 || len(o.errs) != 1 {
			t.Errorf("%s: %d articles, %v", filepath.Base(p), len(o.articles), o.errs)
			continue
		}
		if r := reason(t, o.errs[0]); r != fault.BadArchive && r != fault.TooBig {
			t.Errorf("%s: %v", filepath.Base(p), r)
		}
	}
}

func TestPackedText(t *testing.T) {
	var b bytes.Buffer
	g := gzip.NewWriter(&b)
	g.Write([]byte("# 题\n\n文。"))
	g.Close()
	o := open(t, "", write(t, t.TempDir(), "a.md.gz", b.String()))
	if len(o.articles) != 1 || o.articles[0].Title != "题" || o.articles[0].ID != "a" {
		t.Errorf("%q %v", o.ids(), o.errs)
	}
}

func TestJSONLines(t *testing.T) {
	src := `{"title":"甲","date":"2025-07-08","body":"第一段。\n第二段。","tags":["x"]}
not json
{"id":"乙号","title":"乙","content":"<p>页<b>面</b></p>"}

{"title":"丙","body":"## 小节\n\n文"}
`
	o := open(t, "", write(t, t.TempDir(), "a.jsonl", src))
	if o.ids() != "a#1 乙号 a#3" {
		t.Fatalf("%q %v", o.ids(), o.errs)
	}
	var n *fault.Notice
	if len(o.errs) != 1 || !errors.As(o.errs[0], &n) || n.Remark != fault.Skipped || n.N != 1 {
		t.Errorf("%v", o.errs)
	}
	a := o.articles[0]
	if a.Title != "甲" || a.Date.IsZero() || len(a.Body) != 2 || a.Tags[0] != "x" {
		t.Errorf("%+v", a.Entry)
	}
	if got := dump.Body(o.articles[1].Body); got != "p 页{b 面}\n" {
		t.Errorf("%q", got)
	}
	if len(o.articles[2].Outline) != 1 {
		t.Error("Markdown in a record has no outline")
	}
}

const containerFile = "META-INF/container.xml"

const containerXML = `<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles><rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>`

func epub3() []byte {
	return zipped(
		entryText{"mimetype", "application/epub+zip"},
		entryText{containerFile, containerXML},
		entryText{"OEBPS/content.opf", `<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>山中记</dc:title><dc:creator>某人</dc:creator><dc:date>2020-05-06</dc:date></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="c1" href="text/c%201.xhtml" media-type="application/xhtml+xml"/><item id="c2" href="text/c2.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="nav"/><itemref idref="c1"/><itemref idref="c2"/><itemref idref="c9"/></spine></package>`},
		entryText{"OEBPS/nav.xhtml", `<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><nav epub:type="landmarks"><ol><li><a href="text/c2.xhtml">封面</a></li></ol></nav><nav epub:type="toc"><h1>目录</h1><ol><li><span>第一卷 山</span><ol><li><a href="text/c%201.xhtml">第一章 客</a></li><li><a href="text/c%201.xhtml#b">第二章 桥</a></li></ol></li><li><a href="text/c2.xhtml">后记</a></li></ol></nav></body></html>`},
		entryText{"OEBPS/text/c 1.xhtml", `<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><h2>第一章 客</h2><p>文<a epub:type="noteref" href="#n1">1</a>。</p><h3>细目</h3><div id="b"><p>桥文。<img src="q.png" alt="石桥"/></p></div><aside epub:type="footnote" id="n1"><p>注文。</p></aside></body></html>`},
		entryText{"OEBPS/text/c2.xhtml", `<html><body><p>后记</p><p>后文<a epub:type="noteref" href="#n1">1</a></p><aside epub:type="footnote" id="n1">又注</aside></body></html>`},
	)
}

func TestEPUB3(t *testing.T) {
	o := open(t, "", write(t, t.TempDir(), "book.epub", string(epub3())))
	if o.ids() != "book" {
		t.Fatalf("%q %v", o.ids(), o.errs)
	}
	a := o.articles[0]
	if a.Title != "山中记" || a.Source != "某人" || a.Date.Year() != 2020 {
		t.Errorf("%+v", a.Entry)
	}
	want := "h1 第一卷| 山\nh2 第一章| 客\np 文{n 1 →1}。\nh3 |细目\nh2 第二章| 桥\np 桥文。{p 石桥 →q.png}\nh1 |后记\np 后文{n 2 →2}\n[^1] p 注文。\n[^2] p 又注\n"
	if got := dump.Body(a.Body); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	var n *fault.Notice
	if len(o.errs) != 1 || !errors.As(o.errs[0], &n) || n.Remark != fault.Skipped || n.Detail != "c9" {
		t.Errorf("%v", o.errs)
	}
}

// Books are opened as people pack them: together with their folder, with a
// container that names another place than the package document's, without one.
func TestBooksPackedOddly(t *testing.T) {
	mimetype, document := entryText{"mimetype", "application/epub+zip"}, entryText{"OEBPS/a.html", "<html><body><h1>江上</h1><p>正文。</p></body></html>"}
	container := entryText{containerFile, containerXML}
	pkg := entryText{"OEBPS/content.opf", `<package version="2.0"><metadata><title>书</title></metadata><manifest><item id="a" href="a.html"/></manifest><spine><itemref idref="a"/></spine></package>`}
	inFolder := func(entries ...entryText) []entryText {
		for i := range entries {
			entries[i].name = "书/" + entries[i].name
		}
		return append(entries, entryText{"__MACOSX/书/._mimetype", "x"})
	}
	for name, entries := range map[string][]entryText{
		"folder":       inFolder(mimetype, container, pkg, document),
		"other place":  {{containerFile, strings.ReplaceAll(containerXML, "OEBPS/", "")}, pkg, document},
		"no container": {mimetype, pkg, document},
		"empty one":    {mimetype, {containerFile, "<container/>"}, pkg, document},
	} {
		o := open(t, "", write(t, t.TempDir(), "b.epub", string(zipped(entries...))))
		if len(o.articles) != 1 || len(o.errs) > 0 || o.articles[0].Title != "书" || dump.Body(o.articles[0].Body) != "h1 |江上\np 正文。\n" {
			t.Errorf("%s: %v", name, o)
		}
	}
}

func TestEPUB2(t *testing.T) {
	raw := zipped(
		entryText{containerFile, containerXML},
		entryText{"OEBPS/content.opf", `<package version="2.0"><metadata><title>书</title></metadata><manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/><item id="a" href="a.html"/></manifest><spine toc="ncx"><itemref idref="a"/></spine></package>`},
		entryText{"OEBPS/toc.ncx", `<ncx><navMap><navPoint><navLabel><text>江上</text></navLabel><content src="a.html"/><navPoint><navLabel><text>桥头</text></navLabel><content src="a.html#x"/></navPoint></navPoint></navMap></ncx>`},
		entryText{"OEBPS/a.html", `<html><body><p>引子。</p><p><a id="x"></a>桥头</p><p>正文。</p></body></html>`},
	)
	o := open(t, "", write(t, t.TempDir(), "b.epub", string(raw)))
	if len(o.articles) != 1 {
		t.Fatal(o.errs)
	}
	if got, want := dump.Body(o.articles[0].Body), "h1 |江上\np 引子。\nh2 |桥头\np 正文。\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestBrokenEPUB(t *testing.T) {
	o := open(t, "", write(t, t.TempDir(), "b.epub", string(zipped(entryText{containerFile, "<container>"}))))
	if len(o.errs) != 1 || reason(t, o.errs[0]) != fault.BadEPUB {
		t.Errorf("%v", o.errs)
	}
}

func TestOldEncodings(t *testing.T) {
	dir := t.TempDir()
	text := "　　清晨的雾还没有散，渡口边已经有人在等船。\r\n　　他把信折好，放进衣袋。\r\n"
	o := open(t, "", write(t, dir, "a.txt", sample.GBK(text)))
	if len(o.articles) != 1 || o.articles[0].Encoding != "GB18030" || len(o.articles[0].Body) != 2 {
		t.Fatalf("%v %v", o.ids(), o.errs)
	}
	p := write(t, dir, "b.txt", sample.GBK(text)+"\xff")
	var n *fault.Notice
	if o := open(t, "", p); len(o.errs) != 1 || !errors.As(o.errs[0], &n) || n.Remark != fault.Undecodable || n.N != 1 {
		t.Errorf("%v", o.errs)
	}
	for a := range Open(t.Context(), []string{p}, nil, Options{Encoding: "windows-1252"}) {
		if a != nil && a.Encoding != "Windows-1252" {
			t.Errorf("forced: %q", a.Encoding)
		}
	}
	for _, err := range Open(t.Context(), []string{p}, nil, Options{Encoding: "klingon"}) {
		if reason(t, err) != fault.BadEncoding {
			t.Error(err)
		}
	}
}

// What a program paints for a pager is read as it is meant; in a file that is no
// plain text every byte stays.
func TestPagersPaintOfFiles(t *testing.T) {
	painted := "前\x1b[1m粗\x1b[0m后o\bo。"
	dir := t.TempDir()
	for name, want := range map[string]string{"a.txt": "前粗后o。", "git": "前粗后o。", "b.md": painted} {
		if got := dump.Letters(open(t, "", write(t, dir, name, painted)).articles[0].Body); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
	if got := dump.Letters(open(t, painted, "-").articles[0].Body); got != "前粗后o。" {
		t.Errorf("standard input: %q", got)
	}
}

// The quick look for odd line breaks overlooks none.
func TestNoOddBreakIsOverlooked(t *testing.T) {
	for _, odd := range []string{"\v", "\f", "\r", "\u0085", "\u2028", "\u2029"} {
		for _, text := range []string{odd, "前" + odd + "后", "a\r\nb" + odd, odd + "“后”"} {
			if got := charset.OneLineBreak(text); strings.Contains(got, odd) && odd != "\r" || strings.Count(got, "\n") != strings.Count(text, "\n")+1 || len(got) != len(text) {
				t.Errorf("%q: %q", text, got)
			}
		}
	}
	for _, text := range []string{"", "前\n后", "a\r\nb\r\n", "“…”—\u00a0"} {
		if got := charset.OneLineBreak(text); got != text {
			t.Errorf("%q: %q", text, got)
		}
	}
}

// A text with a few zero bytes opens as if they were not there, and they are
// counted.
func TestZeroBytesAreLeftOutAndSaid(t *testing.T) {
	dir := t.TempDir()
	text := strings.Repeat("　　清晨的雾还没有散，渡口边已经有人在等船。\r\n", 40)
	for name, raw := range map[string]string{
		"tail.txt": sample.GBK(text) + "\x00\x00\x00", "page.txt": sample.GBK(text) + strings.Repeat("\x00", 4096), "inside.txt": text[:900] + "\x00" + text[900:] + "\x00\x00",
		"a.md": "\x00# 题\n\n" + text + "\x00\x00", "a.html": "<html><body><p>" + text + "</p>\x00\x00</body></html>\x00",
	} {
		o := open(t, "", write(t, dir, name, raw))
		var n *fault.Notice
		if len(o.articles) != 1 || len(o.errs) != 1 || !errors.As(o.errs[0], &n) || n.Remark != fault.Zeros || n.N != strings.Count(raw, "\x00") {
			t.Fatalf("%s: %q %v", name, o.ids(), o.errs)
		}
		if got := dump.Letters(o.articles[0].Body); got != char.Squeezed(text) {
			t.Errorf("%s: %q", name, got)
		}
	}
	if o := open(t, "", write(t, dir, "code.txt", text+"\x00\x01\x02\x00\x03\x00\x00\x05\x00\x00\x00\x06\x00\x00\x00\x00\x00"+sample.GBK(text[:30])+strings.Repeat("\x00\x08\x04", 90))); len(o.articles) != 0 {
		t.Errorf("what is no text opened: %v", o.errs)
	}
}

// A page that keeps a Chinese text as it stands, as old ones do, is read as that
// text; code stays code.
func TestTextKeptInAPage(t *testing.T) {
	dir := t.TempDir()
	text := "\n第一章 渡口\n\n　　天色暗了，船还没有来。\n　　水声很轻。\n\n第二章 夜船\n\n　　船来了。\n"
	if got := dump.Body(open(t, "", write(t, dir, "a.html", "<html><body><pre>"+text+"</pre></body></html>")).articles[0].Body); !strings.HasPrefix(got, "h1 第一章| 渡口\np 天色") || !strings.HasSuffix(got, "h1 第二章| 夜船\np 船来了。\n") {
		t.Errorf("%q", got)
	}
	if got := dump.Body(open(t, "", write(t, dir, "b.html", "<html><body><pre>if x {\n  渡口()\n}</pre></body></html>")).articles[0].Body); !strings.HasPrefix(got, "c ") {
		t.Errorf("%q", got)
	}
}
