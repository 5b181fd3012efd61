package data

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"juan/data/internal/dump"
)

// bookOf packs a book: its title, contents in NCX ("title|src" a line), and its
// documents.
func bookOf(title, ncx string, docs ...entryText) []byte {
	var items, refs, points strings.Builder
	files := []entryText{{containerFile, containerXML}}
	for i, d := range docs {
		fmt.Fprintf(&items, `<item id="d%d" href="%s"/>`, i, d.name)
		fmt.Fprintf(&refs, `<itemref idref="d%d"/>`, i)
		files = append(files, entryText{"OEBPS/" + d.name, "<html><head><title/></head><body>" + d.text + "</body></html>"})
	}
	for line := range strings.Lines(ncx) {
		name, src, _ := strings.Cut(strings.TrimSpace(line), "|")
		fmt.Fprintf(&points, `<navPoint><navLabel><text>%s</text></navLabel><content src="%s"/></navPoint>`, name, src)
	}
	return zipped(append(files,
		entryText{"OEBPS/toc.ncx", "<ncx><navMap>" + points.String() + "</navMap></ncx>"},
		entryText{"OEBPS/content.opf", `<package><metadata><title>` + title + `</title></metadata><manifest><item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>` + items.String() + `</manifest><spine toc="ncx">` + refs.String() + `</spine></package>`})...)
}

// documents returns n documents of the same text, a.xhtml and so on.
func documents(text string, n int) []entryText {
	var out []entryText
	for i := range n {
		out = append(out, entryText{string(rune('a'+i)) + ".xhtml", text})
	}
	return out
}

