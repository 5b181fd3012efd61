package charset

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
)

// Sentences to make texts of, written for this test.
var sentences = map[string][]string{
	"zh-Hans": {
		"清晨的雾还没有散，渡口边已经有人在等船。", "他把信折好，放进衣袋，又看了一眼窗外的雨。", "这座桥修了三年，花去白银四万两。",
		"“你什么时候回来？”她问。", "第二章　山中来客", "全县新建学校十二所，增加学位三千个。", "老人说，河水每年春天都要涨一次。",
		"孩子们在巷子里跑来跑去，谁也不肯先回家。", "关于印发实施办法的通知已经下发各单位。", "灯下翻书，不觉夜深；远处传来几声犬吠。",
		"机器的声音停了，屋里忽然安静得可怕。", "我们走过田埂，麦子刚刚抽穗。", "产量比上年增长7.5%，质量也有提高。",
	},
	"zh-Hant": {
		"清晨的霧還沒有散，渡口邊已經有人在等船。", "他把信摺好，放進衣袋，又看了一眼窗外的雨。", "這座橋修了三年，花去白銀四萬兩。",
		"「你什麼時候回來？」她問。", "第二章　山中來客", "全縣新建學校十二所，增加學位三千個。", "老人說，河水每年春天都要漲一次。",
		"孩子們在巷子裡跑來跑去，誰也不肯先回家。", "關於印發實施辦法的通知已經下發各單位。", "燈下翻書，不覺夜深；遠處傳來幾聲犬吠。",
	},
	"ja": {
		"朝の霧がまだ晴れないうちに、渡し場には人が集まっていた。", "彼は手紙をたたんで、窓の外の雨を眺めた。", "この橋を架けるのに三年かかったという。",
		"「いつ帰ってくるの」と彼女は聞いた。", "第二章　山の客", "子供たちは路地を走り回って、誰も家に帰ろうとしない。", "機械の音が止まると、部屋は急に静かになった。",
		"コンピューターの画面にエラーが表示されました。", "ファイルを保存してから終了してください。",
	},
	"ko": {
		"아침 안개가 아직 걷히지 않았는데 나루터에는 벌써 사람들이 모여 있었다.", "그는 편지를 접어 주머니에 넣고 창밖의 비를 바라보았다.", "이 다리를 놓는 데 삼 년이 걸렸다고 한다.",
		"“언제 돌아와요?” 그녀가 물었다.", "제2장 산에서 온 손님", "아이들은 골목을 뛰어다니며 아무도 집에 가려고 하지 않았다.", "기계 소리가 멈추자 방 안이 갑자기 조용해졌다.",
		"파일을 저장한 다음 프로그램을 끝내십시오.",
	},
}

func languageOf(c Charset) string {
	switch c {
	case Big5:
		return "zh-Hant"
	case ShiftJIS, EUCJP:
		return "ja"
	case EUCKR:
		return "ko"
	}
	return "zh-Hans"
}

// made returns about size bytes of text in c; its end may be cut inside a
// character.
func made(r *rand.Rand, c Charset, size int) []byte {
	pool := sentences[languageOf(c)]
	var b []byte
	for len(b) < size {
		s := pool[r.IntN(len(pool))]
		if r.IntN(4) == 0 {
			s += "\r\n"
		}
		one, err := encoding.ReplaceUnsupported(c.encoding().NewEncoder()).Bytes([]byte(s))
		if err != nil {
			panic(err)
		}
		if len(b) > 0 && (c == UTF16LE || c == UTF16BE) {
			one = one[2:] // its byte order mark
		}
		b = append(b, one...)
	}
	return b[:size]
}

func TestDetectsLongerTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	right, all := 0, 0
	for c := GB18030; c < Windows1252; c++ {
		for range 200 {
			raw := made(r, c, 200+r.IntN(2000))
			if c == UTF16LE || c == UTF16BE {
				raw = raw[2:] // without its byte order mark
			}
			got, ok := Detect(raw, UTF8)
			all++
			if ok && got == c {
				right++
			}
		}
	}
	t.Logf("%d of %d texts of 200 bytes and more", right, all)
	if right*1000 < all*995 {
		t.Errorf("%d of %d texts", right, all)
	}
}

func TestDetectsShortTexts(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	right, all := 0, 0
	for c := GB18030; c <= EUCKR; c++ {
		for range 200 {
			got, _ := Detect(made(r, c, 20+r.IntN(40)), UTF8)
			all++
			if got == c {
				right++
			}
		}
	}
	t.Logf("%d of %d texts of 20 to 60 bytes", right, all)
	if right*100 < all*90 {
		t.Errorf("%d of %d texts", right, all)
	}
}

// One bad byte does not take a short text of Han out of UTF-8, wherever it
// stands.
func TestBadByteLeavesUTF8(t *testing.T) {
	for _, text := range []string{"# 标题\n\n正\x1b文。", "中文里", "标题", "卷一\n\n二〇二一年"} {
		for at := range len(text) + 1 {
			for _, bad := range []string{"\x9b", "\xff", "\xc4", "\xe6"} {
				raw := text[:at] + bad + text[at:]
				if !utf8.ValidString(text[:at]) {
					continue
				}
				if c, ok := Detect([]byte(raw), UTF8); c != UTF8 || !ok {
					t.Errorf("%q: %v %v", raw, c, ok)
				}
			}
		}
	}
}

