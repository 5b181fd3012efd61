// Package sample has pages of the kinds of site that Chinese texts are read on,
// made for tests: their furniture, their text.
package sample

import (
	"fmt"
	"strings"

	"juan/model/char"
)

// A Page is a page made for a test: its HTML, and which part of it is the main text.
type Page struct {
	Name  string
	HTML  string
	Title string
	Want  []string // the paragraphs of its text
}

// A sampleText is a text that pages are made of: paragraphs, those that begin
// with # headings, with * items, and with | rows of a table.
type sampleText struct {
	title string
	lines []string
}

func sampleTexts() []sampleText {
	return []sampleText{
		{"关于做好渡口安全工作的通知", []string{"各乡镇人民政府，县直各单位：", "为了做好汛期渡口安全工作，保障群众出行，现将有关事项通知如下。", "一、落实责任。各单位主要负责人对本单位渡口安全负总责，要逐一登记在册。", "二、加强检查。每周至少检查一次，发现问题立即整改，不得拖延。", "特此通知。", "某县人民政府办公室"}},
		{"江边的夜", []string{"天色暗下来的时候，渡口边只剩下三个人。一个是摆渡的老人，一个是挑担的货郎，还有一个是从城里来的学生。", "老人不说话，只是望着江面。江水涨了，比昨天高出一尺多，岸边的石阶没在水里，看不见了。", "“今夜怕是过不去了。”货郎放下担子，在石头上坐下来，摸出一袋烟。", "学生打开书，借着最后一点天光读了几行，又合上了。他想起母亲的信，信里说，家里的桂花开了。", "船终于来了。灯在水上摇着，一晃一晃的，像一个人在远处招手。"}},
		{"怎样读一本旧书", []string{"旧书与新书不同，读法也不同。下面说说我的几点体会，供大家参考。", "#先看版本", "拿到一本旧书，先翻到最后一页，看是哪一年哪一家印的，印了多少册。版本不同，文字往往也不同。", "#再看批注", "前人的批注有时比正文更有意思。字迹、墨色、用语，都能看出那个人读书时的样子。", "#最后读正文", "读正文要慢，一天几页就够了。读到不懂的地方，做个记号，过几天再看。"}},
		{"全县渡口情况表", []string{"截至上月底，全县共有渡口十二处，渡船二十六艘，船员五十三人，具体情况如下表。", "|渡口|渡船|船员", "|上渡|5|11", "|中渡|9|18", "|下渡|12|24", "检查中发现的问题主要有三个方面：", "*部分渡船年久失修，救生设备不足；", "*个别船员没有证书，培训跟不上；", "*码头照明不好，夜里上下船有危险。", "以上问题要在本月底前整改到位，结果报县交通局备案。"}},
		{"用Go写一个小工具", []string{"这篇文章介绍怎样用Go写一个把文本转成网页的小工具，代码不到一百行。", "#准备 Setup", "先安装Go 1.26，然后新建一个目录，运行go mod init，就可以开始写代码了。", "#读文件 Reading files", "用os.ReadFile读出全部内容，再用strings.Lines一行一行处理，空行表示一段结束。", "If the file is large, read it in pieces; bufio.Scanner is good enough for most cases.", "#写网页", "每一段放进一个p元素里，标题放进h2元素里，最后写到标准输出。"}},
	}
}

// body writes a text as mark-up with p, h and so on in some form.
func (s sampleText) body(p, h string) (markup string, want []string) {
	var b strings.Builder
	open := ""
	shut := func(next string) {
		if open != "" && open != next {
			b.WriteString("</" + open + ">")
			open = ""
		}
		if next != "" && open == "" {
			b.WriteString("<" + next + ">")
			open = next
		}
	}
	for _, line := range s.lines {
		switch line[0] {
		case '#':
			shut("")
			want = append(want, line[1:])
			fmt.Fprintf(&b, h, line[1:])
		case '*':
			shut("ul")
			want = append(want, line[1:])
			b.WriteString("<li>" + line[1:] + "</li>")
		case '|':
			shut("table")
			cells := strings.Split(line[1:], "|")
			want = append(want, strings.Join(cells, ""))
			b.WriteString("<tr><td>" + strings.Join(cells, "</td><td>") + "</td></tr>")
		default:
			shut("")
			want = append(want, line)
			fmt.Fprintf(&b, p, line)
		}
	}
	shut("")
	return b.String(), want
}

