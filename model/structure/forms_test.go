package structure

import (
	"fmt"
	"strings"
	"testing"
)

// tale is what stands under each heading of a story.
const tale = "　　天色渐渐暗了下来，远处的山影像一道墨痕，他站在渡口等了很久，船还没有来。水声很轻，风里有一点桂花的味道。\n" +
	"　　“再等一等吧。”老人说，“今夜的船，总是来得迟些。”\n　　他点了点头，把包袱放在脚边，望着对岸的灯火出神。\n"

// report is what stands under each heading of a paper or a rule.
const report = "本项工作由各部门分别承担，完成情况每月汇总一次，并在例会上通报，遇有特殊情况应当及时报告。\n" +
	"试验在室温下进行，每组重复三次，取平均值作为结果，数据保留两位小数。\n"

// letter is what stands under each heading of an English text.
const letter = "The server keeps a log of every request that it answers, and rotates it at midnight.\n" +
	"When the queue is full the oldest message is dropped and a counter is raised.\n\n"

// TestForms writes books whose chapters are numbered in every form that books
// use, and wants each chapter and nothing else.
func TestForms(t *testing.T) {
	for _, row := range []string{
		"VIP章节 第四章 江上|VIP章节 第五章 归途|VIP章节 第六章 夜雨",
		"一回 灯下|二回 江上|三回 归途",
		"三十章|三十一章|三十二章",
		"chapter.001|chapter.002|chapter.003",
		"vol.01 渡口|vol.02 夜船|vol.03 桂花",
		"No.1 渡口|No.2 夜船|No.3 桂花",
		"CHAPTER ONE|CHAPTER TWO|CHAPTER THREE",
		"Ⅰ|Ⅱ|Ⅲ",
		"I.|II.|III.",
		"I. 渡口|II. 夜船|III. 桂花|IV. 灯火",
		"A. 渡口|B. 夜船|C. 桂花",
		"第一卷 江湖 第一章 渡口|第一卷 江湖 第二章 夜船|第二卷 庙堂 第一章 桂花",
		"风起卷 第一章 渡口|风起卷 第二章 夜船|云涌卷 第三章 桂花",
		"正文 第一章 渡口|正文 第二章 夜船",
		"正文 001 渡口|正文 002 夜船|正文 003 桂花",
		"1.渡口|2.夜船|3.桂花|4.灯火",
		"1.|2.|3.",
		"12|13|14",
		"1|2|3",
		"001 渡口|002 夜船|003 桂花",
		"001 1948年的夏天|002 渡口|003 100个理由|004 灯火",
		"☆、渡口|☆、夜船|☆、桂花",
		"☆、第一章 渡口|☆、第二章 夜船",
		"_分节阅读_1|_分节阅读_2|_分节阅读_3",
		"正文 分节阅读 1|正文 分节阅读 2",
		"七 渡口|十 夜船|十一 桂花|十二 灯火",
		"第七章 渡口|第十章 夜船|第十二章 桂花",
		"一 灭影|二 聆江|三 救船",
		"一　灭影|二　聆江|三　救船|四　坐渡",
		"　　一　灭影|　　二　聆江|　　三　救船",
		"（一）|（二）|（三）",
		"第一场|第二场|第三场",
		"第一幕 江边|第一场 渡口|第二场 船上|第二幕 城中|第一场 街市",
		"第1话 渡口|第2话 夜船",
		"第１章　渡口|第２章　夜船",
		"上篇 渡口|中篇 夜船|下篇 桂花",
		"第一 渡口|第二 夜船|第三 桂花",
		"【第一章】渡口|【第二章】夜船",
		"【001】渡口|【002】夜船|【003】桂花",
		"【案例一】渡口|【案例二】夜船|【案例三】桂花",
		"第一章——渡口|第二章——夜船",
		"第一章 谁在敲门？|第二章 走！|第三章 你是谁……",
		"第一章、渡口|第二章、夜船",
		"제1장 渡口|제2장 夜船|제3장 桂花",
		"PART ONE|PART TWO|PART THREE",
		"序|第一章 渡口|第二章 夜船|尾声|后记",
		"第一集 渡口|第二集 夜船",
		"《渡口》1|《渡口》2|《渡口》3",
		"渡口（1）|渡口（2）|渡口（3）",
		"渡口（三）|渡口（四）|渡口（五）",
		"《江边》第一章(1)|《江边》第一章(2)|《江边》第二章(1)",
		"《渡口记》正文 第一章 渡口|《渡口记》正文 第二章 夜船",
		"[渡口记/某人著]第一章 渡口|[渡口记/某人著]第二章 夜船",
		"第一季 第一章 渡口|第一季 第二章 夜船",
		"卷一 渡口|卷二 夜船|卷三 桂花",
		"卷第一|卷第二|卷第三",
		"第1章：渡口|第2章：夜船",
		"第一章 渡口|第二章 夜船|大结局|番外一 灯火|番外二 山影",
		"第1章 渡口|番外之一|番外之二|某人番外：本色出演|特别篇|后日谈",
		"渡口本纪第一|夜船世家第二|桂花列传第三",
		"楔子|一 渡口|二 夜船|三 桂花",
		"（第一章）渡口|（第二章）夜船|（第三章）桂花",
		"〔第1章〕 渡口|〔第2章〕 夜船",
		"--- 第1章 ---|--- 第2章 ---|--- 第3章 ---",
		"---分节阅读_1---|---分节阅读_2---|---分节阅读_3---",
		"—一—|—二—|—三—",
		"※ 一 ※|※ 二 ※|※ 三 ※",
		"一：渡口|二：夜船|三：桂花",
		"1：渡口|2：夜船|3：桂花|4：灯火",
		"1 - 渡口|2 - 夜船|3 - 桂花|4 - 灯火",
		"〈一〉渡口|〈二〉夜船|〈三〉桂花",
		"◆ 渡口|◆ 夜船|◆ 桂花",
		"正文 1、渡口|正文 2、夜船|正文 3、桂花",
		"§1 渡口|§2 夜船|§3 桂花",
		"渡口1|渡口2|渡口3",
		"渡口·1|渡口·2|渡口·3",
		"渡口之一|渡口之二|渡口之三",
		"渡口【1】|渡口【2】|渡口【3】",
		"《渡口》（一）|《渡口》（二）|《渡口》（三）",
		"江边集卷一|江边集卷二|江边集卷三",
		"卷 一|卷 二|卷 三",
		"I 渡口|II 夜船|III 桂花",
		"EP01 渡口|EP02 夜船|EP03 桂花",
		"第一步：渡口|第二步：夜船|第三步：桂花",
		"第一季 渡口|第二季 夜船|第三季 桂花",
		"其の一 渡口|其の二 夜船|其の三 桂花",
		"その一|その二|その三",
		"제 1 장 渡口|제 2 장 夜船|제 3 장 桂花",
		"1장 渡口|2장 夜船|3장 桂花",
		"【番外】渡口|【番外】夜船",
		"番外第一章 渡口|番外第二章 夜船",
		"楔子之一|楔子之二|第一章 渡口|第二章 夜船",
		"Ｃｈａｐｔｅｒ　１　渡口|Ｃｈａｐｔｅｒ　２　夜船", "1화. 渡口|2화. 夜船", "渡口 上|渡口 下|夜船 上|夜船 下", "春|夏|秋|冬", "乾卷　渡口|坤卷　夜船",
	} {
		titles := strings.Split(row, "|")
		t.Run(titles[0], func(t *testing.T) {
			src := "江边\n\n"
			for _, title := range titles {
				src += title + "\n" + tale + tale
			}
			wantTitles(t, src, titles)
		})
	}
}

