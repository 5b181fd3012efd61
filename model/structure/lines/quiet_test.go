package lines

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// Lines of all kinds, some of which look like others.
const oddLines = `第一章 风起
1.甲方的义务
(1) 渡船每天开两班。
12.5元一张
渡船每天开两班，从不误点。
渡口
渡口目录
老船工　　渡船上的人，会唱歌。
李四　　他的徒弟。
├── boat.go
日 一 二 三 四 五 六
日　一　二　三　四　五　六
星期一 星期二 星期三 星期四 星期五 星期六 星期日
1 2 3 4 5 6 7
12 30
$ git status
On branch main
host = 127.0.0.1
名称 = 渡口
# 参数
// 备注
key: value
船名: 顺风
- 一项
The ferry was late that morning, and nobody on the landing spoke until it came.
Usage (see below) of the ferry: call it once and wait for the boat to come over.
printf of the ferry () is called where nobody on the landing spoke until it came.
|名称|说明|
+----+----+
-----+-----
id | name
┌──┐
1. 进度▇▇▇
나룻배는 늦게 왔고 강가에 있던 사람들은 말이 없었다.
“走吧。”他说。
“走吧！
HTTP/1.1 200 OK
build:
go build
甲方：＿＿＿＿　　　　乙方：＿＿＿＿
____年____月____日
站名,里程,水深
渡口,12,3.5
渡口|成人|儿童
夜船|三元|免费
项目
├── 源码
FROM alpine
RUN make
00:00:01,000 --> 00:00:03,500
func main() {
}
drwxr-xr-x 2 root root 4096 boat
总 12
·
……`

// What stands as it is is the same whether or not quiet lines are passed over.
func TestQuietLinesClaimNothing(t *testing.T) {
	pool := strings.Split(oddLines, "\n")
	r := rand.New(rand.NewPCG(7, 11))
	for range 20000 {
		var b strings.Builder
		some := pool[r.IntN(len(pool)-4):][:4] // lines that stand together stand together here too
		for range 2 + r.IntN(7) {
			l := pool[r.IntN(len(pool))]
			if r.IntN(2) > 0 {
				l = some[r.IntN(4)]
			}
			b.WriteString([]string{"", "", "", "  ", "    ", "　　", "\t", "          "}[r.IntN(8)] + l + []string{"\n", "\n", "\n", "\n\n"}[r.IntN(4)])
		}
		if got, want := stands(b.String(), true), stands(b.String(), false); !slices.Equal(got, want) {
			t.Fatalf("%s\n%q, not %q", b.String(), got, want)
		}
	}
}

// stands returns the lines of src, the ones that stand as they are as one; quiet tells
// whether quiet lines are passed over.
func stands(src string, quiet bool) (out []string) {
	d := Split(src)
	d.script()
	if quiet {
		d.verbatim()
	} else {
		for i := range d.lines {
			d.lines[i].quiet = false
		}
		d.stand(d.baseIndent(), true)
	}
	for i := range d.lines {
		out = append(out, fmt.Sprint(d.lines[i].role, d.text(&d.lines[i])))
	}
	return out
}

// In a novel no block is looked at for code, and rules are asked of headings alone.
func TestNovelIsQuiet(t *testing.T) {
	for _, chapters := range []int{50, 100} {
		var b strings.Builder
		for n := range chapters {
			fmt.Fprintf(&b, "第%d章 渡口\n", n+1)
			for range 20 {
				b.WriteString("　　船到岸的时候，天已经黑了，岸上没有一个人。\n　　“走吧。”老张说。\n")
			}
		}
		d := Split(b.String())
		d.script()
		d.verbatim()
		if len(d.others) != chapters {
			t.Errorf("of %d lines, in %d chapters, %d are asked", len(d.lines), chapters, len(d.others))
		}
		for i, j := range d.blocks(0, false) {
			t.Errorf("lines %d to %d are looked at", i, j)
		}
	}
}
