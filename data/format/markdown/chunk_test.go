package markdown

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"juan/data/internal/dump"
	"juan/model"
)

// awkward is Markdown that a cut in the wrong place would change.
func awkward() []string {
	return []string{
		"甲[乙][链]，[丙]。\n\n[链]: https://a.cn\n\n丁[乙][链]\n\n[丙]: b.md '题'\n",
		"[甲]: a.md\n\n[甲]: b.md\n\n[甲] 与 [乙\n丙]\n\n[乙 丙]: c.md\n\"题\n二\"\n",
		"文\n[甲]: 不是定义\n\n[甲]\n\n```\n[甲]: 也不是\n```\n\n~~~\n[甲]: x\n\n[甲]: y\n~~~\n\n[甲]\n",
		"> 引\n懒\n\n> [乙]: c.md\n\n[乙]\n\n- [丙]: d.md\n\n[丙]\n",
		"- 甲\n\n  乙\n\n      码\n- 丙\n   - 丁\n\n     戊\n\n己\n\n1. 一\n\n2. 二\n\n   > 引\n   > - 项\n\n3) 三\n",
		"-\n\n  甲\n\n- 乙\n-\n\n* 丙\n\n***\n\n+ 丁\n懒\n\n    码\n\n\t码\n\n文\n\n\t码二\n",
		"标题\n===\n\n副题\n---\n\n---\n\n文\n---\n# 甲 #\n\n\n\n#\n\n###### 乙\n",
		"<pre>\n\n文\n\n</pre>\n\n<!-- 甲\n\n乙 -->\n\n<?甲\n\n乙?>\n\n<!X 甲\n\n乙>\n\n<![CDATA[\n\n甲]]>\n\n<div>\n\n*重*\n\n</div>\n\n<b>甲\n</b>\n\n<script>\n\n没有完",
		"甲[^1]乙[^注]丙[^无]\n\n[^注]: 一\n\n    二\n\n        码\n    - 项\n\n      项\n\n丁[^后]\n\n[^1]: 见[^后]与[^再]\n[^1]: 重\n\n- [^后]: 项里的\n\n  续\n\n> [^再]: 引里的\n\n文![^1]\n",
		"[^2]: 先\n\n文[^2][^1]\n\n[^1]:\n    注\n\n[^9]: 未引\n",
		"| 甲 | 乙 |\n|--|:-:|\n| [链][x] | 二 |\n\n| 头 |\n|---|\n\n文\n| 不是 |\n\n[x]: u\n",
		"甲  \r\n乙\r\n\r\n- 丙\r\n\r\n  丁\r\n\r\n```\r\n码\r\n\r\n码\r\n```\r\n\r\n[戊]\r\n\r\n[戊]: u\r\n",
		"```甲\n\n没有完\n\n# 不是\n",
		"    码\n\n\n    码\n\n  文\n\n   文\n \t\n文\n",
		"\n\n\n\u00a0\n\n文\n\v\n\f\n\x00\n文",
		"***a*\n\n**b***\n\n`c\n\nd`\n\n<a\n\nb>\n\n[e\n\nf](g)\n\n\\\n\n&amp\n;\n",
		"[TOC]\n\n风急天高，\n渚清沙白。\n无边落木，\n不尽长江。\n\n　　甲\n　　乙\n",
		":::tip 题\n\n甲[链][x]\n\n## 节\n\n::: warning\n乙\n:::\n\n:::\n\n丙\n\n:::note\n\n没有完\n\n[x]: u\n",
		"!!! note \"题\"\n    甲\n\n    乙[^1]\n\n??? tip\n\n    丙\n丁\n\n> [!NOTE] 题\n> 甲\n\n[^1]: !!! note\n        注\n",
		"{{< note title=\"题\" >}}\n\n甲\n\n{{< /note >}}\n\n{% tip %}\n\n- 乙\n\n{% endtip %}\n",
		"$$\na\n\nb\n$$\n\n%%\n\n注\n\n%%\n\n#标题\n\n##标题\n文\n\n#读书\n\n\\[\nx\n\\]\n\n[[页|名]] ==亮== $x$\n",
		"[^1]: :::tip 题\n\n    甲\n\n文[^1]\n\n:::\n\n- :::note\n\n  乙\n\n:::\n\n丙\n",
		"* a\n\n  ***\n\n  b\n* * *\n* c\n\n- - - d\n\n      e\n",
		"文\n\n$$\na\n\nb\n$$\n\n文$$x$$\n\n\\[\n甲\n\n乙\n\\]\n\n\\begin{align}\na\n\nb\n\\end{align}\n\n文\n\n$$\n没有完\n\n文\n",
		"文\n\n%%\n注\n\n注\n%%\n\n文%%注%%文\n\n%%\n没有完\n\n文\n",
		"::: tip 题\n文\n\n- 项\n\n文\n:::\n\n文\n\n::: warning\n\n文\n\n没有完\n\n# 题\n\n文\n",
		"!!! note\n    文\n\n    文\n\n外\n\n> [!NOTE]\n> 文\n>\n> 文\n\n外\n\n{{< note >}}\n文\n\n文\n{{< /note >}}\n\n外\n\n{% note %}\n\n文\n{% endnote %}\n",
		"#标签 #又一\n\n文\n\n#题\n\n文\n\n##题二\n文\n\n文\n#三\n\n###　四\n\n#\n",
		"# 甲\n## 乙\n文\n# 丙 #\n    码\n***\n- 项\n***\n```\n# 码\n```\n---\n#\n> 引\n# 丁\n懒\n[戊]: a\n===\n己 [戊]\n***\n===\n[庚]: b\n---\n# 辛\n\n文 [庚]\n",
		":::tip\n# 甲\n文\n:::\n# 乙\n!!! note\n    文\n***\n%%\n注\n%%\n# 丙\n$$\na\n$$\n***\n[^1]: 注\n# 丁\n    文[^1]\n甲\n: 乙\n# 戊\n|甲|\n|-|\n***\n",
		"甲：你好。\n乙：好。\n\n1、一\n2、二\n\n（1）三\n\n时间：今天\n地点：这里\n",
	}
}

