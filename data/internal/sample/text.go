package sample

import (
	"fmt"
	"strings"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// Novel returns about size bytes of a novel in UTF-8.
func Novel(size int) string {
	sentences := []string{
		"清晨的雾还没有散，渡口边已经有人在等船。", "他把信折好，放进衣袋，又看了一眼窗外的雨。", "这座桥修了三年，花去白银四万两。",
		"“你什么时候回来？”她问。", "老人说，河水每年春天都要涨一次。", "孩子们在巷子里跑来跑去，谁也不肯先回家。", "灯下翻书，不觉夜深；远处传来几声犬吠。",
	}
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		if n%40 == 0 {
			fmt.Fprintf(&b, "第%d章 山中来客\r\n\r\n", n/40+1)
		}
		b.WriteString("　　")
		for i := range 2 + n%5 {
			b.WriteString(sentences[(n+i*3)%len(sentences)])
		}
		b.WriteString("\r\n")
	}
	return b.String()
}

// Manual returns about size bytes of Markdown.
func Manual(size int) string {
	var b strings.Builder
	for n := 0; b.Len() < size; n++ {
		fmt.Fprintf(&b, "## 第%d节\n\n这里有**强调**和[链接](https://a.cn/%d)，还有`代码`。%s\n\n- 甲\n- 乙\n  - 丙\n\n| 项 | 值 |\n|---|--:|\n| 一 | %d |\n\n", n, n, Novel(400)[30:], n)
	}
	return b.String()
}

// GBK returns s in GBK.
func GBK(s string) string {
	b, err := simplifiedchinese.GBK.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return b
}

// An Endless reader never ends.
type Endless struct{}

func (Endless) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}