// A siteForm is how a kind of site sets a text.
type siteForm struct {
	name, p, h string
	page       string // %[1]s title, %[2]s text
}

func siteForms() []siteForm {
	links := func(n int, words string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `<li><a href="/%d.html">%s第%d条</a></li>`, i, words, i+1)
		}
		return "<ul>" + b.String() + "</ul>"
	}
	return []siteForm{
		{"gov-tables", "　　%s<br><br>", "<div align=center><strong>%s</strong></div><br>", `<html><head><title>%[1]s_某县人民政府门户网站</title></head><body><table width=1000><tr><td><a href=/>首页</a></td><td><a href=/a>政务公开</a></td><td><a href=/b>政务服务</a></td></tr></table><table width=1000><tr><td>当前位置：<a href=/>首页</a> &gt; <a href=/a>政务公开</a> &gt; 文件</td></tr></table><table border=1><tr><td>索引号：</td><td>001-2021-3</td><td>发布机构：</td><td>办公室</td></tr><tr><td>标题：</td><td colspan=3>%[1]s</td></tr></table><table><tr><td align=center><font size=5><b>%[1]s</b></font></td></tr><tr><td align=center>时间：2021-03-05 09:30　来源：办公室　浏览次数：12　字体：【<a href=#>大</a> <a href=#>中</a> <a href=#>小</a>】</td></tr><tr><td><div id=zoom>%[2]s</div></td></tr><tr><td>上一篇：<a href=1>关于防汛的通知</a><br>下一篇：<a href=2>关于春耕的通知</a></td></tr><tr><td align=right>【<a href="javascript:print()">打印本页</a>】【<a href="javascript:close()">关闭窗口</a>】</td></tr></table><table><tr><td>主办：某县人民政府　承办：办公室<br>备案号：某ICP备00000000号　网站标识码：4100000000<br>联系电话：0000-0000000</td></tr></table></body></html>`},
		{"gov-divs", "<p style=\"text-indent:2em\">%s</p>", "<p style=\"text-align:center\"><strong>%s</strong></p>", `<!DOCTYPE html><html><head><title>%[1]s - 某省人民政府</title><meta name="ArticleTitle" content="%[1]s"><meta name="ContentSource" content="省政府办公厅"></head><body><div class="top"><a href="/">某省人民政府</a><span>无障碍阅读</span><span>长者模式</span></div><div class="nav">` + links(8, "栏目") + `</div><div class="crumb">您现在的位置：<a href=/>首页</a>&gt;<a href=/z>政策</a></div><div class="main"><h2 class="tit">%[1]s</h2><div class="info"><span>发布时间：2022-05-06 10:00</span><span>来源：省政府办公厅</span><span>字号：[大 中 小]</span><span>打印</span></div><div id="UCAP-CONTENT">%[2]s</div><div class="share">分享到：<a href=#>微信</a><a href=#>微博</a></div><div class="rel"><h3>相关链接</h3>` + links(4, "有关文件") + `</div></div><div class="foot"><p>主办单位：某省人民政府办公厅</p><p>网站标识码：4100000001　某公网安备 41000000000001号</p><p><a href=/m>网站地图</a> | <a href=/c>联系我们</a></p></div></body></html>`},
		{"news", "<p>　　%s</p>", "<p><strong>%s</strong></p>", `<!DOCTYPE html><html><head><title>%[1]s|渡口|新闻_某某新闻网</title><meta property="og:title" content="%[1]s"></head><body><header><a href=/>首页</a> <a href=/n>新闻</a> <a href=/f>财经</a> <a href=/login>登录</a></header><div class="path">首页 &gt; 新闻 &gt; 正文</div><h1>%[1]s</h1><div class="date-source"><span>2023年05月06日 08:30</span> <a href=/s>某某日报</a> <span>作者：某人</span></div><div id="artibody" class="article">%[2]s<p class="ed">责任编辑：某某</p></div><div class="tool"><a href=#>收藏</a><a href=#>举报</a></div><div class="comment">网友评论 <a href=#>我要评论</a> 共0条</div><aside><h3>热门文章</h3>` + links(10, "别处新闻热点") + `</aside><footer>Copyright 1996-2023 某某新闻网 版权所有 <a href=/about>关于我们</a></footer></body></html>`},
		{"wechat", "<section><span>%s</span></section>", "<section style=\"text-align:center\"><span><strong>%s</strong></span></section>", `<!DOCTYPE html><html><head><meta property="og:title" content="%[1]s"><title></title></head><body><div id="js_article"><h1 class="rich_media_title">%[1]s</h1><div class="rich_media_meta_list"><span>原创</span><span>某人</span><a href="javascript:void(0);">江边读书</a><em id="publish_time">2023年5月6日 20:30</em><div style="display:none;"><p>微信号</p><p>功能介绍</p></div></div><div class="rich_media_content" id="js_content" style="visibility: hidden;">%[2]s<p style="display:none"><mp-style-type></mp-style-type></p></div><div class="rich_media_tool"><a>阅读原文</a><div>阅读 <span></span></div><span>喜欢此内容的人还喜欢</span></div></div><div>微信扫一扫<br>关注该公众号</div><div>继续滑动看下一个</div><div>知道了</div><div>取消 允许</div>：，，，，。视频小程序赞，轻点两下取消赞在看，轻点两下取消在看分享留言收藏听过</body></html>`},
		{"blog", "<p>%s</p>", "<h2>%s</h2>", `<!DOCTYPE html><html><head><title>%[1]s – 某人的博客</title></head><body class="single"><header><h1 class="site-title"><a href=/>某人的博客</a></h1><nav>` + links(5, "分类") + `</nav></header><main><article><h2 class="entry-title">%[1]s</h2><div class="meta">2020年1月2日 · 某人 · 3条评论</div><div class="entry-content">%[2]s</div><footer>标签：<a href=/t>读书</a></footer></article><nav class="post-nav"><a href=1>上一篇：别的文章</a><a href=2>下一篇：又一篇文章</a></nav><section id="comments"><h3>评论</h3><ol><li><p>写得真好，学习了，谢谢分享这篇文章。</p></li><li><p>请问后面还有吗？期待更新下一篇。</p></li></ol></section></main><aside><h3>近期文章</h3>` + links(6, "博客文章") + `<h3>归档</h3>` + links(6, "二〇二〇年") + `</aside><footer>© 2020 某人的博客. Powered by WordPress</footer></body></html>`},
		{"hexo", "<p>%s</p>\n", "<h2 id=\"x\"><a href=\"#x\" class=\"headerlink\" title=\"x\"></a>%s</h2>", `<!DOCTYPE html><html><head><title>%[1]s | 渡口笔记</title></head><body><div class="sidebar"><div class="post-toc"><ol><li><a href="#x">目录一</a></li></ol></div><div class="site-overview"><p>某人</p><p>读书写字</p></div></div><div class="content"><h1 class="post-title">%[1]s</h1><div class="post-meta">发表于 2019-05-06 | 分类于 <a href=/c>笔记</a> | 阅读次数：</div><div class="post-body">%[2]s</div><div class="post-copyright"><ul><li>本文作者：某人</li><li>版权声明：转载请注明出处！</li></ul></div><div class="post-nav"><a href=1>前一篇文章</a><a href=2>后一篇文章</a></div></div><footer><div>&copy; 2019 某人</div><div>由 Hexo 强力驱动</div></footer></body></html>`},
		{"docs", "<p>%s</p>", "<h2>%s</h2>", `<!DOCTYPE html><html><head><title>%[1]s — 某某手册 1.0 文档</title></head><body><div class="topbar"><a href=/>某某手册</a><input placeholder=搜索></div><div class="side">` + links(40, "手册章节") + `</div><div class="document"><div role="main"><div class="breadcrumbs"><a href=/>手册</a> » %[1]s</div><h1>%[1]s</h1>%[2]s<div class="prevnext"><a href=1>上一章</a><a href=2>下一章</a></div></div></div><footer><p>© 版权所有 2024, 某某团队.</p></footer></body></html>`},
		{"semantic", "<p>%s</p>", "<h2>%s</h2>", `<!DOCTYPE html><html lang=zh><head><title>%[1]s</title></head><body><header><nav>` + links(4, "导航") + `</nav></header><main><article><header><h1>%[1]s</h1><p><time datetime="2024-02-03">2024年2月3日</time></p></header>%[2]s</article></main><aside>` + links(5, "推荐阅读") + `</aside><footer><p>联系我们：a@b.cn</p></footer></body></html>`},
		{"old", "　　%s<br>\n<br>\n", "<b>%s</b><br><br>", `<HTML><HEAD><TITLE>%[1]s</TITLE></HEAD><BODY bgcolor=#ffffff><CENTER><FONT size=5>%[1]s</FONT></CENTER><HR><FONT face=宋体>%[2]s</FONT><HR><CENTER><A href=1.htm>上一页</A> <A href=index.htm>返回目录</A> <A href=3.htm>下一页</A></CENTER></BODY></HTML>`},
		{"novel", "&nbsp;&nbsp;&nbsp;&nbsp;%s<br/><br/>", "&nbsp;&nbsp;&nbsp;&nbsp;%s<br/><br/>", `<!DOCTYPE html><html><head><title>%[1]s_渡口记_某某小说网</title></head><body><div class="header"><a href=/>某某小说网</a><input><a href=/s>搜索</a></div><div class="con_top"><a href=/>首页</a> &gt; <a href=/b>渡口记</a> &gt; %[1]s</div><div class="bookname"><h1>%[1]s</h1><div class="bottem1"><a href=1>上一章</a> ← <a href=0>章节目录</a> → <a href=2>下一章</a> <a href=#>加入书签</a></div></div><div id="content">%[2]s</div><div class="bottem2"><a href=#>推荐本书</a> <a href=1>上一章</a> ← <a href=0>章节目录</a> → <a href=2>下一章</a></div><div class="footer"><p>本站所有小说为转载作品，所有章节均由网友上传。</p><p>Copyright © 2020 某某小说网 All Rights Reserved.</p></div></body></html>`},
	}
}

// Pages returns fifty pages: ten kinds of site, five texts.
func Pages() []Page {
	var all []Page
	for _, site := range siteForms() {
		for i, text := range sampleTexts() {
			body, want := text.body(site.p, site.h)
			all = append(all, Page{fmt.Sprintf("%s-%d", site.name, i+1), fmt.Sprintf(site.page, text.title, body), text.title, want})
		}
	}
	return all
}

// Measure returns how much of what was read is the sample's text (precision), and how
// much of that text was read (recall).
func (s Page) Measure(text string) (precision, recall float64) {
	text = char.Squeezed(text)
	want, found := 0, 0
	for _, line := range s.Want {
		line = char.Squeezed(line)
		want += len(line)
		if strings.Contains(text, line) {
			found += len(line)
		}
	}
	return float64(found) / float64(max(len(text), 1)), float64(found) / float64(want)
}