// No text of another charset passes for broken UTF-8, short as it may be.
func TestOtherCharsetsAreNotBrokenUTF8(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	wrong := 0
	for c := GB18030; c <= EUCKR; c++ {
		for range 2000 {
			if raw := made(r, c, 12+r.IntN(60)); mostlyUTF8(raw) {
				wrong++
				t.Logf("%v: %q", c, raw)
			}
		}
	}
	if wrong > 0 {
		t.Errorf("%d of 10000", wrong)
	}
}

func TestDetectTellsTextFromBinary(t *testing.T) {
	for _, c := range []struct {
		raw  string
		want Charset
		ok   bool
	}{
		{"plain ASCII\n", UTF8, true},
		{"\xef\xbb\xbf中文", UTF8, true},
		{"\xff\xfe-N", UTF16LE, true},
		{"\xfe\xffN-", UTF16BE, true},
		{"h\x00e\x00l\x00l\x00o\x00 \x00w\x00o\x00r\x00l\x00d\x00", UTF16LE, true},
		{"中文里有\xff一个坏字节，其余都是好的", UTF8, true},
		{"caf\xe9 d\xe9j\xe0 vu, na\xefve", Windows1252, true},
		{"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00\x00\x00\x00\x00\x03\x00\x3e\x00", UTF8, false},
		{"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00", UTF8, false},
		{"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n", UTF8, false},
		{strings.Repeat("\x01\x02\x03\x04", 20), UTF8, false},
	} {
		if got, ok := Detect([]byte(c.raw), UTF8); got != c.want || ok != c.ok {
			t.Errorf("%q: %v %v, want %v %v", c.raw, got, ok, c.want, c.ok)
		}
	}
}

func TestHintDecidesWhatTheTextLeavesOpen(t *testing.T) {
	raw := made(rand.New(rand.NewPCG(1, 1)), EUCKR, 12)
	if got, _ := Detect(raw, EUCKR); got != EUCKR {
		t.Errorf("%v", got)
	}
}

func TestDecodeCountsWhatIsLost(t *testing.T) {
	for _, c := range []struct {
		c    Charset
		raw  string
		want string
		bad  int
	}{
		{UTF8, "好\xff\xe4\xbd的", "好\ufffd\ufffd的", 2},
		{GB18030, "\xc4\xe3\xff\xba\xc3", "你\ufffd好", 1},
		{Big5, "\xa7\x41", "你", 0},
		{UTF16LE, "\xff\xfe`O", "你", 0},
		{UTF16BE, "O`\xd8\x00", "你\ufffd", 1},
	} {
		got, bad := c.c.Decode([]byte(c.raw))
		if got != c.want || bad != c.bad {
			t.Errorf("%v %q: %q %d, want %q %d", c.c, c.raw, got, bad, c.want, c.bad)
		}
	}
}

// UTF-32 is known by its byte order mark; the NUL bytes in it are part of it.
func TestUTF32(t *testing.T) {
	const want = "清晨的雾 a\n"
	for _, c := range []Charset{UTF32LE, UTF32BE} {
		raw, err := c.encoding().NewEncoder().Bytes([]byte(want))
		if err != nil {
			t.Fatal(err)
		}
		if got, n := TrimZeros(raw); n != 0 || len(got) != len(raw) {
			t.Errorf("%v: %d zeros taken", c, n)
		}
		got, ok := Detect(raw, UTF8)
		text, bad := got.Decode(raw)
		if !ok || got != c || text != want || bad != 0 {
			t.Errorf("%v: %v %v %q %d", c, got, ok, text, bad)
		}
	}
}

// One control character does not make a short text binary.
func TestShortTextWithABell(t *testing.T) {
	if IsBinary([]byte("\x1b[31m红\x1b[0m\x07")) || !IsBinary([]byte("\x7fELF\x02\x01\x01")) {
		t.Error("a bell makes a text binary, or a program is a text")
	}
}

func TestNamedKnowsItsOwnNames(t *testing.T) {
	for c := range charsets {
		if got, ok := Named(c.String()); !ok || got != c {
			t.Errorf("%v: %v %v", c, got, ok)
		}
	}
	if _, ok := Named("klingon"); ok {
		t.Error("klingon is known")
	}
}

func FuzzDecode(f *testing.F) {
	r := rand.New(rand.NewPCG(5, 6))
	for c := range charsets {
		if c != UTF8 {
			f.Add(uint8(c), made(r, c, 60))
		}
	}
	f.Fuzz(func(t *testing.T, which uint8, raw []byte) {
		c := Charset(which) % charsets
		text, bad := c.Decode(append([]byte(nil), raw...))
		if !utf8.ValidString(text) {
			t.Fatalf("%v: %q is no UTF-8", c, text)
		}
		if bad > strings.Count(text, replacement) {
			t.Fatalf("%v: %d bad of %q", c, bad, text)
		}
		Detect(raw, UTF8)
	})
}