// TestNoForms writes stories with lines that begin like chapters and are none.
func TestNoForms(t *testing.T) {
	for _, row := range []string{
		"第一部分考卷收上去了", "127.0.0.1 host", "1月|2月|3月", "第二天|第三天", "一 个人也没有。|二 话没说。", "三个人|四个人", "1978年冬天|1979年春天", "“一、二、三！”|“四、五、六！”", "第一次见面|第二次见面",
		"一：他没有来；二：他没有写信。", "甲 方|乙 方", "2：1|3：2", "第一季度增长了两成", "房间号 12|房间号 15|房间号 11", "I 是一个字母", "第一步，他先把门关上", "其一，他老了。|其二，他不想走。",
		"12:30 出门|13:30 到家", "3.14 是圆周率|2.71 是自然常数", "他说了三个字|一、二、三，他数到三就跑", "丁　嫂　师爷说什么？|丁　嫂　哪里来的？", "东渡口上|西渡口下", "秋|冬",
	} {
		lines := strings.Split(row, "|")
		t.Run(lines[0], func(t *testing.T) {
			src := "江边\n\n"
			for _, line := range lines {
				src += "　　" + line + "\n" + tale + tale
			}
			wantTitles(t, src, nil)
		})
	}
}

// TestPapers does as TestForms for papers, standards, cases and minutes.
func TestPapers(t *testing.T) {
	for _, row := range []string{
		"1范围|3术语和定义|3.1器具|3.1.1手持器具|3.2附件|4要求|附录A|A.1总则|A.2步骤|付録B",
		"1 范围|1.2 术语|2 方法|2.1 量具|2.2 步骤", "1. 引言|1.1. 背景|1.2. 目的|2. 方法|3. 结论", "摘要|1 引言|2 方法|3 结论|参考文献", "基本案情|裁判结果|典型意义",
		"一、基本情况|二、主要做法|（一）加强组织领导|（二）强化督促检查|三、下一步打算", "甲、材料|乙、方法|丙、结论", "一、工作回顾|（一）工程进展|1.主体工程|2.附属工程|（二）资金情况|二、工作安排",
		"第一部分　总论|第二部分　分论|第三部分　结语", "处理意见|处理结果|反馈情况|处理结果|反馈情况", "七、验收|十、结算|十一、附则",
		"案例一：某合同纠纷案|基本案情|裁判结果|典型意义|案例二：某侵权纠纷案|基本案情|裁判结果|典型意义", "案例1 某合同纠纷案|基本案情|案例2 某侵权纠纷案|基本案情", "第一单元 声母|第二单元 韵母", "诉讼请求：|事实与理由：|证据和证据来源：",
		"一、某合同纠纷案|【基本案情】|【裁判结果】|二、某侵权纠纷案|【基本案情】|【裁判结果】",
	} {
		titles := strings.Split(row, "|")
		t.Run(titles[0], func(t *testing.T) {
			src := "某项工作的说明\n\n"
			for _, title := range titles {
				src += title + "\n" + report
			}
			wantTitles(t, src, titles)
		})
	}
}

