package page

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"juan/data/internal/dump"
	"juan/model/char"
)

// Lines that only look like furniture, inside a text, stay.
func TestLinesOfATextAreNoFurniture(t *testing.T) {
	long := strings.Repeat("这一段说的是正事，有头有尾，读者要看的就是它。", 4)
	for _, line := range []string{"扫码支付已经普及到每一个渡口。", "分享到最后的人，往往是最先动手的那一个，这话一点不错。", "下一篇文章里我们再谈这件事，这里先把道理讲清楚。", "主办单位：某县文化馆", "举报电话：0000-0000000", "打印机坏了，没有人来修。", "……", "***", "更多精彩还在后面", "1958", "评论家说，这是他写得最好的一本书。", "Share prices rose by three per cent on Friday."} {
		src := "<html><head><title>题目</title></head><body><div id=content><p>" + long + "</p><p>" + line + "</p><p>" + long + "</p></div></body></html>"
		a, ok := Main(src, 0, "")
		if !ok {
			t.Fatal("too much")
		}
		if !strings.Contains(dump.Letters(a.Body), char.Squeezed(line)) {
			t.Errorf("%q is left out", line)
		}
	}
}

// A rule does not end a text, and the notes at its foot are part of it.
func TestTheFootOfAText(t *testing.T) {
	long := "<p>" + strings.Repeat("这一段说的是正事，有头有尾，读者要看的就是它。", 4) + "</p>"
	src := "<html><head><title>题目</title></head><body><article>" + long + long + "<hr><p>某人 记于江边</p><footer class=footnotes><ol><li>注在此</li></ol></footer></article><footer>友情链接</footer></body></html>"
	a, _ := Main(src, 0, "")
	got := dump.Letters(a.Body)
	if !strings.Contains(got, "某人记于江边") || !strings.Contains(got, "注在此") || strings.Contains(got, "友情链接") {
		t.Errorf("%q", got)
	}
}

// The title of a page has no name of a site after it.
func TestTitlesOfPages(t *testing.T) {
	text := "<p>" + strings.Repeat("正文在这里，写了很长的一段话。", 12) + "</p>"
	for _, c := range []struct{ head, body, want string }{
		{"<title>渡口的夜_某某新闻网</title>", "", "渡口的夜"},
		{"<title>渡口的夜 - 知乎</title>", "", "渡口的夜"},
		{"<title>渡口的夜-江边-某某日报</title>", "", "渡口的夜-江边"},
		{"<title>上-下</title>", "", "上-下"},
		{"<title>GB/T 1-2020 渡口 | 某某标准网</title>", "", "GB/T 1-2020 渡口"},
		{"<title>某某网 渡口</title>", "<h1>渡口的夜</h1>", "某某网 渡口"},
		{"<title>渡口的夜</title><meta property=og:title content='夜渡'>", "<h1>夜渡</h1>", "夜渡"},
		{"<title>渡口的夜_江边小站</title><meta property=og:site_name content=江边小站>", "", "渡口的夜"},
		{"", "<h1>夜渡</h1>", "夜渡"},
		{"", "", "名"},
		{"<title></title>", "<h2>夜渡</h2>", "名"},
	} {
		if a, ok := Main("<html><head>"+c.head+"</head><body>"+c.body+text+"</body></html>", 0, "名"); !ok || a.Title != c.want {
			t.Errorf("%s %s: %q, want %q", c.head, c.body, a.Title, c.want)
		}
	}
}

// The sign after a heading that leads to it is no text, and the lines of code
// that stand each in an element of their own stay lines.
func TestSignsOfHeadingsAndLinesOfCode(t *testing.T) {
	text := "<p>" + strings.Repeat("正文在这里，写了很长的一段话。", 12) + "</p>"
	a, _ := Main("<html><body><h1>安装<a class=headerlink href=#a>¶</a></h1>"+text+"<h2>问题<a href='#q'>#</a></h2>"+text+"<p>见<a href=#q>问题</a>。</p><pre><code>cd boat</code><code>row 3</code></pre></body></html>", 0, "")
	var all []string
	for _, b := range a.Body {
		all = append(all, b.Text())
	}
	got := strings.Join(all, "|")
	if a.Title != "安装" || strings.ContainsAny(got, "¶#") || !strings.Contains(got, "见问题。") || !strings.Contains(got, "cd boat\nrow 3") {
		t.Errorf("%q %q", a.Title, got)
	}
}