func TestContentsThatSayNothing(t *testing.T) {
	long := "<p>" + strings.Repeat("天色渐渐暗下来，渡口边的人还在等船，谁也没有说话。", 3) + "</p>"
	chapters := "<p>第一章 渡口</p>" + long + "<p>第二章 夜船</p>" + long + "<p>第三章 桂花</p>" + long
	named := "<p>渡口</p>" + long + "<p>夜船</p>" + long + "<p>桂花</p>" + long
	three := "  第一章 渡口\n  第二章 夜船\n  第三章 桂花\n"
	for name, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"none":           {bookOf("书", "", entryText{"a.xhtml", chapters}), three},
		"Start":          {bookOf("书", "Start|a.xhtml", entryText{"a.xhtml", chapters}), three},
		"the book":       {bookOf("渡口记", "渡口记|a.xhtml", entryText{"a.xhtml", chapters}), three},
		"halves":         {bookOf("书", "上|a.xhtml\n下|b.xhtml", entryText{"a.xhtml", chapters + strings.ReplaceAll(strings.ReplaceAll(chapters, "第一", "第四"), "第二", "第五")}, entryText{"b.xhtml", "<p>第六章 尾</p>" + long}), ""},
		"no such files":  {bookOf("书", "第一章 渡口|x1.xhtml\n第二章 夜船|x2.xhtml\n第三章 桂花|x3.xhtml", entryText{"a.xhtml", chapters}), three},
		"titles only":    {bookOf("书", "渡口|x1.xhtml\n夜船|x2.xhtml\n桂花|x3.xhtml", entryText{"a.xhtml", named}), "  渡口\n  夜船\n  桂花\n"},
		"no such ids":    {bookOf("书", "渡口|a.xhtml#x\n夜船|a.xhtml#y\n桂花|a.xhtml#z", entryText{"a.xhtml", named}), "  渡口\n  夜船\n  桂花\n"},
		"good":           {bookOf("书", "甲|a.xhtml\n乙|b.xhtml", entryText{"a.xhtml", long}, entryText{"b.xhtml", long}), "  甲\n  乙\n"},
		"parts":          {bookOf("书", "上|a.xhtml\n下|b.xhtml", entryText{"a.xhtml", "<h1>上</h1><p>一、甲</p>" + long + "<p>二、乙</p>" + long}, entryText{"b.xhtml", "<h1>下</h1><p>三、丙</p>" + long + "<p>四、丁</p>" + long}), "  上\n    一、甲\n    二、乙\n  下\n    三、丙\n    四、丁\n"},
		"openings":       {bookOf("书", "", entryText{"a.xhtml", "<p class=title>渡口</p>" + long}, entryText{"b.xhtml", "<p>夜船</p>" + long}, entryText{"c.xhtml", long}), "  渡口\n  夜船\n"},
		"no openings":    {bookOf("书", "", entryText{"a.xhtml", long}, entryText{"b.xhtml", "<p>夜船</p>" + long}, entryText{"c.xhtml", long}), "-"},
		"own headings":   {bookOf("书", "Start|a.xhtml", entryText{"a.xhtml", "<h2>甲</h2>" + long + "<h2>乙</h2>" + long}), "  甲\n  乙\n"},
		"case":           {bookOf("书", "甲|TEXT/A.xhtml#i\n乙|text\\b.xhtml", entryText{"text/a.xhtml", long}, entryText{"text/B.xhtml", long}), "  甲\n  乙\n"},
		"title page":     {bookOf("渡口记", "渡口记|t.xhtml\n序|a.xhtml\n甲|b.xhtml\n乙|c.xhtml", entryText{"t.xhtml", "<h1>渡口记</h1><p>某人著</p>"}, entryText{"a.xhtml", long}, entryText{"b.xhtml", long}, entryText{"c.xhtml", long}), "  序\n  甲\n  乙\n"},
		"running title":  {bookOf("渡口记", "甲|a.xhtml\n乙|b.xhtml", entryText{"a.xhtml", "<h1>渡口记</h1><h2>甲</h2>" + long}, entryText{"b.xhtml", "<h1>渡口记</h1><h2>乙</h2>" + long}), "  甲\n  乙\n"},
		"title story":    {bookOf("渡口", "渡口|a.xhtml\n夜船|b.xhtml\n桂花|c.xhtml\n下雨|d.xhtml", entryText{"a.xhtml", "<h1>渡口</h1>" + long + long + long}, entryText{"b.xhtml", long}, entryText{"c.xhtml", long}, entryText{"d.xhtml", long}), "  渡口\n  夜船\n  桂花\n  下雨\n"},
		"flat":           {bookOf("书", "序|a.xhtml\n第一部 上|b.xhtml\n第一章 甲|c.xhtml\n间奏|d.xhtml\n第二章 乙|e.xhtml\n第二部 下|f.xhtml\n第三章 丙|g.xhtml\n后记|h.xhtml", documents(long, 8)...), "  序\n  第一部 上\n    第一章 甲\n    间奏\n    第二章 乙\n  第二部 下\n    第三章 丙\n  后记\n"},
		"flat, no parts": {bookOf("书", "序|a.xhtml\n第一章 甲|b.xhtml\n第二章 乙|c.xhtml\n后记|d.xhtml", documents(long, 4)...), "  序\n  第一章 甲\n  第二章 乙\n  后记\n"},
		"two headings": {bookOf("书", "第一章 甲|a.xhtml\n第二章 乙|b.xhtml\n第三章 丙|c.xhtml\n第四章 丁|d.xhtml",
			entryText{"a.xhtml", "<h1>第一章</h1><h2>甲</h2>" + long}, entryText{"b.xhtml", "<h1>第二章</h1><h2>乙</h2>" + long},
			entryText{"c.xhtml", "<h1>第三章</h1><h2>丙</h2>" + long}, entryText{"d.xhtml", "<h1>第四章</h1><h2>丁</h2>" + long}), "  第一章 甲\n  第二章 乙\n  第三章 丙\n  第四章 丁\n"},
		"literal %20": {bookOf("书", "甲|a%20b.xhtml\n乙|c d.xhtml", entryText{"a%20b.xhtml", long}, entryText{"c%20d.xhtml", long}), "  甲\n  乙\n"},
	} {
		o := open(t, "", write(t, t.TempDir(), "b.epub", string(c.raw)))
		if len(o.articles) != 1 || len(o.errs) > 0 {
			t.Errorf("%s: %v", name, o.errs)
			continue
		}
		got := outlineOf(o.articles[0])
		if c.want == "-" {
			c.want = ""
		} else if c.want == "" {
			if strings.Count(got, "\n") != 7 || strings.Contains(got, "上") {
				t.Errorf("%s: outline\n%s", name, got)
			}
			continue
		}
		if got != c.want {
			t.Errorf("%s: outline\n%swant\n%s", name, got, c.want)
		}
	}
}