// chunked returns the blocks of src, parsed in chunks of at least so many
// bytes.
func chunked(src string, size int) []model.Block {
	m := New(src, 0)
	m.chunk = size
	for range m.Read(context.Background()) {
	}
	return append(m.Body, m.notes.blocks()...)
}

// The blocks of a text are the same however it is cut.
func checkChunks(t *testing.T, src string) {
	t.Helper()
	want := dump.Places(chunked(src, 1<<40))
	for _, size := range []int{1, 40, 300} {
		if got := dump.Places(chunked(src, size)); got != want {
			t.Errorf("%q\nin chunks of %d is\n%s\nand whole\n%s", src, size, got, want)
		}
	}
}

func TestChunksAreTheWhole(t *testing.T) {
	all := awkward()
	for i, src := range all {
		checkChunks(t, src)
		checkChunks(t, src+"\n\n"+all[(i+5)%len(all)])
		checkChunks(t, strings.ReplaceAll(src, "\n", "\r\n"))
		checkChunks(t, "> "+strings.ReplaceAll(src, "\n", "\n> "))
		checkChunks(t, "- "+strings.ReplaceAll(src, "\n", "\n  "))
	}
	checkChunks(t, strings.Join(all, "\n\n"))
}

// Chunks are as small as the text allows.
func TestChunksAreCut(t *testing.T) {
	src := strings.Repeat("段。\n\n- 项\n\n  项\n\n> 引\n\n文\n文\n\n", 100)
	m := New(src, 0)
	m.chunk = 200
	n, last := 0, 0
	for at := range m.Read(context.Background()) {
		if at-last > 300 {
			t.Errorf("a chunk has %d bytes", at-last)
		}
		n, last = n+1, at
	}
	if n < len(src)/300 || last != len(src) {
		t.Errorf("%d chunks up to %d of %d", n, last, len(src))
	}
}

func TestChunksOfRealTexts(t *testing.T) {
	n := 0
	for _, root := range []string{"../../../../shared", "../../.."} {
		filepath.WalkDir(root, func(p string, d os.DirEntry, err error) error {
			if err == nil && strings.HasSuffix(p, ".md") && !d.IsDir() {
				if raw, err := os.ReadFile(p); err == nil && len(raw) < 1<<20 {
					n++
					checkChunks(t, string(raw))
				}
			}
			return nil
		})
	}
	t.Logf("%d texts", n)
}

// FuzzChunks holds that the blocks of a text are the same however it is cut,
// and that all of it is read.
func FuzzChunks(f *testing.F) {
	for _, src := range awkward() {
		f.Add(src)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<12 {
			return
		}
		checkChunks(t, src)
		m := New(src, 0)
		last := 0
		for last = range m.Read(context.Background()) {
		}
		if last != len(src) && src != "" {
			t.Errorf("%q was read up to %d of %d", src, last, len(src))
		}
	})
}
