package structure

import (
	"strings"
	"testing"
)

// filler is body text that no heading can be found in.
const filler = "这里的水面比往年高出一截，渡船改在上游停靠，来往的人要多走两里路，却也因此看见了许多平日看不见的风景，谁也没有抱怨。河工每天清早量一次水位，把数目写在石壁上，日子久了便成了一部不用纸的书。"

func TestFlattened(t *testing.T) {
	tests := []outlined{
		{"spaces", "现在报告工作。 一、去年工作回顾 去年是忙碌的一年。" + filler + " (一)修路架桥。" + filler + " (二)兴修水利。" + filler + " 二、今年工作安排 今年要做三件事。" + filler,
			"1 一、去年工作回顾\n2 (一)修路架桥\n2 (二)兴修水利\n1 二、今年工作安排\n"},
		{"nothing between", "现在报告工作。一、2021年工作回顾2021年是忙碌的一年。" + filler + "二、2022年工作安排2022年要做三件事。" + filler + "三、加强自身建设各位代表！" + filler,
			"1 一、2021年工作回顾\n1 二、2022年工作安排\n1 三、加强自身建设\n"},
		{"a heading right behind a heading", "请予审议。 一、去年工作回顾 (一)修路架桥。" + filler + " (二)兴修水利。" + filler + " 二、今年工作安排 (一)造林护林。" + filler + " (二)办好学校。" + filler,
			"1 一、去年工作回顾\n2 (一)修路架桥\n2 (二)兴修水利\n1 二、今年工作安排\n2 (一)造林护林\n2 (二)办好学校\n"},
		{"a stray space in a number", "一、去年工作回顾 " + filler + "以全省第 二、全市第一的名次通过验收。" + filler + " 二、今年工作安排 " + filler,
			"1 一、去年工作回顾\n1 二、今年工作安排\n"},
		{"a rank continues the count", "一、去年工作回顾 " + filler + " 二、今年工作安排 " + filler + "比赛得了全省第 三、全市第一。" + filler,
			"1 一、去年工作回顾\n1 二、今年工作安排\n"},
		{"three industries", "一、产业发展情况 " + filler + "一、二、三产业都有起色。一二三产业融合得更好。" + filler + " 二、存在的问题 " + filler,
			"1 一、产业发展情况\n1 二、存在的问题\n"},
		{"a list that counts on", "一、去年工作回顾 " + filler + " 二、今年工作安排 " + filler + " 三、十件实事 " + filler + "要办的还有：四、修好东桥；五、疏通北渠；六、补种行道树；七、翻新书屋；八、添置路灯；九、清理水塘；十、加固堤岸。" + filler,
			"1 一、去年工作回顾\n1 二、今年工作安排\n1 三、十件实事\n"},
		{"is and is", "一、去年工作回顾 " + filler + "办了三件事：一是修路；二是架桥；三是植树。 二、今年工作安排 " + filler,
			"1 一、去年工作回顾\n1 二、今年工作安排\n"},
		{"items", "一、总则 " + filler + "应当具备下列条件：(一)有场地；(二)有人员；(三)有章程。" + filler + " 二、附则 " + filler,
			"1 一、总则\n1 二、附则\n"},
		{"dates and figures", "一、去年工作回顾 " + filler + "2025-07-08 发布。结构为5.3:52.7:42。二○二一年和二O三五年、二〇二二年都写在纸上。1.5万亩、3.2亿元。" + filler + " 二、今年工作安排 " + filler,
			"1 一、去年工作回顾\n1 二、今年工作安排\n"},
		{"lessons and rounds", "一、学校情况 " + filler + "第一节课讲水。 第六回合赢了。 第三部分讲山。" + filler + " 二、比赛情况 " + filler,
			"1 一、学校情况\n1 二、比赛情况\n"},
		{"two halves", "请予审议。 一、稳字当头 实现平稳运行 去年是忙碌的一年，" + filler + " 二、干字为先 推动项目建设 全年开工六处，" + filler,
			"1 一、稳字当头 实现平稳运行\n1 二、干字为先 推动项目建设\n"},
		{"numbered paragraphs", filler + "1.先把旧渠清一遍，再看哪里漏水，漏得厉害的地方做上记号。" + filler + "2.把记号处的石头换成新石头，换下来的旧石头留着铺路用。" + filler + filler, ""},
		{"an essay on one line", filler + filler + filler + "理由有三：一、水浅；二、船小；三、人多。" + filler, ""},
		{"contents", "目录 一、起因 二、经过 三、结果 一、起因 " + filler + " 二、经过 " + filler + " 三、结果 " + filler,
			"1 一、起因\n1 二、经过\n1 三、结果\n"},
		{"novel", "第一回 雪夜灯前翻旧卷 风前渡口遇故人 " + filler + filler + " 第二回 一纸书来惊客梦 满城花落送行舟 " + filler + filler,
			"1 第一回 雪夜灯前翻旧卷 风前渡口遇故人\n1 第二回 一纸书来惊客梦 满城花落送行舟\n"},
	}
	haveHeadings(t, tests)
}

