package structure

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestNovelStyles writes novels in many styles, with talk, short lines and
// lines that begin like headings, and holds what is found to what was written.
func TestNovelStyles(t *testing.T) {
	titles := strings.Fields("初雪 旧灯 渡口遇故人 夜雨 谁在敲门？ 一封没有寄出的信 别离！ 山中无历日…… 她说不走了 归途（上） 归途（下） 十年 中秋 上元灯火 大河之水")
	styles := []func(n int, title string) string{
		func(n int, s string) string { return "第" + hanNumeral(n) + "章 " + s },
		func(n int, s string) string { return "第" + hanPlaces(n) + "章　" + s },
		func(n int, s string) string { return "第" + hanPlaces(n) + "回 " + s + " " + s },
		func(n int, s string) string { return "第" + hanPlaces(n) + "章" + s },
		func(n int, s string) string { return fmt.Sprintf("第%d章 %s", n, s) },
		func(n int, s string) string { return fmt.Sprintf("第%03d章：%s", n, s) },
		func(n int, s string) string { return fmt.Sprintf("正文 第%d章 %s", n, s) },
		func(n int, s string) string { return "第" + hanPlaces(n) + "章" },
		func(n int, s string) string { return "第" + hanPlaces(n) + "节 " + s },
		func(n int, s string) string { return "【第" + hanPlaces(n) + "章 " + s + "】" },
		func(n int, s string) string { return "第一卷 第" + hanPlaces(n) + "章 " + s },
		func(n int, s string) string { return fmt.Sprintf("Chapter %d %s", n, s) },
		func(n int, s string) string { return "卷" + hanPlaces(n) + " " + s },
		func(n int, s string) string { return fmt.Sprintf("%d、%s", n, s) },
		func(n int, s string) string { return hanPlaces(n) },
	}
	lines := []string{filler, "“走吧。”", "“第三章你看完了吗？”", "没有人回答。", "他等了很久，灯一盏一盏灭了，第二天才听见船桨的声音。", "第一节课他就迟到了", "第六回合开始了。", "第三部分讲的是水。", "第二回见到他，已是深秋。", "第一次，也是最后一次。", "一、二、三，他数到三就跑。", "第五卷书还压在箱底，没有人再翻开它。", "……", "天亮了。"}
	for k, style := range styles {
		t.Run(fmt.Sprint(k), func(t *testing.T) {
			r := rand.New(rand.NewPCG(uint64(k), 7))
			var b strings.Builder
			var want []string
			add := func(s string) { b.WriteString(s + "\n"); want = append(want, s) }
			b.WriteString("渡口\n作者：无名\n\n")
			if k%2 == 0 {
				add("楔子")
				b.WriteString(filler + "\n")
			}
			n := 0
			for range 40 {
				n++
				if r.IntN(12) == 0 {
					n++ // a gap
				}
				add(style(n, titles[r.IntN(len(titles))]))
				for range 6 + r.IntN(9) {
					b.WriteString("　　" + lines[r.IntN(len(lines))] + "\n")
					if r.IntN(5) == 0 {
						b.WriteString("\n")
					}
				}
			}
			add("尾声")
			b.WriteString(filler + "\n")
			src := b.String()
			parts := Infer(src)
			lawful(t, src, parts)
			var got []string
			for _, p := range parts {
				if p.Heads() {
					got = append(got, src[p.From:p.From+p.Lead])
				}
			}
			hit := len(want) - missing(t, want, got, "missed")
			missing(t, got, want, "extra")
			if p, c := share(hit, len(got)), share(hit, len(want)); p < .99 || c < .99 {
				t.Errorf("precision %.3f, recall %.3f", p, c)
			}
		})
	}
}

// missing counts those of a that are not in b, in order.
func missing(t *testing.T, a, b []string, what string) int {
	t.Helper()
	n, at := 0, 0
	for _, s := range a {
		k := at
		for k < len(b) && b[k] != s {
			k++
		}
		if k == len(b) {
			n++
			if n < 6 {
				t.Logf("%s: %q", what, s)
			}
			continue
		}
		at = k + 1
	}
	return n
}

// hanPlaces writes n as 二十三.
func hanPlaces(n int) string {
	d := []rune("〇一二三四五六七八九")
	switch {
	case n < 10:
		return string(d[n])
	case n < 20:
		return strings.TrimSuffix("十"+string(d[n%10]), "〇")
	default:
		return strings.TrimSuffix(string(d[n/10])+"十"+string(d[n%10]), "〇")
	}
}