func BenchmarkDetect(b *testing.B) {
	raw := made(rand.New(rand.NewPCG(1, 2)), GB18030, 1<<20)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		Detect(raw, UTF8)
	}
}

func BenchmarkDecode(b *testing.B) {
	raw := made(rand.New(rand.NewPCG(1, 2)), GB18030, 1<<20)
	b.SetBytes(int64(len(raw)))
	for b.Loop() {
		GB18030.Decode(raw)
	}
}

// Lines that were pasted into a text of UTF-8 in GBK are read; a broken byte
// stays one.
func TestLinesOfAnotherCharset(t *testing.T) {
	line := strings.Join(sentences["zh-Hans"][:3], "")
	old, _ := GB18030.encoding().NewEncoder().String(line)
	broken := line[:30] + "\xe6" + line[33:] + "\n"
	got, bad := UTF8.Decode([]byte(line + "\n" + old + "\r\n" + broken))
	if want := line + "\n" + line + "\r\n" + line[:30] + "\ufffd" + line[33:] + "\n"; bad != 1 || got != want {
		t.Errorf("%d bad: %q, want %q", bad, got, want)
	}
}

func TestLinesOfTwoCharsets(t *testing.T) {
	one := "渡口的灯亮着。船还没有来。\n"
	for _, other := range []string{"老人坐在岸边等着，手里一盏灯。\n", "崔珩、郗鉴。\n"} {
		gb := encoded(t, GB18030, other)
		raw := []byte(one + gb + one + gb)
		c, ok := Detect(raw, UTF8)
		if text, bad := c.Decode(raw); !ok || bad > 0 || text != one+other+one+other {
			t.Errorf("%v, %d lost: %q", c, bad, text)
		}
	}
}

func TestAChapterOfUTF8BehindOnesOfGB18030(t *testing.T) {
	text := strings.Repeat("清晨的雾还没有散，渡口边已经有人在等船。\n联通\n", 40)
	last := "第四章　旧报纸\n　　图书馆的地下室里堆着旧报纸。\n"
	raw := []byte(encoded(t, GB18030, text) + last)
	c, _ := Detect(raw, UTF8)
	got, bad := c.Decode(raw)
	if c != GB18030 || bad > 0 || got != text+last {
		t.Errorf("%v, %d lost, %q", c, bad, got[max(0, len(got)-100):])
	}
	room := append(make([]byte, 0, Room(raw, len(raw))), raw...)
	if got, bad := c.DecodeOver(room); bad > 0 || got != text+last {
		t.Errorf("over: %d lost", bad)
	}
}

func TestADeclaredCharsetOfOneByte(t *testing.T) {
	for _, test := range []struct{ name, text string }{
		{"windows-1251", "Он вышел рано утром к реке. Лодка ушла."},
		{"koi8-r", "Он вышел рано утром к реке. Лодка ушла."},
		{"iso-8859-2", "Łódź odpłynęła wcześnie rano."},
		{"windows-1253", "Το πλοίο έφυγε νωρίς."},
	} {
		hint, ok := Named(test.name)
		raw := []byte(encoded(t, hint, test.text))
		c, isText := Detect(raw, hint)
		if text, _ := c.Decode(raw); !ok || !isText || text != test.text {
			t.Errorf("%s: %v, %q", test.name, c, text)
		}
	}
	raw := []byte(encoded(t, GB18030, "清晨的雾还没有散，渡口边已经有人在等船。"))
	if c, _ := Detect(raw, Windows1252); c != GB18030 {
		t.Errorf("GBK that declares Latin-1 is %v", c)
	}
}

func TestDetectsRussianAndOldJapanese(t *testing.T) {
	for c, text := range map[Charset]string{
		Windows1251: "Он вышел рано утром к реке и долго смотрел на воду, пока не ушла лодка.",
		KOI8R:       "Он вышел рано утром к реке и долго смотрел на воду, пока не ушла лодка.",
		ISO2022JP:   "朝の霧がまだ晴れないうちに、渡し場には人が集まっていた。\n",
	} {
		raw := []byte(encoded(t, c, text))
		got, ok := Detect(raw, UTF8)
		if read, _ := got.Decode(raw); !ok || got != c || read != text {
			t.Errorf("%v is %v, %q", c, got, read)
		}
	}
}

func encoded(t *testing.T, c Charset, text string) string {
	t.Helper()
	raw, err := c.encoding().NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// Every listed name is accepted, and every charset has one.
func TestNamesAreKnown(t *testing.T) {
	seen := make(map[Charset]bool)
	for _, name := range Names() {
		c, ok := Named(name)
		if !ok {
			t.Errorf("%s is not known", name)
		}
		seen[c] = true
	}
	if len(seen) != int(charsets) {
		t.Errorf("%d of %d charsets have names", len(seen), charsets)
	}
}
