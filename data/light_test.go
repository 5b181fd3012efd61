package data

import (
	"encoding/base64"
	"strings"
	"testing"

	"juan/data/internal/dump"
	"juan/data/internal/sample"
)

func TestLightMarkup(t *testing.T) {
	for _, c := range []struct{ name, src, title, want string }{
		{"a.org", "#+TITLE: 渡口\n#+DATE: <2020-01-02>\n#+OPTIONS: toc:nil\n\n* 一、概况 :tag:\n:PROPERTIES:\n:ID: x\n:END:\n正文*重*与/斜/、=码=、[[https://a.cn][链]]、[[file:a.png]]。\n续行。\n\n** 细目\n- 项\n  1. 子\n\n#+BEGIN_SRC go\nx := 1\n\n  y\n#+END_SRC\n\n#+BEGIN_QUOTE\n引文。\n#+END_QUOTE\n\n| 甲 | 乙 |\n|---+---|\n| 1 | 2 |\n\n文[fn:1]。\n\n[fn:1] 注。\n# 注释\n", "渡口",
			"h1 一、|概况\np 正文{b 重}与{i 斜}、{c 码}、{l 链 →https://a.cn}、{p a.png →a.png}。续行。\nh2 |细目\n1- p 项\n1- 21.- p 子\nc go \"x := 1\\n\\n  y\"\n> p 引文。\nt true [0 0] / 甲; 乙; / 1; 2;\np 文{n 1 →1}。\n[^1] p 注。\n"},
		{"c.org", "#+TODO: 待办(t) | 办完(d)\n#+TITLE: 渡口\n* TODO [#A] 等船 :水:\nDEADLINE: <2021-03-05 五>\n文。\n* 待办 上船\n** DONE\n* TODOS 桂花\n式$x^2$与$5，y^2。\n", "渡口",
			"h1 |等船\np DEADLINE: 2021-03-05 五\np 文。\nh1 |上船\nh2 |DONE\nh1 |TODOS 桂花\np 式x²与$5，y²。\n"},
		{"a.tex", "\\title{渡口}\n\\begin{document}\n\\section{概况}\n正文\\footnote{注。}与$a^2$。\n\\subsection{细目}\n\\begin{itemize}\n\\item 项\n\\end{itemize}\n\\begin{tabular}{ll}\n甲 & 乙 \\\\\n1 & 2\n\\end{tabular}\n\\end{document}\n", "渡口",
			"h1 |概况\np 正文{n 1 →1}与a²。\nh2 |细目\n1- p 项\nt true [0 0] / 甲; 乙; / 1; 2;\n[^1] p 注。\n"},
		{"a.opml", `<?xml version="1.0" encoding="gb2312"?><opml><head><title>渡口</title></head><body><outline text="甲 &amp; 乙"><outline text="子" _note="注。"/></outline><outline title="丙" htmlUrl="https://a.cn"/></body></opml>`, "渡口",
			"1- p 甲 & 乙\n1- 2- p 子\n1- 2- p 注。\n3- p {l 丙 →https://a.cn}\n"},
		{"a.csv", "年,数,注\n2020,12,\"大,新\"\n2021,3,\"他说\"\"好\"\"\"\n", "a", "t true [0 0 0] / 年; 数; 注; / 2020; 12; 大,新; / 2021; 3; 他说\"好\";\n"},
		{"b.csv", "甲,乙\n没有第二格\n", "b", "p 甲,乙\np 没有第二格\n"},
		{"a.lrc", "[ti:渡口]\n[ar:某人]\n[00:01.20]船来了\n[00:08.00]\n[00:04.50][00:20.10]等等我\n[00:10.00]<00:10.00>水<00:10.50>声\n", "渡口", "v 船来了⏎等等我\nv 水声⏎等等我\n"},
		{"a.ass", "[Script Info]\nTitle: 渡口\n\n[V4+ Styles]\nStyle: Default,Arial\n\n[Events]\nFormat: Layer, Start, End, Style, Name, Text\nDialogue: 0,0:00:01.00,0:00:02.00,D,老周,{\\an8}船来了，\\N快。\nComment: 0,0:00:01.00,0:00:02.00,D,,旁注\nDialogue: 0,0:00:03.00,0:00:04.00,D,,{\\p1}m 0 0 l 9 9\nDialogue: 0,0:00:05.00,0:00:06.00,D,,等,等。\n", "渡口",
			"v 0:00:01.00 --> 0:00:02.00⏎老周：船来了，⏎快。\nv 0:00:05.00 --> 0:00:06.00⏎等,等。\n"},
		{"a.rst", "====\n渡口\n====\n\n概况\n====\n\n正文**重**与``码``、`链 <https://a.cn>`_、:ref:`别处`。\n\n细目\n----\n\n代码如下::\n\n    x = 1\n      y\n\n.. code-block:: python\n   :linenos:\n\n   print(1)\n\n.. note::\n\n   要点。\n\n.. image:: a.png\n   :alt: 图\n\n.. 这是注释\n   看不见\n\n* 项\n* 目\n\n#. 一\n\n再一节\n======\n\n文。\n", "渡口",
			"h1 |概况\np 正文{b 重}与{c 码}、{l 链 →https://a.cn}、{c 别处}。\nh2 |细目\np 代码如下:\nc  \"x = 1\\n  y\"\nc python \"print(1)\"\n> p {b note}\n> p 要点。\np {p 图 →a.png}\n2- p 项\n3- p 目\n41.- p 一\nh1 |再一节\np 文。\n"},
		{"a.adoc", "= 渡口\n:author: 某人\n:toc:\n\n== 概况\n\n正文*重*，见 https://a.cn[链]，image:b.png[图]。\n// 注释\n\n=== 细目\n\n* 项\n** 子\n\n. 一\n\nNOTE: 要点。\n\n[source,go]\n----\nx := 1\n----\n\n.表题\n|===\n|甲 |乙\n\n|1 |2\n|===\n\n____\n引文。\n____\n", "渡口",
			"h1 |概况\np 正文{b 重}，见 {l 链 →https://a.cn}，{p 图 →b.png}。\nh2 |细目\n1- p 项\n1- 2- p 子\n31.- p 一\n> p {b NOTE}\n> p 要点。\nc go \"x := 1\"\np {b 表题}\nt true [0 0] / 甲; 乙; / 1; 2;\n> p 引文。\n"},
		{"a.srt", "1\n00:00:01,000 --> 00:00:02,000\n你好。\n再见。\n\n2\n00:00:03,000 --> 00:00:04,000\n走吧。\n", "a", "v 1⏎00:00:01,000 --> 00:00:02,000⏎你好。⏎再见。\nv 2⏎00:00:03,000 --> 00:00:04,000⏎走吧。\n"},
		{"a.vtt", "WEBVTT\n\n00:01.000 --> 00:02.000\n你好。\n", "a", "v 00:01.000 --> 00:02.000⏎你好。\n"},
		{"b.vtt", "WEBVTT - 渡口\nKind: captions\n\nNOTE 抄写的人\n记下的话\n\nSTYLE\n::cue { color: red }\n\n00:01.000 --> 00:02.000 align:start line:0\n<v 老周>船<00:01.500>来了。</v>\n<c.loud>a < b</c> &amp; c\n", "b", "v 00:01.000 --> 00:02.000⏎老周：船来了。⏎a < b & c\n"},
		{"b.srt", "1\n00:00:01,000 --> 00:00:02,000\n{\\an8}<i>上船</i>，{快}<3\n<font color=\"#fff\">走</font>\n", "b", "v 1⏎00:00:01,000 --> 00:00:02,000⏎上船，{快}<3⏎走\n"},
		{"b.rst", "渡口\n====\n\n:作者: 某人\n:日期: 2020-01-02\n:版本: 二\n\n文 [#甲]_ 与 [1]_ 。\n\n.. [#甲] 注。\n.. [1] 又注。\n", "渡口", "p 版本：二\np 文 {n 1 →1} 与 {n 2 →2} 。\n[^1] p 注。\n[^2] p 又注。\n"},
		{"b.adoc", "= 渡口\n某人 <a@b.cn>\nv1.2, 2020-01-02\n:toc:\n\n引言。\n\n====\n盒里的话。\n第二行 <https://a.cn> 在此\n====\n", "渡口", "p 引言。\n> p 盒里的话。第二行 {l https://a.cn →https://a.cn} 在此\n"},
		{"c.adoc", "= 渡口\n\n[quote, 某人, 某书]\n____\n引文。\n____\n", "渡口", "> p 引文。\np —— 某人, 某书\n"},
		{"b.org", "#+TITLE: 渡口\n#+DATE: <2020-01-02 Thu>\n\n见 https://a.cn/b/ 与[[https://a.cn/c/d]]，x^2、H_2O、a_{甲}、_线_、a_b_c。\n\n- 渡口 :: 停船处\n", "渡口", "p 见 {l https://a.cn/b/ →https://a.cn/b/} 与{l https://a.cn/c/d →https://a.cn/c/d}，x²、H₂O、a_(甲)、线、a_b_c。\n1- p {b 渡口} 停船处\n"},
	} {
		o := open(t, "", write(t, t.TempDir(), c.name, c.src))
		if len(o.articles) != 1 || len(o.errs) > 0 {
			t.Errorf("%s: %v", c.name, o.errs)
			continue
		}
		if year := o.articles[0].Date.Year(); c.name[0] == 'b' && strings.Contains(c.src, "2020") && year != 2020 {
			t.Errorf("%s: of the year %d", c.name, year)
		}
		if got := dump.Body(o.articles[0].Body); got != c.want || o.articles[0].Title != c.title {
			t.Errorf("%s: %q\n got %q\nwant %q", c.name, o.articles[0].Title, got, c.want)
		}
	}
}