// TestEnglishForms does as TestForms for English texts.
func TestEnglishForms(t *testing.T) {
	for _, row := range []string{
		"INTRODUCTION|THE BOAT|THE CREW|FURTHER READING", "Section 1. Scope|Section 2. Boats|Section 3. Crew|Appendix A. Forms|Appendix B. Maps", "Article 1|Article 2|Article 3",
		"1. Scope|1.1. Boats|1.2. Crew|2. Rules", "1 Scope|1.1 Boats|1.1.1 Small Boats|2 Rules", "I. The Landing|II. The Ferry|III. The Crew|IV. The Night", "CHAPTER ONE|CHAPTER TWO|CHAPTER THREE",
		"PART ONE|CHAPTER 1|CHAPTER 2|PART TWO|CHAPTER 3", "Chapter the First|Chapter the Second|Chapter the Third", "Step 1: The Landing|Step 2: The Ferry|Step 3: The Crew", "Chapter 1: The Landing|Chapter 2: The Ferry|Chapter 3: What the Boatman Said",
	} {
		titles := strings.Split(row, "|")
		t.Run(titles[0], func(t *testing.T) {
			src := "A guide to the ferry\n\n"
			for _, title := range titles {
				src += title + "\n\n" + letter
			}
			wantTitles(t, src, titles)
		})
	}
}

// wantTitles holds the headings of src to be those lines.
func wantTitles(t *testing.T, src string, want []string) {
	t.Helper()
	parts := Infer(src)
	lawful(t, src, parts)
	var got []string
	for _, p := range parts {
		if p.Heads() {
			got = append(got, src[p.From:p.To])
		}
	}
	for i := range want {
		want[i] = strings.TrimSpace(want[i])
	}
	if g, w := strings.Join(got, "|"), strings.Join(want, "|"); g != w {
		t.Errorf("got  %s\nwant %s\n%s", g, w, sketch(src, parts))
	}
}

// A table of contents names each part once, and the part stands once in the
// outline, however the table sets its pages off.
func TestContents(t *testing.T) {
	for _, row := range []string{
		"%s\t%d|第一章 春|第二章 夏|第三章 秋", "%s......%d|第一章 春|第二章 夏|第三章 秋", "%s…………%d|一、春|二、夏|三、秋", "%s        %d|1 春|2 夏|3 秋", "%s\t%d|渡口|夜船|桂花", "%s%.0d|第一章 春|第二章 夏|第三章 秋", "%s%.0d|前言|一 春|二 夏|后记",
	} {
		titles := strings.Split(row, "|")
		t.Run(row, func(t *testing.T) {
			src := "江边\n\n目录\n"
			for i, title := range titles[1:] {
				page := 20*i + 1
				if strings.Contains(titles[0], ".0d") {
					page = 0
				}
				src += fmt.Sprintf(titles[0], title, page) + "\n"
			}
			src += "\n"
			for _, title := range titles[1:] {
				src += strings.Replace(title, " ", "\u00a0", 1) + "\n\n" + tale + tale + "\n"
			}
			var want []string
			for _, title := range titles[1:] {
				want = append(want, strings.Replace(title, " ", "\u00a0", 1))
			}
			wantTitles(t, src, want)
		})
	}
}
