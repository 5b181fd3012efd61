package repair

import (
	"os"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"
)

func TestPunctuation(t *testing.T) {
	for text, want := range map[string]string{
		"增长2.7%,增速":         "增长2.7%，增速",
		"“三大改造”,“上云企业”":     "“三大改造”，“上云企业”",
		"《纲要》,提请":           "《纲要》，提请",
		"中德(许昌)":            "中德（许昌）",
		"(B型)":              "（B型）",
		"PM2.5(细颗粒物)":       "PM2.5（细颗粒物）",
		"GDP(亿元)":           "GDP（亿元）",
		"各位代表!2020年":        "各位代表！2020年",
		"函数(function)":      "函数（function）",
		"结构为5.3:52.7:42,三产": "结构为5.3:52.7:42，三产",
		"各位代表: 现在,我代表市政府":   "各位代表： 现在，我代表市政府",
		"分为三步:(一)收集;(二)整理;(三)上报?!":   "分为三步：（一）收集；（二）整理；（三）上报？！",
		"新建(改建(含扩建))12处,改造(3)处":      "新建（改建（含扩建））12处，改造（3）处",
		"他说:“走吧!”,就走了":               "他说：“走吧！”，就走了",
		"见 https://a.cn/x(1),随后":     "见 https://a.cn/x(1)，随后",
		`叫"卷","轴"和"册",都行`:            `叫"卷"，"轴"和"册"，都行`,
		`它的标题是"Note:"注意:这里`:          `它的标题是"Note:"注意：这里`,
		`显示":number"和[:digit:]。也`:    `显示":number"和[:digit:]。也`,
		"许昌市(Xuchang),位于河南(中部),气候温和": "许昌市（Xuchang），位于河南（中部），气候温和",
	} {
		if got, _ := Punctuation(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}

func TestPunctuationStays(t *testing.T) {
	for _, text := range []string{
		"1,000", "12:30", "5.3:52.7:42", "1:500", "f(x)", "ls(1)", "printf(3)函数", "std::vector",
		"参见 https://a.cn/?q=1,2", `C:\`, ":wq", "a@b.cn", "$1,234.5", "Go,Rust,C++", "所有权 (ownership)",
		`90后 5"`, "--flag", "大한민국(大韓民國)은",
		"An English paragraph, that quotes 卷 (juǎn), stays: it is no Chinese.",
		"きょうは「はい」(笑),と言った!", "他用 :wq 退出", `在C:\目录`, "容器std::vector的", "函数()", "1)项目",
		"于12:30到", "共1,000人", "", "，。（）",
	} {
		if got, m := Punctuation(text); got != text || m != nil {
			t.Errorf("%q is shown as %q", text, got)
		}
	}
}

func TestKeep(t *testing.T) {
	text := "函数(甲),即a,乙"
	from := strings.Index(text, "甲),即")
	got, _ := Steps{Punctuation: true, Gap: true}.Show(text, Range{from - 1, from + len("甲),即a,乙")})
	if want := text; got != want {
		t.Errorf("code inside %q is shown as %q", text, got)
	}
}

func TestGap(t *testing.T) {
	for text, want := range map[string]string{
		"用Go写的CLI工具":      "用 Go 写的 CLI 工具",
		"增长2.7%的3449.2亿元": "增长 2.7% 的 3449.2 亿元",
		"2020年3月5日":       "2020\u00a0年 3\u00a0月 5\u00a0日",
		"已有 Go 的，Go。":     "已有 Go 的，Go。",
		"见https://a.cn/中": "见 https://a.cn/中",
	} {
		if got, _ := (Steps{Gap: true}).Show(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
	if got, _ := (Steps{Punctuation: true, Gap: true}).Show("函数(function)的"); got != "函数（function）的" {
		t.Errorf("a gap stands beside a bracket: %q", got)
	}
}

func TestReplace(t *testing.T) {
	for text, want := range map[string]string{
		"他说“是‘这’样”……":    "他说「是『这』样」⋯⋯",
		"停——了，阿·兰":       "停－－了，阿・兰",
		"“don’t” — say…": `"don't" -- say⋯`,
		"中文里的don’t":      "中文里的don't",
		"①甲②乙，Ⅳ级，25℃":    "(1)甲(2)乙，IV级，25∘C",
		"café─│①":        "cafe\u0301-|(1)",
		"α与Б":            "α与Б",
		"纯汉字，。、！？（）":     "纯汉字，。、！？（）",
	} {
		if got, _ := (Steps{Replace: true}).Show(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
	for _, r := range "“”‘’…—·①─│–•→±×°℃′″※§ⅣéāüÀ²½№™" {
		got, _ := (Steps{Replace: true}).Show("汉" + string(r))
		for _, c := range got {
			if runewidth.IsAmbiguousWidth(c) && !unicode.Is(unicode.Mn, c) {
				t.Errorf("%c is shown as %q, in which %c is ambiguous", r, got, c)
			}
		}
	}
}

func TestTally(t *testing.T) {
	add := func(texts ...string) (tally Tally) {
		for _, s := range texts {
			tally.Add(s)
		}
		return tally
	}
	normalised := strings.Repeat("一是快,二是好。", 20)
	for _, c := range []struct {
		what  string
		tally Tally
		want  bool
	}{
		{"nothing", add(), false},
		{"plainly normalised", add(normalised), true},
		{"one full-width mark in 21", add(normalised, "甲，乙"), true},
		{"two in 22", add(normalised, "甲，乙，丙"), false},
		{"too few", add("一是快,二是好。"), false},
		{"no full stop", add(strings.Repeat("一是快,二是好;", 20)), false},
		{"well set", add(strings.Repeat("一是快，二是好。", 20)), false},
		{"English", add(strings.Repeat("one, two. ", 40), "三。"), false},
	} {
		if got := c.tally.Normalised(); got != c.want {
			t.Errorf("%s: %v", c.what, got)
		}
	}
	if text, err := os.ReadFile("../../../shared/corpus/xuchang-listing.txt"); err != nil {
		t.Log("no sample listing beside the repository")
	} else if !add(strings.Split(string(text), "\n")...).Normalised() {
		t.Error("the sample listing was normalised")
	}
}

func TestMap(t *testing.T) {
	text := "用Go,写(好)"
	shown, m := Steps{Punctuation: true, Gap: true}.Show(text)
	if shown != "用 Go，写（好）" {
		t.Fatalf("shown: %q", shown)
	}
	for _, part := range []string{"用", "Go", "写", "好"} {
		from, to := strings.Index(text, part), strings.Index(shown, part)
		if m.ToShown(from) != to || m.ToSource(to) != from {
			t.Errorf("%s at %d is shown at %d (Map: %d), from %d", part, from, to, m.ToShown(from), m.ToSource(to))
		}
	}
}

// Whatever the text: what is between the changes is the same, the map leads
// there and back, and mending twice mends no more.
func FuzzShow(f *testing.F) {
	for _, s := range []string{"", "增长2.7%,增速", "用Go写", "“”—…①é", "a\xff,汉", "((((汉))))", "https://a.cn/?q=1,2,汉", "://汉://"} {
		f.Add(s, byte(7))
	}
	f.Fuzz(func(t *testing.T, text string, flags byte) {
		s := Steps{Punctuation: flags&1 > 0, Gap: flags&2 > 0, Replace: flags&4 > 0}
		shown, m := s.Show(text)
		i, j := 0, 0
		for _, c := range append(m[:len(m):len(m)], Change{Source: len(text), Shown: len(shown)}) {
			if c.Source < i || c.Shown < j || text[i:c.Source] != shown[j:c.Shown] {
				t.Fatalf("%q: %q differs from %q before %+v", text, shown[j:], text[i:], c)
			}
			i, j = c.Source+c.SourceLen, c.Shown+c.ShownLen
		}
		last := 0
		for i := range text {
			at := m.ToShown(i)
			if at < last || at > len(shown) || m.ToSource(at) != i {
				t.Fatalf("%q: byte %d is shown at %d, which is byte %d", text, i, at, m.ToSource(at))
			}
			last = at
		}
		if utf8.ValidString(text) && !utf8.ValidString(shown) {
			t.Fatalf("%q is shown as %q", text, shown)
		}
	})
}

func BenchmarkPunctuation(b *testing.B) {
	text := strings.Repeat("全县粮食总产达到3449.2万吨、增长2.7%,“一区三园”建成投用(含续建),群众的获得感不断增强。", 300)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Punctuation(text)
	}
}

// Letters of Hangul are shown as syllables, each of them standing for its
// letters.
func TestHangulIsComposed(t *testing.T) {
	for text, want := range map[string]string{
		"\u1112\u1161\u11ab\u1100\u1173\u11af": "한글",
		"가\u11a8나":                             "각나",
		"갂\u11a8":                              "갂\u11a8",
		"\u1100\u1100\u1161":                   "\u1100가",
		"\u1161\u11a8":                         "\u1161\u11a8",
		"한글 ᠠ":                                 "한글 ᠠ",
	} {
		got, m := Steps{Compose: true}.Show(text)
		if got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
		for i := range got {
			if back := m.ToShown(m.ToSource(i)); back != i {
				t.Errorf("%q: byte %d comes back as %d", text, i, back)
			}
		}
	}
}