func TestMail(t *testing.T) {
	b64 := func(s string) string { return base64.StdEncoding.EncodeToString([]byte(s)) }
	head := "From: =?utf-8?B?" + b64("某人") + "?= <a@b.cn>\r\nSubject: =?gb2312?B?" + b64(sample.GBK("渡口的事")) + "?=\r\nDate: Thu, 02 Jan 2020 10:00:00 +0800\r\nMIME-Version: 1.0\r\n"
	for _, c := range []struct{ name, src, want string }{
		{"a.eml", head + "Content-Type: text/plain; charset=gbk\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64(sample.GBK("你好：\n\n船到了。\n")) + "\r\n", "p 你好：\np 船到了。\n"},
		{"b.eml", head + "Content-Type: multipart/alternative; boundary=x\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\n甲\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><body><p>=E4=B9=99</p></body></html>\r\n--x--\r\n", "p 乙\n"},
		{"c.eml", head + "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: multipart/alternative; boundary=y\r\n\r\n--y\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n丙。\r\n--y--\r\n--x\r\nContent-Type: text/plain; name=z.txt\r\nContent-Disposition: attachment; filename=z.txt\r\n\r\n附件\r\n--x--\r\n", "p 丙。\n"},
		{"d.mht", "From: <Saved by Blink>\r\n" + strings.SplitN(head, "\r\n", 2)[1] + "Content-Type: multipart/related; type=\"text/html\"; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64("<!DOCTYPE html><html><head><meta charset=utf-8></head><body><p>丁。</p></body></html>") + "\r\n--x\r\nContent-Type: image/png\r\n\r\nx\r\n--x--\r\n", "p 丁。\n"},
	} {
		o := open(t, "", write(t, t.TempDir(), c.name, c.src))
		if len(o.articles) != 1 || len(o.errs) > 0 {
			t.Errorf("%s: %v", c.name, o.errs)
			continue
		}
		a := o.articles[0]
		if got := dump.Body(a.Body); got != c.want || a.Title != "渡口的事" || a.Date.Year() != 2020 || c.name < "d" && a.Source != "某人 <a@b.cn>" {
			t.Errorf("%s: %q %q\n got %q\nwant %q", c.name, a.Title, a.Source, got, c.want)
		}
	}
	saved := head + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + b64("<!DOCTYPE html><html><head><title>夜渡 - 某某网</title></head><body><h1>夜渡</h1><p>正文。</p></body></html>") + "\r\n"
	if o := open(t, "", write(t, t.TempDir(), "f.mhtml", saved)); len(o.articles) != 1 || o.articles[0].Title != "夜渡" {
		t.Errorf("a page that was saved: %v", o)
	}
	if o := open(t, "", write(t, t.TempDir(), "e.eml", head+"\r\n")); len(o.errs) != 1 {
		t.Errorf("an empty message: %v", o.errs)
	}
}
