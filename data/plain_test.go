package data

import (
	"errors"
	"strings"
	"testing"

	"juan/data/fault"
	"juan/model"
)

// Text without mark-up keeps what stands as it is, and the offsets of all of
// it lead back to the source.
func TestPlainText(t *testing.T) {
	for _, tt := range []struct{ name, src, want string }{
		{"table of blanks", "下面是指标。\n\n地区    产值    增速\n清河    344.2   2.7%\n石桥    237.8   2.0%\n",
			"p 下面是指标。\nt true [0 0 0] / 地区; 产值; 增速; / 清河; 344.2; 2.7%; / 石桥; 237.8; 2.0%;\n"},
		{"table of tabs", "甲\t乙\n丙\t丁\n戊\t己\n", "t false [0 0] / 甲; 乙; / 丙; 丁; / 戊; 己;\n"},
		{"code", "写进配置文件：\n\n    if [ -d ~/bin ]; then\n      PATH=\"~/bin:$PATH\"\n    fi\n\n就会生效。\n",
			"p 写进配置文件：\nc  \"    if [ -d ~/bin ]; then\\n      PATH=\\\"~/bin:$PATH\\\"\\n    fi\"\np 就会生效。\n"},
		{"tree", "目录如下：\n\njuan\n├── model\n└── ui\n\n完。\n", "p 目录如下：\nc  \"juan\\n├── model\\n└── ui\"\np 完。\n"},
		{"rule", "水。\n\n----------\n\n山。\n", "p 水。\n---\np 山。\n"},
		{"items", "请检查：\n1. 门窗。\n2. 煤气。\n", "p 请检查：\np 1. 门窗。\np 2. 煤气。\n"},
		{"justified", "       The server  keeps a  log of every request that it answers,  and\n       rotates it at midnight. When the queue is full the oldest of the\n       messages is dropped and a counter is raised, as was said before.\n",
			"p The server keeps a log of every request that it answers, and rotates it at midnight. When the queue is full the oldest of the messages is dropped and a counter is raised, as was said before.\n"},
		{"torn", "       The counter of the server holds how many of them came in, and a coun-\n       ter never falls. When the queue is full the oldest of the client-\n       server messages is dropped, and all of that is written to the logs.\n",
			"p The counter of the server holds how many of them came in, and a counter never falls. When the queue is full the oldest of the client-server messages is dropped, and all of that is written to the logs.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body := plainBlocks(tt.src, 0, len(tt.src))
			if got := dump(body); got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			for _, b := range body {
				text := b.Text()
				for i, r := range text {
					if at := b.Offset(i); r > ' ' && !strings.HasPrefix(tt.src[at:], string(r)) {
						t.Fatalf("%q: byte %d leads to %q", text, i, tt.src[at:min(len(tt.src), at+9)])
					}
				}
			}
		})
	}
}

// An item says how much of it is its marker.
func TestPlainItems(t *testing.T) {
	body := plainBlocks("请检查：\n1. 门窗。\n2. 煤气。\n- 手机\n- 钥匙\n", 0, len("请检查：\n1. 门窗。\n2. 煤气。\n- 手机\n- 钥匙\n"))
	var hangs []int
	for _, b := range body {
		hangs = append(hangs, b.(model.Paragraph).Hang)
	}
	if want := []int{0, 3, 3, 2, 2}; len(hangs) != len(want) || hangs[1] != 3 || hangs[3] != 2 || hangs[0] != 0 {
		t.Errorf("hangs %v, want %v", hangs, want)
	}
}

// The head of a page is left out, a notice says so, and the sentence that it
// broke goes on.
func TestPageHeads(t *testing.T) {
	src := "第一章 水\n\n　　河水涨到了第三级石阶，渡船只好停在上游，来往的\n人都要多走两里路，谁也没有抱怨，因为年年都是这\n渡口记　第一章　　　　　　　　　　　· 12 ·\n样。老人坐在石阶上补网，针脚细密得像一行小字，他\n说这张网补了二十年，比他的儿子还要大两岁呢。\n" +
		"渡口记　第一章　　　　　　　　　　　· 13 ·\n　　天黑以前船还没有来。\n"
	o := open(t, src, "-")
	if len(o.articles) != 1 {
		t.Fatalf("%d articles", len(o.articles))
	}
	want := "h1 第一章| 水\np 河水涨到了第三级石阶，渡船只好停在上游，来往的人都要多走两里路，谁也没有抱怨，因为年年都是这样。老人坐在石阶上补网，针脚细密得像一行小字，他说这张网补了二十年，比他的儿子还要大两岁呢。\np 天黑以前船还没有来。\n"
	if got := dump(o.articles[0].Body); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	var n *fault.Notice
	if len(o.errs) != 1 || !errors.As(o.errs[0], &n) || n.Remark != fault.Furniture || n.N != 2 {
		t.Errorf("errors %v", o.errs)
	}
}
