package page

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"juan/data/internal/dump"
)

func pageBlocks(src string) string {
	p := New(src, 0, nil)
	p.Read()
	return dump.Body(append(p.Body, p.Notes.Body...))
}

func TestHTMLBlocks(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"<h2>一、概况</h2><p>正文\n第二行 and\n Latin</p>", "h2 一、|概况\np 正文第二行 and Latin\n"},
		{"<p>甲<b>乙<i>丙</i></b>&amp;&#20013;<br>丁<p>戊<a href='u'>链</a>", "p 甲{b 乙}{bi 丙}&中⏎丁\np 戊{l 链 →u}\n"},
		{"<ul><li>甲<li>乙<ol start=3><li>丙</ol></ul>", "1- p 甲\n2- p 乙\n2- 33.- p 丙\n"},
		{"<ol><li value=5>甲<li>乙</ol>", "15.- p 甲\n26.- p 乙\n"},
		{"<blockquote><p>引</blockquote>后", "> p 引\np 后\n"},
		{"<pre><code class=\"language-go\">x := 1 &lt; 2\n  y\n</code></pre>", "c go \"x := 1 < 2\\n  y\"\n"},
		{"<table><tr><th>甲<th>乙<tr><td>1<td><b>2</b><tr><td colspan=2>3</table>", "t true [0 0] / 甲; 乙; / 1; {b 2}; / 3; ;\n"},
		{"<table><tr><td>左栏<td><p>正文甲<p>正文乙</table>", "p 左栏\np 正文甲\np 正文乙\n"},
		{"<table><tr><td>外<table><tr><td>1<td>2<tr><td>3<td>4</table>尾</table>", "p 外\nt false [0 0] / 1; 2; / 3; 4;\np 尾\n"},
		{"<table>甲<caption>题</caption><tr>乙<td>1<td>2<tr><td>3<td>4</table>", "p 甲⏎题\np 乙\nt false [0 0] / 1; 2; / 3; 4;\n"},
		{"<script>x<y</script><style>p{}</style><!-- 无 -->甲<hr>乙", "p 甲\n---\np 乙\n"},
		{"<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>字<img alt=图 src=a.png><img src=b.png>", "p 汉（hàn）字{p 图 →a.png}\n"},
		{"<p>文<a epub:type=noteref href='#n1'>①</a>尾<aside epub:type=footnote id=n1><p>注<a role=doc-backlink href='#x'>↩</a></aside>", "p 文{n 1 →1}尾\n[^1] p 注\n"},
		{"<html><head><title>题</title><p>没有结束的头", "p 没有结束的头\n"},
		{"<div>　　甲<br>　　乙<br><br>丙\n　丁<br>戊</div>", "p 甲\np 乙\np 丙\np 丁⏎戊\n"},
		{"<div><p>甲</div></div></p>乙<li>丙", "p 甲\np 乙\n1- p 丙\n"},
		{"<li><input type=checkbox checked>甲", "1☑ p 甲\n"},
	} {
		if got := pageBlocks(c.src); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.src, got, c.want)
		}
	}
}

func TestHTMLKeepsTheMainContent(t *testing.T) {
	para := "<p>" + strings.Repeat("这一段说的是正事，有头有尾，读者要看的就是它。", 4) + "</p>"
	links := "<ul>" + strings.Repeat("<li><a href=x>更多别的新闻与公告</a></li>", 10) + "</ul>"
	src := "<!DOCTYPE html><html><head><title>正题 - 某网</title><meta name=PubDate content='2025-07-08 10:00'></head><body>" +
		"<div class=top>" + links + "<p>热线电话和版权声明，请勿转载。</p></div><h1>正题</h1><div id=a><div>" + links + "</div><div id=text>" +
		para + "<h2>小节</h2>" + para + para + "</div></div><div>" + links + "</div><footer>版权所有</footer></body></html>"
	a, ok := Main(src, 0, "文件名")
	if !ok {
		t.Fatal("too much")
	}
	got := dump.Body(a.Body)
	if a.Title != "正题" || a.Date.Format("2006-1-2") != "2025-7-8" {
		t.Errorf("title %q, date %v", a.Title, a.Date)
	}
	if strings.Contains(got, "公告") || strings.Contains(got, "转载") || strings.Contains(got, "版权") || strings.Count(got, "正事") != 12 || !strings.Contains(got, "h1 |小节") {
		t.Errorf("body:\n%s", got)
	}
	dump.CheckOffsets(t, src, a.Body)
}

