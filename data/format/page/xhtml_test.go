package page

import (
	"fmt"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"juan/data/internal/dump"
	"juan/data/internal/sample"
	"juan/model"
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
				p := New(src, 0, nil)
				p.Read()
				if got := dump.Letters(p.Body); !strings.Contains(got, "第一章") || !strings.HasSuffix(got, "丁戊。") || !strings.Contains(got, "丙。") {
					t.Errorf("%s\n reads %q", src, got)
				}
				if got := p.Body[len(p.Body)-1].(model.Paragraph).Spans(); len(got) != 1 || got[0].Voice != 0 {
					t.Errorf("%s leaves a voice open: %v", src, got)
				}
			}
		}
		src := "<html><body><p>甲</p><" + name + "><p>乙</p><p>丙</p></body></html>"
		p := New(src, 0, nil)
		p.All = true
		if p.Read(); !strings.HasSuffix(dump.Letters(p.Body), "丙") && name != "template" && name != "script" && name != "style" {
			t.Errorf("%s, never ended, leaves %q", name, dump.Letters(p.Body))
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

// Where nothing is left out as furniture, nothing of what a browser shows is
// missing.
func TestNoTextOfASampleIsMissing(t *testing.T) {
	for _, s := range sample.Pages() {
		p := New(s.HTML, 0, nil)
		p.All = true
		p.Read()
		if lost := dump.Missing(textOfHTML(t, s.HTML), dump.Letters(append(p.Body, p.Notes.Body...))); lost != "" {
			t.Errorf("%s: lost %q", s.Name, lost)
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

func FuzzXHTML(f *testing.F) {
	for _, s := range []string{"<title/>甲<script/>", "<p>甲<![CDATA[乙]]></p>", "<math><mfrac><mi>a</mi><mi>b</mi></mfrac></math>", "<ruby>甲<rt>乙</ruby><sup>2</sup>", "<!-- x <b/>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		p := New(src, 0, nil)
		p.XML, p.All = true, true
		p.Read()
		dump.CheckInside(t, len(src), p.Body)
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
					New(src, 0, nil).Read()
				}
			})
		}
	}
}
