package format

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"juan/data/charset"
	"juan/data/export"
	"juan/data/format/markdown"
	"juan/data/internal/dump"
	"juan/model"
)

// Markdown as Chinese authors and the programs they write for have it.
func TestMarkdownOfAuthors(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		// Headings.
		{"##一、概况\n正文\n###小节##\n文", "h2 一、|概况\np 正文\nh3 |小节\np 文\n"},
		{"###　全角\n\n＃题\n\n＃＃ 二\n\n##[链](u)题", "h3 |全角\nh1 |题\nh2 |二\nh2 |{l 链 →u}题\n"},
		{"#题目\n\n正文", "h1 |题目\np 正文\n"},
		{"#题目\n正文\n\n### 小节###\n\n# C#\n\n## 甲 ##", "h1 |题目\np 正文\nh3 |小节\nh1 |C#\nh2 |甲\n"},
		{"式：$$\na^2+b^2=c^2\n$$。\n\n式：$$\n无尾", "p 式：a²+b²=c²。\np 式：$$无尾\n"},
		{"正文\n\n#读书 #笔记\n\n#话题#今天\n\n#1号\n\n#读书", "p 正文\np #读书 #笔记\np #话题#今天\np #1号\np #读书\n"},
		{"正文\n#标签\n续", "p 正文#标签续\n"},
		{"## 甲 {#before}\n\n乙 {#id .c}\n---\n\n## 丙 {/*before*/}\n\n##丁{#a}", "h2 |甲\nh2 |乙\nh2 |丙\nh2 |丁\n"},
		{"```\n##不是\n```\n\n    ##也不是\n\n\\##不", "c  \"##不是\"\nc  \"##也不是\"\np ##不\n"},
		{"- ##甲\n\n> ##乙", "1- h2 |甲\n> h2 |乙\n"},
		{"##!甲 #!/bin/sh\n\n#######七", "p ##!甲 #!/bin/sh\np #######七\n"},
		// Lines.
		{"要求：\n1、准时；\n2、带伞。\n续\n（1）甲\n(2)乙\n①丙\n·丁", "p 要求：\np 1、准时；\np 2、带伞。续\np （1）甲\np (2)乙\np ①丙\np ·丁\n"},
		{"甲：你好。\n乙：你好啊。\n老王：走。", "p 甲：你好。\np 乙：你好啊。\np 老王：走。\n"},
		{"时间：二〇二〇年\n地点：渡口", "p 时间：二〇二〇年\np 地点：渡口\n"},
		{"他想了很久，慢慢地\n说：那就走吧，\n不再等了。", "p 他想了很久，慢慢地说：那就走吧，不再等了。\n"},
		{"一共有\n3、4种，\n都好。", "p 一共有3、4种，都好。\n"},
		{"> 一、甲\n> 二、乙\n\n- 项\n  1、子\n  2、丑", "> p 一、甲\n> p 二、乙\n2- p 项\n2- p 1、子\n2- p 2、丑\n"},
		{"Q: 问？\nA: 答\n\n**甲**: 好\n**乙**: 好\n\n见http://a.cn\nhttp://b.cn", "p Q: 问？\np A: 答\np {b 甲}: 好\np {b 乙}: 好\np 见{l http://a.cn →http://a.cn}{l  }{l http://b.cn →http://b.cn}\n"},
		{"> 话说完了。\n> ——某人\n\n✅ 甲\n✅ 乙", "> p 话说完了。\n> p ——某人\np ✅ 甲\np ✅ 乙\n"},
		{"第一条　甲\n第二条　乙\n第三次来", "p 第一条　甲\np 第二条　乙第三次来\n"},
		{"老师：坐。\n（笑）\n学生：好。\n\n**注意**\n正文\na) 甲\nb) 乙", "p 老师：坐。\np （笑）\np 学生：好。\np {b 注意}\np 正文\np a) 甲\np b) 乙\n"},
		{"1.甲\n2.乙", "p 1.甲\np 2.乙\n"},
		{"长句子没有完所以\n换行接着写。", "p 长句子没有完所以换行接着写。\n"},
		// Boxes.
		{"> [!NOTE]\n> 要点。\n\n> [!tip]- 题 **目**\n> - 甲", "> p {b NOTE}\n> p 要点。\n> p {b 题 }{b 目}\n> 3- p 甲\n"},
		{"> [!info|red]+ 题\n\n> 甲\n> [!NOTE]\n\n[!NOTE] 乙", "> p {b 题}\n> p 甲[!NOTE]\np [!NOTE] 乙\n"},
		{":::tip\n甲\n:::\n\n::: warning 当心\n乙\n\n丙\n:::\n丁", "> p {b tip}\n> p 甲\n> p {b 当心}\n> p 乙\n> p 丙\np 丁\n"},
		{":::note[题]\n甲\n::::\n\n::: {.callout-tip}\n乙\n:::\n丙", "> p {b 题}\n> p 甲\n> p {b callout-tip}\n> p 乙\np 丙\n"},
		{":::tip\n甲\n\n没有结束", "p {b tip}\np 甲\np 没有结束\n"},
		{":::\n\n甲", "p 甲\n"},
		{"!!! note \"题\"\n    甲\n\n    - 乙\n\n丙\n??? warning\n    丁\n", "> p {b 题}\n> p 甲\n> 2- p 乙\np 丙\n> p {b warning}\n> p 丁\n"},
		{"!!! 注意", "> p {b 注意}\n"},
		{"真的！\n\n!!!\n\n!!!好", "p 真的！\np !!!\np !!!好\n"},
		{"{{< note >}}\n甲\n{{< /note >}}\n\n{{% notice tip %}}\n乙\n{{% /notice %}}\n丙", "> p {b note}\n> p 甲\n> p {b tip}\n> p 乙\np 丙\n"},
		{"{% note info %}\n甲\n{% endnote %}\n\n{% fold 展开 %}\n乙\n{% endfold %}", "> p {b info}\n> p 甲\n> p {b 展开}\n> p 乙\n"},
		{"1. 甲\n\n   {{< caution >}}\n   乙\n   {{< /caution >}}\n\n2. 丙", "11.- p 甲\n11.- > p {b caution}\n11.- > p 乙\n32.- p 丙\n"},
		{"{{< callout type=\"info\" >}}\n甲\n{{< /callout >}}", "> p {b info}\n> p 甲\n"},
		{"{{< admonition type=tip title=\"题 目\" open=true >}}\n甲\n{{< /admonition >}}", "> p {b 题 目}\n> p 甲\n"},
		{"=== \"甲\"\n\n    乙\n\n=== \"丙\"\n\n    丁\n\n题\n===\n", "> p {b 甲}\n> p 乙\n> p {b 丙}\n> p 丁\nh1 |题\n"},
		{"{% cq %}\n甲\n{% endcq %}\n\n{% blockquote 老人, 《海》 %}\n乙\n{% endblockquote %}", "> p 甲\n> p {b 老人, 《海》}\n> p 乙\n"},
		{"::: {.callout-note title=\"题\" collapse=true}\n甲\n:::\n\n::: {.column-margin}\n乙\n:::", "> p {b 题}\n> p 甲\n> p 乙\n"},
		{"<aside>\n💡 甲\n\n</aside>\n\n<footer>乙</footer>\n\n<div class=\"share\">丙</div>", "p 💡 甲\np 乙\np 丙\n"},
		// What only programs read.
		{"甲{% comment %}藏{% endcomment %}乙\n\n{% comment %}\n藏\n\n藏\n{% endcomment %}\n\n丙\n\n{% comment %}\n无尾", "p 甲乙\np 丙\np 无尾\n"},
		{"import A from '@x/A';\nimport \"b.css\"\n\n文\n\nimport 是一个词。\n\n`import x from 'y'`", "p 文\np import 是一个词。\np {c import x from 'y'}\n"},
		{"* 目录\n{:toc}\n\n@[TOC](目录)\n\n* 项\n{: .c}\n\n@[甲](乙)", "1- p 项\np @{l 甲 →乙}\n"},
		{"文^[注在此，*重*]完，x^[1](u)，a^[`c`]", "p 文（注在此，*重*）完，x^{l 1 →u}，a^[{c c}]\n"},
		// Templates.
		{"Mg^2+^与Cl^-^，a^2+b^2\n\n## 配置 <Badge text=\"2.0+\" type=\"tip\"/>\n\nVec<T>", "p Mg²⁺与Cl⁻，a^2+b^2\nh2 |配置\np Vec<T>\n"},
		{"见[上一篇]({% post_url 2020-01-01-x %})与![桥]({{ \"/b.png\" | relative_url }})，[甲]({ x)。", "p 见{l 上一篇}与{p 桥}，[甲]({ x)。\n"},
		{"甲\n\n[^_^]: # (注)\n[//]: # \"注\"\n[comment]: <> (注)\n\n乙[^1]\n\n[^1]: # 井号\n", "p 甲\np 乙{n 1 →1}\n[^1] h1 |井号\n"},
		{"甲{{< ref \"x\" >}}乙\n\n{{< figure src=\"a.jpg\" title=\"渡口\" >}}\n\n{% post_link 渡口 %}\n\n{{< term text=\"节点\" id=\"n\" >}}。", "p 甲乙\np {p 渡口}\np {l 渡口 →渡口}\np 节点。\n"},
		{"{% raw %}\n甲 {{ name }}\n{% endraw %}\n{:toc}\n\n段{: .red}\n\n\\newpage\n\n![图](a.png){width=50%}", "p 甲 {{ name }}\np 段\np {p 图 →a.png}\n"},
		{"`{{< note >}}` 与 `%%甲%%`、`[[乙]]`、`==丙==`、`$x$`", "p {c {{< note >}}} 与 {c %%甲%%}、{c [[乙]]}、{c ==丙==}、{c $x$}\n"},
		// What stands beside the text.
		{"见[[渡口]]、[[夜船|那条船]]、[[渡口#二]]、[[#本页]]、![[图.png|300]]、![[甲]]", "p 见{l 渡口 →渡口}、{l 那条船 →夜船}、{l 渡口#二 →渡口#二}、{l 本页 →#本页}、{p 图.png →图.png}、{l 甲 →甲}\n"},
		{"[[1]](u) 与 [[2]] [[ ]] \\[[丙]] [[[丁]]", "p {l [1] →u} 与 [[2]] [[ ]] [[丙]] [{l 丁 →丁}\n"},
		{"| a |\n|---|\n| [[甲\\|乙]] |", "t true [0] / a; / {l 乙 →甲};\n"},
		{"==亮==字，a==b==c，==亮 x=1== ===", "p {b 亮}字，a==b==c，{b 亮 x=1} ===\n"},
		{"甲%%注%%乙 100%% 增长\n\n%%\n多行\n\n注\n%%\n\n%%\n没有结束", "p 甲乙 100%% 增长\np %%没有结束\n"},
		{"一段。 ^abc-1\n\n- 项 ^x\n\n2 ^ 3，x^2，甲^乙", "p 一段。\n1- p 项\np 2 ^ 3，x^2，甲^乙\n"},
		// Formulas.
		{"由$E=mc^2$得$x$，$\\frac{a}{b}$与$$y_1$$", "p 由E=mc²得x，a/b与y₁\n"},
		{"从$5到$6，US$5和HK$6，$HOME/$USER，$5（约三十元），收了$3、付$2", "p 从$5到$6，US$5和HK$6，$HOME/$USER，$5（约三十元），收了$3、付$2\n"},
		{"$$\n\\frac{a}{b}\\\\\nc\n$$\n\n```math\nx^2\n```\n\n\\[\nx_1\n\\]", "p a/b⏎c\np x²\np x₁\n"},
		{"$$\n甲\n\n乙", "p $$甲\np 乙\n"},
		{"由\\(x^2\\)得，\\(注\\)。\n\n\\begin{equation}\nE=mc^2\n\\end{equation}", "p 由x²得，(注)。\np E=mc²\n"},
		{"10^3^与H~2~O，2^n^，3~5~人，~约~，a^b，x^甲^", "p 10³与H₂O，2ⁿ，3~5~人，~约~，a^b，x^甲^\n"},
	} {
		body, _ := markdown.Blocks(c.src, 0)
		if got := dump.Body(body); got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.src, got, c.want)
		}
		checkExport(t, c.src)
	}
}