// What a page offers to do with a section is no part of its heading; the words
// themselves may be one.
func TestToolsOfHeadings(t *testing.T) {
	text := "<p>" + strings.Repeat("正文在这里，写了很长的一段话。", 12) + "</p>"
	for _, c := range [][2]string{
		{"<h2>历史<span class=mw-editsection><span>[</span><a href=x>编辑</a><span> | </span><a href=y>编辑源代码</a><span>]</span></span></h2>", "历史"},
		{"<h2>用法 <a class=edit>编辑</a></h2>", "用法"},
		{"<h2>History <sup>[<A href=x>edit</A>]</sup></h2>", "History"},
		{"<h2><a>编辑</a></h2>", "编辑"},
		{"<h2>怎样<a href=x>编辑</a>条目</h2>", "怎样编辑条目"},
		{"<h2>常用的<b>code</b></h2>", "常用的code"},
		{"<h2>历史<a href=x>[一]</a></h2>", "历史[一]"},
	} {
		a, _ := Main("<html><body><h1>题</h1>"+text+c[0]+text+"</body></html>", 0, "")
		var all []string
		for _, b := range a.Body {
			all = append(all, b.Text())
		}
		if !slices.Contains(all, c[1]) {
			t.Errorf("%s: %q", c[0], all)
		}
	}
}

// A line of furniture below a line of the text takes nothing with it.
func TestFurnitureTakesNoTextWithIt(t *testing.T) {
	long := strings.Repeat("这一段说的是正事，有头有尾，读者要看的就是它。", 4)
	src := "<html><head><title>题目</title></head><body><div>" + long + "<br>　　只有水声。<br>（本章未完，请点击下一页继续阅读）</div><p><a>上一页</a> <a>目录</a></p></body></html>"
	a, ok := Main(src, 0, "")
	if got := dump.Letters(a.Body); !ok || !strings.Contains(got, "只有水声。") || strings.Contains(got, "上一页") {
		t.Errorf("%q", got)
	}
}

// What a page says of its text, under the title, beside the text or below it.
func TestBylines(t *testing.T) {
	long := "<p>" + strings.Repeat("这一段说的是正事，有头有尾，读者要看的就是它。", 8) + "</p>"
	for _, c := range []struct{ before, after, day, source, lost string }{
		{"<div class=info>发布时间：2023-04-05 08:30　来源：河口日报　字体：<a>大</a></div>", "", "2023-04-05", "河口日报", "字体"},
		{"<div><span>2019年3月4日</span><span>来源：<a>河口日报</a></span><span>作者：某人</span></div>", "", "2019-03-04", "河口日报", "作者"},
		{"<div>某人 于 2021-08-09 12:00:00 发布 阅读量1.2k 收藏 30 点赞数 5</div>", "", "2021-08-09", "", "收藏"},
		{"", "<div>发布于 2022-02-03 10:20</div>", "2022-02-03", "", "发布于"},
		{"", "<div><p>" + long + "</p><div>编辑于 2020-09-08 07:06</div><div>赞同 1.2 万</div><div>32 条评论</div></div>", "2020-09-08", "", "条评论"},
		{"<div>2026年11月26日 星期四</div>", "", "", "", ""},
	} {
		a, _ := Main("<html><head><title>渡口</title></head><body><h1>渡口</h1>"+c.before+"<div>"+long+"</div>"+c.after+"</body></html>", 0, "")
		day := ""
		if !a.Date.IsZero() {
			day = a.Date.Format("2006-01-02")
		}
		if got := dump.Letters(a.Body); day != c.day || a.Source != c.source || c.lost != "" && strings.Contains(got, c.lost) {
			t.Errorf("%s%s: %q %q %q", c.before, c.after, day, a.Source, got)
		}
	}
}

// The foot of an article is its own, unless its name says that it is not.
func TestTheFootOfAnArticle(t *testing.T) {
	long := "<p>" + strings.Repeat("这一段说的是正事，有头有尾，读者要看的就是它。", 8) + "</p>"
	a, _ := Main("<html><body><article><h1>渡口</h1>"+long+"<footer><p>某人，船工，住在河口。</p></footer></article><article>"+long+"<footer class=post-footer>标签：船</footer></article><footer>站点</footer></body></html>", 0, "")
	if got := dump.Letters(a.Body); !strings.Contains(got, "住在河口") || strings.Contains(got, "标签") || strings.Contains(got, "站点") {
		t.Errorf("%q", got)
	}
}

// Notes in a list lead back with an arrow at their end.
func TestNotesWithArrows(t *testing.T) {
	for _, note := range []string{"<li id=n1>注文。<a href=#r1>↩</a></li>", "<li id=n1><p>注文。 <a href=#r1>↩︎</a></p></li>"} {
		a, _ := Main("<html><body><p>文<a id=r1 href=#n1><sup>[1]</sup></a>尾。</p><ol>"+note+"</ol></body></html>", 0, "")
		if got := dump.Body(a.Body); got != "p 文{n 1 →1}尾。\n[^1] p 注文。\n" {
			t.Errorf("%s: %q", note, got)
		}
	}
}

// Shorter lines hold none of those that furniture holds or begins with.
func TestLeastFurniture(t *testing.T) {
	holdsLine(furnitureInside+"\n"+furnitureStarts, func(line string) bool {
		if n := utf8.RuneCountInString(line); line != "" && n < leastFurniture {
			t.Errorf("%q has %d characters", line, n)
		}
		return false
	})
}