func TestHTMLWithoutHeadingsIsRead(t *testing.T) {
	long := strings.Repeat("这里说明有关情况，内容较长。", 6)
	src := "<html><body><p>" + long + "</p><p>一、工作回顾</p><p>" + long + "</p><p>二、主要问题</p><p>" + long + "</p><p>三、下步打算</p><p>" + long + "</p></body></html>"
	a, ok := Main(src, 0, "")
	if got := strings.Count(dump.Body(a.Body), "h1 "); got != 3 || !ok {
		t.Errorf("%d headings of 3", got)
	}
}

// An old page: tables for layout, a bold line for a heading.
func TestHTMLOfOldPages(t *testing.T) {
	src := `<html><head><title>渡口管理通知_某某县</title><meta name="ArticleTitle" content="渡口管理通知"></head><body>
<TABLE><tr><td><a href=/>首页</a> | <a href=/x>公开</a></td></tr></TABLE>
<table><tr><td><ul><li><a href=1>职能</a><li><a href=2>文件</a></ul></td><td>
<h2>渡口管理通知</h2><div>发布时间：今天</div><div id=zoom>
<p>　　各乡镇人民政府：为了做好渡口管理工作，保障群众出行安全，现将有关事项通知如下。</p>
<p>　　<strong>一、总体要求</strong></p>
<p>　　坚持安全第一、预防为主，落实属地责任，全面排查隐患，把各项措施落到实处。</p>
<p>　　<strong>二、工作安排</strong></p>
<p>　　三月底前完成排查，四月底前完成整改，五月组织验收，结果列入年度考核。</p>
<table><tr><td><p>时间</p></td><td>任务</td></tr><tr><td>3月</td><td>排查</td></tr></table>
<p>　　各单位要在本月底前报送名单，逾期不报的予以通报，并取消年度评优资格。</p>
</div><div><a href=#>分享</a> <a href=#>打印</a></div></td></tr></table><div>版权所有 联系电话</div></body></html>`
	a, ok := Main(src, 0, "")
	if !ok || a.Title != "渡口管理通知" {
		t.Errorf("%q", a.Title)
	}
	got := dump.Body(a.Body)
	if !strings.HasPrefix(got, "p 各乡镇") || !strings.HasSuffix(got, "评优资格。\n") || strings.Count(got, "\nh1 ") != 2 || !strings.Contains(got, "t false [0 0] / 时间; 任务; / 3月; 排查;") {
		t.Errorf("\n%s", got)
	}
	dump.CheckOffsets(t, src, a.Body)
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{"<p>甲<b>乙&amp;</p><table><tr><td>a<td>b<tr><td>c", "<ul><li>x<ol><li>y</ul>", "<pre>\n x</pre>", "<a epub:type=noteref href=#a>1</a><aside epub:type=footnote id=a>n"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			return
		}
		a, _ := Main(src, 0, "")
		dump.CheckInside(t, len(src), a.Body)
	})
}

// The links of a book are looked at once, however many there are.
func BenchmarkNotePairs(b *testing.B) {
	for _, n := range []int{2000, 8000} {
		var text strings.Builder
		for i := range n {
			fmt.Fprintf(&text, `<p>文<a id="r%d" href="#n%d">[1]</a>。</p><p><a id="n%d" href="#r%d">[1]</a> 注。</p><a href="#x">1</a>`, i, i, i, i)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(text.Len()))
			for b.Loop() {
				FindNotes([]Document{{Text: text.String()}})
			}
		})
	}
}
