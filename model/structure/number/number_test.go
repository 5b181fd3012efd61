package number

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strconv"
	"strings"
	"testing"

	"juan/model/char"
)

func TestParse(t *testing.T) {
	tests := []struct {
		s    string
		n    string
		form Form
	}{
		{"一、回顾", "一、", Han}, {"十二、回顾", "十二、", Han}, {"（一）抓", "（一）", ParenHan}, {"(十)抓", "(十)", ParenHan},
		{"1.抓", "1.", Digit}, {"1．抓", "1．", Digit}, {"12、抓", "12、", Digit}, {"（1）抓", "（1）", ParenDigit}, {"1)抓", "1)", ParenDigit},
		{"1.2023年工作", "1.", Digit}, {"1.5%的", "", NoForm}, {"3.75万亿元", "", NoForm}, {"2025-07-08", "", NoForm}, {"12:30到", "", NoForm},
		{"1.1 范围", "1.1", Decimal}, {"1.2.3 范围", "1.2.3", Decimal3}, {"2.1范围", "2.1", Decimal},
		{"第三章 雪", "第三章", Chapter}, {"第一百二十回", "第一百二十回", Chapter}, {"第〇章", "第〇章", Chapter}, {"第 12 章 雪", "第 12 章", Chapter},
		{"第二编 物", "第二编", Bian}, {"第一卷", "第一卷", Volume}, {"第三部分 结论", "第三部分", Volume}, {"第四条之一 凡", "第四条之一", Article},
		{"第一节课", "", NoForm}, {"第六回合", "", NoForm}, {"第三部门", "", NoForm}, {"第三条路", "", NoForm}, {"第七、", "第七、", Item}, {"第二天", "", NoForm},
		{"其一 山", "其一", Series}, {"其二、山", "其二、", Series}, {"其三次", "", NoForm}, {"①甲", "①", Circled}, {"⒈甲", "⒈", Digit}, {"㈠甲", "㈠", ParenHan},
		{"一是推动", "一是", Item}, {"一二三产业", "", NoForm}, {"一年来", "", NoForm}, {"二○二一年", "", NoForm}, {"Chapter 3. Snow", "Chapter 3", Chapter}, {"", "", NoForm},
		{"가. 배", "가.", Stem}, {"나룻배", "", NoForm}, {"Ｃｈａｐｔｅｒ　３　雪", "Ｃｈａｐｔｅｒ　３", Chapter}, {"ＡＢＣ", "", NoForm},
	}
	for _, tt := range tests {
		n, form, _ := Parse(tt.s)
		if tt.s[:n] != tt.n || form != tt.form {
			t.Errorf("Parse(%q) = %q, %d, want %q, %d", tt.s, tt.s[:n], form, tt.n, tt.form)
		}
	}
	for s, want := range map[string]int{"一": 1, "十": 10, "二十三": 23, "一百零五": 105, "一千二百": 1200, "二〇二一": 2021, "二○二一": 2021, "二O三五": 2035, "１２": 12, "三万": 30000} {
		if n, v := Numeral(s); n != len(s) || v != want {
			t.Errorf("Numeral(%q) = %d bytes, %d, want %d", s, n, v, want)
		}
	}
}

func TestLineForms(t *testing.T) {
	for _, tt := range []struct {
		s    string
		n    string
		form Form
	}{
		{"一)目的", "一)", ParenHan}, {"二）目的", "二）", ParenHan}, {"一目的", "", NoForm}, {"(a) a boat", "(a)", Letter}, {"(iii) a boat", "(iii)", Letter}, {"(as) a boat", "", NoForm}, {"(a)boat", "", NoForm},
		{"1 1948年的夏天", "1", Count}, {"8　3楼桂花", "8", Count}, {"1 20元 30元", "", NoForm}, {"3 300万元", "", NoForm}, {"6 2月30日", "", NoForm}, {"2 14", "", NoForm},
	} {
		if c := Line(tt.s); tt.s[:c.Bytes] != tt.n || c.Form != tt.form {
			t.Errorf("Line(%q) = %q, %d, want %q, %d", tt.s, tt.s[:c.Bytes], c.Form, tt.n, tt.form)
		}
	}
	for s, want := range map[string]uint64{"3.1": 4<<10 | 2, "3": 0, "3.1 船": 0, "3.": 0} {
		if got, _ := Path(s); got != want {
			t.Errorf("Path(%q) = %d, want %d", s, got, want)
		}
	}
}

// Names are looked for by their first character alone at first: none may be
// left out so.
func TestOpensName(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "named.go", nil, 0)
	if err != nil {
		t.Fatal(err)
	}
	names := 0
	for _, d := range file.Decls {
		f, ok := d.(*ast.FuncDecl)
		if !ok || f.Name.Name != "isName" {
			continue
		}
		ast.Inspect(f, func(n ast.Node) bool {
			if lit, ok := n.(*ast.BasicLit); ok {
				name, _ := strconv.Unquote(lit.Value)
				names++
				if !opensName(char.First(name)) || Name(name) != len(name) {
					t.Errorf("%s is not found", name)
				}
			}
			return true
		})
	}
	if names < 50 {
		t.Errorf("only %d names", names)
	}
}

// Titles of serials are looked for by their last character alone at first.
func TestSerial(t *testing.T) {
	for s, want := range map[string]int{"渡口（三）": 3, "渡口(12)": 12, "五帝本纪第一": 1, "《渡口》12": 12, "渡口集卷二": 2, "_分节阅读_3": 3, "---分节阅读_4---": 4, "渡口（下）": 3, "渡口": 0, "他走了。": 0} {
		if c := Line(s); c.Value != want || want > 0 && c.Form != Serial {
			t.Errorf("Line(%q) = %+v, want the serial number %d", s, c, want)
		}
	}
}

// What None dismisses has neither a number nor a name: lines of every beginning,
// middle and end are tried.
func TestNone(t *testing.T) {
	begins := strings.Fields("渡 他 ， 。 、 ） 》 】 ” ； “ 「 \" 一 第 笫 上 序 番外 前言 正 其 卷 甲 （ ( ① 1 A I ★ 目 附 % ! ] 跋 特 单 步 幕 小 之 中 作者后记 卷上 Ⅰ")
	middles := []string{"", "口", "口 第三章 夜船", "口》第三章", "】第二回 风起", "口番外：本色出演", "，第一章", "　一　", "一章", "、渡口", "二、", ".1 水路", "录A", "章节 第四章", "人番外：夜船", "障一：无法开机", "障2 无声", "第一章」雨"}
	ends := []string{"", "。", "（三）", "第一", "12", "_3", "卷一", " ", "上", "（上）", "》12"}
	none := 0
	for _, a := range begins {
		for _, b := range middles {
			for _, c := range ends {
				s := strings.TrimSpace(a + b + c)
				if !None(s, char.First(s), char.Last(s)) {
					continue
				}
				none++
				if c := Line(s); c.Form != NoForm || Name(s) > 0 {
					t.Errorf("%q: %+v, a name of %d bytes", s, c, Name(s))
				}
			}
		}
	}
	if none < 800 {
		t.Errorf("only %d lines are dismissed", none)
	}
}

// MayBegin holds for digits, stems and what usual names begin with.
func TestMayBegin(t *testing.T) {
	for r := rune(0x3000); r < 0x10000; r++ {
		if want := HanDigit(r) >= 0 || stemOf(r) > 0 || opensUsualName(r) || strings.ContainsRune("第笫其卷上中下首再最正案典实专单模步任问练项课章", r); MayBegin(r) != want {
			t.Errorf("%c: %v", r, !want)
		}
	}
}
