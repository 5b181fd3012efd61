package plain

import (
	"context"
	"strings"
	"testing"

	"juan/data/format/compose"
	"juan/data/internal/dump"
	"juan/model"
	"juan/model/structure"
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
		{"torn in a manual", "       The keeper of the light writes the hours of every night into the har‐\n       bour book, and the river‐side watch signs it. What the river‐\n       side watch has not signed is read out on the next morning by the mas‐\n       ter of the port.\n",
			"p The keeper of the light writes the hours of every night into the harbour book, and the river‐side watch signs it. What the river‐side watch has not signed is read out on the next morning by the master of the port.\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body, _ := Read(t.Context(), tt.src, 0)
			if got := dump.Body(body); got != tt.want {
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
	body, _ := Read(t.Context(), "请检查：\n1. 门窗。\n2. 煤气。\n- 手机\n- 钥匙\n", 0)
	var hangs []int
	for _, b := range body {
		hangs = append(hangs, b.(model.Paragraph).Hang)
	}
	if want := []int{0, 3, 3, 2, 2}; len(hangs) != len(want) || hangs[1] != 3 || hangs[3] != 2 || hangs[0] != 0 {
		t.Errorf("hangs %v, want %v", hangs, want)
	}
}

// A paragraph of one line is what joining its lines would make of it.
func TestOneLineIsJoined(t *testing.T) {
	for _, line := range []string{"文。", "　　文 字\t", " \u00a0文\u3000", "\ufeff文", "　", strings.Repeat("一句话。", 8000), "见https://a.cn。"} {
		p := &reader{src: "前\n" + line + "\n后", base: 7}
		from, to := len("前\n"), len("前\n"+line)
		one, ok := p.oneLine(from, to)
		want := p.join(from, to).Parts()
		if ok && (len(want) != 1 || one.At != want[0].At || one.Prose.Text() != want[0].Prose.Text() || len(one.Prose.Spans()) != len(want[0].Prose.Spans())) {
			t.Errorf("%q: %+v, joined %+v", line, one, want)
		}
		if !ok && len(want) == 1 && want[0].Plain {
			t.Errorf("%q is joined", line)
		}
	}
}

// A verse without end is parted at the ends of its lines.
func TestLongVersesAreParted(t *testing.T) {
	line := "春眠不觉晓，处处闻啼鸟"
	src := strings.Repeat(line+"\n", 5000)
	p := &reader{src: src}
	for from := 0; from < len(src); from += len(line) + 1 {
		p.verseLine(structure.Part{From: from, To: from + len(line), Kind: structure.Verse})
	}
	p.endVerse()
	text := ""
	for _, b := range p.body {
		if v, ok := b.(model.Verse); !ok || len(v.Text()) > compose.MaxParagraph || !strings.HasPrefix(v.Text(), line) || !strings.HasSuffix(v.Text(), line) {
			t.Errorf("%T of %d bytes", b, len(b.Text()))
		}
		text += b.Text() + "\n"
	}
	if text != src {
		t.Errorf("%d bytes of %d", len(text), len(src))
	}
}

// A text has so many links and no more, however many addresses stand in it.
func TestLinksAreBounded(t *testing.T) {
	body, _ := Read(context.Background(), strings.Repeat("见 http://a/b 。\n\n", mostLinks+1000), 0)
	n := 0
	for _, b := range body {
		for _, s := range b.(model.Paragraph).Spans() {
			if s.Voice&model.Link != 0 {
				n++
			}
		}
	}
	if n != mostLinks {
		t.Errorf("%d links, want %d", n, mostLinks)
	}
}
