package format

import (
	"strings"
	"testing"
	"unicode/utf8"

	"juan/data/charset"
	"juan/data/export"
	"juan/data/internal/dump"
	"juan/data/internal/sample"
	"juan/model"
)

// Pages that spell what Markdown would read as its own are written so that they
// say the same.
func TestPagesAreWrittenAsTheyAreRead(t *testing.T) {
	var pages []string
	for _, s := range sample.Pages() {
		pages = append(pages, s.HTML)
	}
	for _, src := range []string{
		"<p>a<sup>b</sup> $x$ {#a} ==b== %%c%% ^d [[e]]</p>",
		"<p>:::tip</p><p>!!! note</p><p>##a</p><p>＃b</p><p>[!NOTE]</p><blockquote><p>[!NOTE] x</p><p>y</p></blockquote>",
		"<p>$$</p><p>x</p><p>$$</p><p>%%</p><p>a</p><p>%%</p>",
		"<p>{{&lt; note &gt;}}</p><p>a</p><p>{{&lt; /note &gt;}}</p>",
		"<ul><li>##a<li>:::b<li>1、c<br>2、d</ul>",
		"<p>10^3^ H~2~O a_b_c \\(x^2\\) \\[y\\]</p>",
		"<p>\\begin{a}x\\end{a}</p>",
		"<p>甲：乙<br>丙：丁<br>（笑）</p>",
		"<h2>a {#b}</h2><h2>c ^d</h2><h2>##e</h2>",
		"<table><tr><td>$a_1$ | b</td><td>[[x|y]]</td></tr><tr><td>==c==</td><td>{.d}</td></tr></table>",
		"<pre>%%\n$$\n:::</pre>",
		"<p>title: x</p><p>---</p><p>y</p>",
		"<p>import x</p><p>+++</p><p>;;;</p><p>{ \"title\": 1 }</p>",
		"<p>=== \"x\"</p><p>a^[b]c</p><p>import a from 'b'</p><p>import \"c\";</p><p>@[toc](x)</p>",
		"<ul><li>a<br>{:toc}</ul><p>{% comment %}b{% endcomment %}</p><p>{% comment %}</p><p>c</p><p>{% endcomment %}</p><p>::: {.d title=\"e\"}</p>",
		"<ol><li>a<li>b</ol><ol><li>c<li value=7>d<ol><li>e</ol><ol><li>f</ol></ol><ul><li>g</ul><ul><li>h</ul>",
		"<p>[toc]</p><p>\\newpage</p><p>{:toc}</p><p>@[toc]</p>",
		"<p>第一章 甲</p><p>文。</p><p>第二章 乙</p><p>文</p>",
		"<p>a <img alt='b：c' src=d></p><p><a href='u'>![x]</a>{.e}</p>",
	} {
		pages = append(pages, "<html><body>"+src+"</body></html>")
	}
	for _, src := range pages {
		f := Text{text: src, Title: "名", Name: "a.html"}
		d, err := f.html()
		if err != nil {
			t.Fatal(err)
		}
		a := model.NewArticle(d.Entry, d.Body)
		if text := export.Markdown(a, true); !ReadsBack(a, text) {
			g := Text{text: text, Title: "名", Name: "a.md"}
			t.Errorf("%s\nis written as\n%s\nand read as\n%s", dump.Body(d.Body), text, dump.Body(g.markdown().Body))
		}
	}
}

// Whatever a page says, it can be written as Markdown that says the same.
func FuzzPageExport(f *testing.F) {
	f.Add("<h2>甲</h2><p>乙<b>丙</b></p><ul><li>丁</ul><table><tr><td>a<td>b<tr><td>c<td>d</table>")
	f.Add("<p>$x$ {#a} ==b==</p><pre>%%</pre><blockquote>:::tip<p>c</blockquote>")
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) || strings.ContainsAny(src, "\x00\ufeff") {
			return
		}
		doc := Text{text: charset.OneLineBreak(src), Title: "名", Name: "a.html"}
		d, err := doc.html()
		if err != nil {
			return
		}
		a := model.NewArticle(d.Entry, d.Body)
		if text := export.Markdown(a, false); !ReadsBack(a, text) && !ReadsBack(a, export.Markdown(a, true)) {
			g := Text{text: text, Title: "名", Name: "a.md"}
			t.Fatalf("%s\nis written as\n%s\nand read as\n%s", dump.Body(d.Body), text, dump.Body(g.markdown().Body))
		}
	})
}
