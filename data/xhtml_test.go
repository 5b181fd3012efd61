package data

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"juan/model"
	"juan/model/char"
)

// Elements that are empty by the rules of XML, or that are never ended,
// swallow nothing.
func TestEmptyElementsSwallowNothing(t *testing.T) {
	for _, name := range []string{"title", "script", "style", "iframe", "audio", "video", "textarea", "object", "canvas", "noscript", "template", "a", "b", "div", "p", "li", "td", "xmp", "noframes", "select", "svg", "math", "span", "sup", "rt", "q"} {
		for _, form := range []string{"<%s/>", "<%s />", `<%s src="a.js" id='x'/>`} {
			one := fmt.Sprintf(form, name)
			for _, src := range []string{
				`<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>%s</head><body><h2>第一章</h2><p>甲乙丙。</p><p>丁戊。</p></body></html>`,
				`<html xmlns="http://www.w3.org/1999/xhtml"><head><title>题</title></head><body><h2>第一章</h2><p>甲乙丙。</p>%s<p>丁戊。</p></body></html>`,
				`<!DOCTYPE html><html><head><title>题</title></head><body><h2>第一章</h2><p>甲乙%s丙。</p><p>丁戊。</p></body></html>`,
			} {
				src := fmt.Sprintf(src, one)
				p := newPage(src, 0, nil)
				p.read()
				if got := letters(p.body); !strings.Contains(got, "第一章") || !strings.HasSuffix(got, "丁戊。") || !strings.Contains(got, "丙。") {
					t.Errorf("%s\n reads %q", src, got)
				}
				if got := p.body[len(p.body)-1].(model.Paragraph).Spans(); len(got) != 1 || got[0].Voice != 0 {
					t.Errorf("%s leaves a voice open: %v", src, got)
				}
			}
		}
		src := "<html><body><p>甲</p><" + name + "><p>乙</p><p>丙</p></body></html>"
		p := newPage(src, 0, nil)
		p.all = true
		if p.read(); !strings.HasSuffix(letters(p.body), "丙") && name != "template" && name != "script" && name != "style" {
			t.Errorf("%s, never ended, leaves %q", name, letters(p.body))
		}
	}
}

func TestXHTMLKeepsItsText(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"<p>甲<![CDATA[乙 & <丙>]]>丁</p>", "p 甲乙 & <丙>丁\n"},
		{"<pre><![CDATA[a < b\n  &amp;]]></pre>", "c  \"a < b\\n  &amp;\"\n"},
		{"<p>甲<![CDATA[乙</p><p>丙", "p 甲乙</p><p>丙\n"},
		{"<!DOCTYPE html [ <!ENTITY x \"y\"> <!ELEMENT p ANY> ]><html><body><p>甲</p></body></html>", "p 甲\n"},
		{"<p>甲</p><!-- 无 --><p>乙</p><!-- 没有结束<p>丙</p>", "p 甲\np 乙\np 没有结束\np 丙\n"},
		{"<html><head><title>题</title>甲<p>乙", "p 甲\np 乙\n"},
		{"<html><head><meta charset=utf-8><b>甲</b><p>乙", "p {b 甲}\np 乙\n"},
		{"<h:html xmlns:h=\"http://www.w3.org/1999/xhtml\"><h:head><h:title/></h:head><h:body><h:h1>甲</h:h1><h:p>乙</h:p></h:body></h:html>", "h1 |甲\np 乙\n"},
		{"<html><head><script src=\"a\"/><script>x</script></head><body><p>甲</p></body></html>", "p 甲\n"},
		{"<html><head><title>题<body><p>甲</p></body></html>", "p 题\np 甲\n"},
		{"<p>甲</p><style>p{}<p>乙</p>", "p 甲\np p{}\np 乙\n"},
	} {
		if got := pageBlocks(c.src); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.src, got, c.want)
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
		book := zipped(entryText{containerPath, container},
			entryText{"OEBPS/content.opf", `<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>`},
			entryText{"OEBPS/a.xhtml", src})
		o := open(t, "", write(t, t.TempDir(), "b.epub", string(book)))
		if len(o.articles) != 1 {
			t.Fatalf("%s: %v", body, o.errs)
		}
		if lost := missing(textOfXML(t, src), o.articles[0]); lost != "" && lost != "丙" {
			t.Errorf("%s\nlost %q of %s", body, lost, dump(o.articles[0].Body))
		} else if lost == "丙" && !strings.Contains(body, "noteref") {
			t.Errorf("%s\nlost %q", body, lost) // but for what marks a note, which has a number instead
		}
	}
}

// Where nothing is left out as furniture, nothing of what a browser shows is
// missing.
func TestNoTextOfASampleIsMissing(t *testing.T) {
	for _, s := range samples() {
		p := newPage(s.HTML, 0, nil)
		p.all = true
		p.read()
		a := model.NewArticle(model.Entry{}, append(p.body, p.notes.body...))
		if lost := missing(textOfHTML(t, s.HTML), a); lost != "" {
			t.Errorf("%s: lost %q", s.Name, lost)
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

// textOfHTML returns the letters that a browser shows of a page.
func textOfHTML(t *testing.T, src string) string {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for n := range doc.Descendants() {
		if in := n.Parent; n.Type == html.TextNode && in.Data != "script" && in.Data != "style" && in.Data != "title" && in.Data != "rp" && in.Data != "noscript" {
			b.WriteString(n.Data)
		}
	}
	return b.String()
}

// missing returns the letters of text that an article has fewer of.
func missing(text string, a *model.Article) string {
	have := map[rune]int{}
	for _, r := range a.Title + letters(a.Body) {
		have[r]++
	}
	var lost strings.Builder
	for _, r := range text {
		if char.IsWord(r) {
			if have[r]--; have[r] < 0 {
				lost.WriteRune(r)
			}
		}
	}
	return lost.String()
}

func FuzzXHTML(f *testing.F) {
	for _, s := range []string{"<title/>甲<script/>", "<p>甲<![CDATA[乙]]></p>", "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>", "<ruby>甲<rt>乙</ruby><sup>2</sup>", "<!-- x <b/>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		p := newPage(src, 0, nil)
		p.xml, p.all = true, true
		p.read()
		for i, b := range p.body {
			for at := range b.Text() {
				if off := b.Offset(at); off < 0 || off > len(src) {
					t.Fatalf("block %d: byte %d at %d of %d", i, at, off, len(src))
				}
			}
		}
	})
}

// Elements that are never ended are looked for once.
func BenchmarkUnended(b *testing.B) {
	for _, one := range []string{"<title>", "<script/>", "<!--", "<math>", "<textarea/>x", "<sup>", "<![CDATA["} {
		for _, n := range []int{4000, 16000} {
			src := "<html>" + strings.Repeat(one+"<p>甲", n)
			b.Run(fmt.Sprint(one, n), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					newPage(src, 0, nil).read()
				}
			})
		}
	}
}