// Notes are known by their links, by attributes, and in whatever file they are.
func TestNotesOfBooks(t *testing.T) {
	for _, c := range []struct{ text, notes, want string }{
		{`<p>文<a id="r" href="#n">[1]</a>。</p><p><a id="n" href="#r">[1]</a> 注。</p>`, "", "p 文{n 1 →1}。\n[^1] p 注。\n"},
		{`<p>文<sup><a id="r" href="n.xhtml#m">①</a></sup>。</p>`, `<p id="m"><a href="a.xhtml#r">①</a>注。</p>`, "p 文{n 1 →1}。\n[^1] p 注。\n"},
		{`<p>文<a href="#n"><sup>1</sup></a>。</p><div id="n">1. 注。</div>`, "", "p 文{n 1 →1}。\n[^1] p 注。\n"},
		{`<p>文<a epub:type="noteref" href="#n">[1]</a></p><aside epub:type="footnote" id="n"><p>[1] 注。</p><p>[2]又注。</p></aside>`, "", "p 文{n 1 →1}\n[^1] p 注。\n[^1] p [2]又注。\n"},
		{`<p>文<a epub:type="noteref" href="#n">一</a></p><aside epub:type="footnote" id="n">〔一〕 <b>注</b>。</aside>`, "", "p 文{n 1 →1}\n[^1] p {b 注}。\n"},
		{`<p>文<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n">①注，②又注。</aside>`, "", "p 文{n 1 →1}\n[^1] p ①注，②又注。\n"},
		{`<p>文<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n">1.5亿元。</aside>`, "", "p 文{n 1 →1}\n[^1] p 1.5亿元。\n"},
		{`<p>文<a epub:type="noteref" href="#n">1</a></p><aside epub:type="footnote" id="n">【校】注。</aside>`, "", "p 文{n 1 →1}\n[^1] p 【校】注。\n"},
		{`<p>文<sup id="r"><a href="#n">[注1]</a></sup>。</p><ol><li id="n"><a href="#r">↩</a>注。</li></ol>`, "", "p 文{n 1 →1}。\n[^1] p 注。\n"},
		{`<p>文<img class="qqreader-footnote" alt="注文在此。"/>尾</p>`, "", "p 文{n 1 →1}尾\n[^1] p 注文在此。\n"},
		{`<p>文<span data-wr-footernote="注文。"></span>尾<img zy-footnote="又注。" class="x"/></p>`, "", "p 文{n 1 →1}尾{n 2 →2}\n[^1] p 注文。\n[^2] p 又注。\n"},
		{`<p>文<a class="duokan-footnote" href="#n"><img alt="注"/></a></p><ol><li class="duokan-footnote-item" id="n"><p>注。</p></li></ol>`, "", "p 文{n 1 →1}\n[^1] p 注。\n"},
		{`<p>文<a epub:type="noteref" href="#n" id="r">1</a></p><aside epub:type="footnote" id="n"><ol><li class="duokan-footnote-item" id="n"><a href="#r">◎</a>注。</li></ol></aside>`, "", "p 文{n 1 →1}\n[^1] p 注。\n"},
		{`<p><a href="#c1" id="t1">第一章</a></p><h2><a id="c1" href="#t1">第一章</a></h2><p>文。</p>`, "", "p {l 第一章 →#c1}\nh1 第一章|章 →#t1}\np 文。\n"},
		{`<p>见<a href="#x">[2]</a>。</p><p id="x">别的话。</p>`, "", "p 见{l [2] →#x}。\np 别的话。\n"},
	} {
		docs := []entryText{{"a.xhtml", c.text}}
		if c.notes != "" {
			docs = append(docs, entryText{"n.xhtml", c.notes})
		}
		o := open(t, "", write(t, t.TempDir(), "b.epub", string(bookOf("书", "", docs...))))
		if len(o.articles) != 1 {
			t.Errorf("%s: %v", c.text, o.errs)
			continue
		}
		if got := dump.Body(o.articles[0].Body); got != c.want {
			t.Errorf("%s\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// A text of words that stand once each, in whatever mark-up: none is missing.
func TestNoTextOfAPageIsMissing(t *testing.T) {
	for _, body := range []string{
		`<section><h1>甲</h1><p>乙<em>丙</em><span>丁<br/>戊</span></p><ul><li>己</li><li><p>庚</p>辛</li></ul></section>`,
		`<table><tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td></tr></table><dl><dt>丁</dt><dd>戊</dd></dl>`,
		`<figure><img alt="甲" src="a.png"/><figcaption>乙</figcaption></figure><details><summary>丙</summary>丁</details>`,
		`<ruby>甲<rt>乙</rt>丙<rp>(</rp><rt>丁</rt><rp>)</rp></ruby><q>戊<q>己</q></q><sup>庚</sup><sub>辛</sub>`,
		`<nav><ol><li><a href="x">甲</a></li></ol></nav><aside>乙</aside><footer>丙</footer><form><label>丁</label><button>戊</button><textarea>己</textarea><select><option>庚</option></select></form>`,
		`<div>甲<div>乙<p>丙<div>丁</div>戊</p></div>己</div>庚`,
		`<svg><text>甲</text><desc>乙</desc><title>丙</title></svg><object data="x"><p>丁</p></object><noscript><p>戊</p></noscript><video><p>己</p></video>`,
		`<blockquote>甲<p>乙</p></blockquote><pre>丙
 丁</pre><address>戊</address><hr/><center>己</center><h6>庚</h6>`,
		`<math><mi>甲</mi><mfrac><mi>乙</mi><mi>丙</mi></mfrac><msqrt><mn>丁</mn></msqrt><mtable><mtr><mtd>戊</mtd><mtd>己</mtd></mtr></mtable></math>`,
		`<p hidden="hidden">甲</p><p style="display:none">乙</p><a epub:type="noteref" href="#n">丙</a><aside epub:type="footnote" id="n"><p>丁</p></aside>`,
		`<table><caption>甲</caption><thead><tr><th>乙</th></tr></thead><tbody><tr><td><table><tr><td>丙</td></tr></table></td></tr></tbody></table>`,
	} {
		src := `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>题</title><style>p{}</style></head><body>` + body + `</body></html>`
		book := zipped(entryText{containerFile, containerXML},
			entryText{"OEBPS/content.opf", `<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`},
			entryText{"OEBPS/a.xhtml", src})
		o := open(t, "", write(t, t.TempDir(), "b.epub", string(book)))
		if len(o.articles) != 1 {
			t.Fatalf("%s: %v", body, o.errs)
		}
		if lost := dump.Missing(textOfXML(t, src), o.articles[0].Title+dump.Letters(o.articles[0].Body)); lost != "" && lost != "丙" {
			t.Errorf("%s\nlost %q of %s", body, lost, dump.Body(o.articles[0].Body))
		} else if lost == "丙" && !strings.Contains(body, "noteref") {
			t.Errorf("%s\nlost %q", body, lost) // except for note marks, which get numbers instead
		}
	}
}

// textOfXML returns the letters of the body of a document, read by the parser of
// the standard library.
func textOfXML(t *testing.T, src string) string {
	t.Helper()
	var b strings.Builder
	d := xml.NewDecoder(strings.NewReader(src))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	body := false
	for {
		token, err := d.Token()
		if err == io.EOF {
			return b.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch k := token.(type) {
		case xml.StartElement:
			if body = body || k.Name.Local == "body"; k.Name.Local == "script" || k.Name.Local == "style" || k.Name.Local == "rp" {
				d.Skip()
			}
		case xml.CharData:
			if body {
				b.Write(k)
			}
		}
	}
}
