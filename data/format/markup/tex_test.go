package markup

import (
	"strings"
	"testing"
)

func TestTeX(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"\\section{渡口}\\label{s}\n水面。%旁注\n\n  第二段。", "## 渡口\n\n水面。\n\n第二段。"},
		{`\textbf{粗}\emph{斜}\texttt{a\_b}，50\% \& \$3、a\_b、{组}。`, "**粗***斜*`a_b`，50% & \\$3、a\\_b、组。"},
		{"``走吧''他说---就走~了", "“走吧”他说—就走\u00a0了"},
		{`有注\footnote{注文\emph{重}。}。`, "有注[^1]。\n\n[^1]: 注文*重*。"},
		{"\\begin{itemize}\n\\item 甲\n\\begin{enumerate}\n\\item 子\n\\item 丑\n\\end{enumerate}\n\\item[乙] 丙\n\\end{itemize}", "- 甲\n\n   1. 子\n\n   2. 丑\n\n- **乙** 丙"},
		{"\\begin{tabular}{l|c}\n\\hline\n年 & 数 \\\\ \\hline\n甲 & \\multicolumn{1}{c}{3} \\\\\n\\end{tabular}", "| 年 | 数 |\n|---|---|\n| 甲 | 3 |"},
		{"\\[ a^2 \\] 与 \\(b\\) 与 $c$", "$$\na^2\n$$\n\n 与 $b$ 与 $c$"},
		{"\\begin{align*}\na &= b \\label{e}\n\\end{align*}", "$$\na = b\n$$"},
		{"\\begin{verbatim}\n\\raw{%x}\n\\end{verbatim}", "```\n\\raw{%x}\n```"},
		{`\verb|a{b}|、\url{https://a.cn}、\href{https://b.cn}{链}、\cite{lin}、\newcommand{\x}[1]{y}完`, "`a{b}`、<https://a.cn>、[链](<https://b.cn>)、\\[lin\\]、完"},
		{`caf\'e na\"{\i}ve \"{o} \unknown{留下}\other 也留`, "cafe\u0301 nai\u0308ve o\u0308 留下也留"},
		{"没有尾 {\\textbf{甲 $x 三元", "没有尾 甲 \\$x 三元"},
	} {
		got := strings.TrimSpace(TeX(c.src))
		for strings.Contains(got, "\n\n\n") {
			got = strings.ReplaceAll(got, "\n\n\n", "\n\n")
		}
		if got != c.want {
			t.Errorf("%q\n got %q\nwant %q", c.src, got, c.want)
		}
	}
}

// What only a program reads is left out, whatever of the text stands after it.
func TestTeXHead(t *testing.T) {
	got := TeX("\\documentclass[12pt]{ctexart}\n\\usepackage{x}\n\\title{渡口\\\\夜船}\n\\author{某人\\thanks{河口}}\n\\date{2021年3月4日}\n\\begin{document}\n\\maketitle\n正文。\n\\end{document}\n尾")
	if want := "---\ntitle: \"渡口 夜船\"\nauthor: \"某人\"\ndate: \"2021年3月4日\"\n---\n\n\n正文。\n\n"; got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
}