// checkExport holds that what a text says can be written down and read again.
func checkExport(t *testing.T, src string) {
	t.Helper()
	f := Text{text: src, Title: "题", Name: "a.md"}
	d := f.markdown()
	a := model.NewArticle(d.Entry, d.Body)
	if text := export.Markdown(a, true); !ReadsBack(a, text) {
		g := Text{text: text, Title: "题", Name: "a.md"}
		t.Errorf("%q\nis written as %q\nand read as\n%s", src, text, dump.Body(g.markdown().Body))
	}
}

// What authors add has offsets and loses no letters, whatever it stands in.
func FuzzAuthors(f *testing.F) {
	for _, s := range []string{"##甲{#a}\n> [!NOTE] x\n> y", ":::tip\n{{< note >}}\n甲\n{{< /note >}}", "!!! note\n    $$\n    x\n    $$", "[[a|b]] ==c== %%d%% ^e", "{% fold \"甲\" %}\n$x$", "%%\n甲\n%%", "＃甲\n1、乙\n甲：丙"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if !utf8.ValidString(src) {
			return
		}
		doc := Text{text: charset.OneLineBreak(src), Title: "题", Name: "a.md"}
		d := doc.markdown()
		if a := model.NewArticle(d.Entry, d.Body); !strings.ContainsAny(src, "\x00\ufeff") && !ReadsBack(a, export.Markdown(a, false)) && !ReadsBack(a, export.Markdown(a, true)) {
			t.Fatalf("%s\nis written as\n%s", dump.Body(d.Body), export.Markdown(a, false))
		}
		dump.CheckInside(t, len(src), d.Body)
	})
}

// The cost of what authors add grows with the text and not faster.
func BenchmarkAuthors(b *testing.B) {
	for _, one := range []string{":::tip\n", "%%\n", "$$\n", "$$ x\n", "x $$", "a^2 ", "# 甲#\n", "[[", "==甲", "$x ", "{{< note >}}\n", "!!! note\n", "1、甲\n", "##甲\n", "%%甲 ", "{ ", "{#a} ", "{{< ", "<sup>", "甲：乙\n", "> [!NOTE]\n"} {
		for _, n := range []int{2000, 8000} {
			src := strings.Repeat(one, n)
			b.Run(fmt.Sprintf("%q%d", one, n), func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				for b.Loop() {
					markdown.Blocks(src, 0)
				}
			})
		}
	}
}