func TestRunIns(t *testing.T) {
	lead := func(s string) string { return s + "。" + filler }
	src := "请予审议。 一、2022年重点工作 2022年任务很重。 (一)突出产业发展。把产业放在首位，做到量质并举。 " +
		lead("加快工业转型") + " " + lead("大力发展服务业") + " " + lead("培育壮大新产业") + " (二)突出城乡建设。城和乡一起建，路和水一起修，做到一张图纸管到底。 " +
		lead("扎实推进城市更新") + "年底请群众打分评议，分数低的返工。 " + lead("加强乡村治理") + " 二、加强自身建设 各位代表！" + filler
	want := `. 请予审议。
1 一、2022年重点工作
. 2022年任务很重。
2 (一)突出产业发展
. 把产业放在首位，做到量质并举。
3~ 加快工业转型
3~ 大力发展服务业
3~ 培育壮大新产业
2 (二)突出城乡建设
. 城和乡一起建，路和水一起修，做到一张图纸管到底。
3~ 扎实推进城市更新
3~ 加强乡村治理
1 二、加强自身建设
. 各位代表！` + filler + "\n"
	parts := Infer(src)
	lawful(t, src, parts)
	if got := sketch(src, parts); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	// Without any white space the run-ins give the paragraphs back.
	flat := unspaced(src)
	if got := headings(flat); got != headings(src) {
		t.Errorf("without spaces\n%swant\n%s", got, headings(src))
	}
}

func TestFrontMatter(t *testing.T) {
	for _, tt := range []struct{ name, src string }{
		{"spaces", "政府工作报告 ——2023年1月8日在山城第三届人民代表大会第二次会议上 山城市市长 李四 各位代表： 现在，我报告工作。" + filler + " 一、去年工作回顾 " + filler + " 二、今年工作安排 " + filler},
		{"nothing", "政府工作报告2023年1月8日在山城第三届人民代表大会第二次会议上山城市市长李四各位代表：现在，我报告工作。" + filler + "一、2022年工作回顾2022年，" + filler + "二、2023年工作安排2023年，" + filler},
		{"lines", "政府工作报告\n——2023年1月8日在山城第三届人民代表大会第二次会议上\n山城市市长 李四\n\n各位代表：\n　　现在，我报告工作。" + filler + "\n一、去年工作回顾\n　　" + filler + "\n二、今年工作安排\n　　" + filler + "\n"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			parts := Infer(tt.src)
			lawful(t, tt.src, parts)
			titles := 0
			for _, p := range parts {
				if p.Kind == Title {
					titles++
				}
			}
			if titles < 4 || parts[titles-1].Kind != Title || !strings.HasPrefix(tt.src[parts[titles-1].From:], "各位代表") {
				t.Errorf("%d title lines\n%s", titles, sketch(tt.src, parts))
			}
		})
	}
}

// TestSpaceInside holds that a space inside a sentence is no break, while the
// address and a space after a sentence are.
func TestSpaceInside(t *testing.T) {
	src := "一、去年工作回顾 重点项目 清河泵站落地，" + filler + " 各位代表! 成绩来之不易。" + filler + "各位代表！路还很长。" + filler + " 二、今年工作安排 " + filler
	want := "1 一、去年工作回顾\n. 重点项目 清河泵站落地，" + filler + "\n. 各位代表!\n. 成绩来之不易。" + filler + "\n. 各位代表！路还很长。" + filler + "\n1 二、今年工作安排\n. " + filler + "\n"
	parts := Infer(src)
	lawful(t, src, parts)
	if got := sketch(src, parts); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}
