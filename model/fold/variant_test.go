package fold

import (
	"strings"
	"testing"
)

// Characters that are one to a reader find each other, and others do not.
func TestVariants(t *testing.T) {
	for _, class := range strings.Fields("后後 里裡裏 发發髮 台臺檯颱 说説說 面麵麪 历歷曆 干乾幹 只隻 于於 为為爲 众眾衆 峰峯 床牀 群羣 啟启啓 线線綫 鑑鉴鑒 钟鐘鍾 烟煙菸 云雲 户戶戸 戏戲戯 长長 龙龍 产產産 即卽 真眞 教敎 劫刦刧 联聯聨 斗鬥鬪 秋龝 粗麤") {
		members := []rune(class)
		for _, r := range members {
			if New(string(r)).String() != New(string(members[0])).String() {
				t.Errorf("%c is not folded as %c", r, members[0])
			}
		}
	}
	for _, apart := range strings.Fields("于虧 匮櫃 么幺 复覆 坂阪 只戠 已己 未末 亏于 叁三 著箸 柜匮 人入") {
		pair := []rune(apart)
		if New(string(pair[0])).String() == New(string(pair[1])).String() {
			t.Errorf("%c and %c are one", pair[0], pair[1])
		}
	}
}

// What a variant is folded to is folded to itself, and the members of a class
// have kinds of their own.
func TestVariantsAreClasses(t *testing.T) {
	type spelling struct {
		to     rune
		member rune
	}
	seen, changed := map[spelling]rune{}, 0
	for r := rune(firstHan); r < 0x33000; r++ {
		to, member := variant(r)
		if to == r {
			continue
		}
		changed++
		if again, _ := variant(to); again != to {
			t.Errorf("%c is folded to %c, that to %c", r, to, again)
		}
		if other, ok := seen[spelling{to, member}]; ok || member == 0 {
			t.Errorf("%c and %c are both member %d of %c", r, other, member, to)
		}
		seen[spelling{to, member}] = r
	}
	if want := len(variants)/4 + len(farVariants)/9; changed != want {
		t.Errorf("%d characters are folded to others, the table has %d", changed, want)
	}
}

// A simplified query finds traditional text, and knows that it is not literal.
func TestVariantsAreNoLiteralMatch(t *testing.T) {
	text := New("皇后說：後來，后来。")
	for query, want := range map[string]string{"后来": "01", "後來": "10", "后來": "00"} {
		n, got := NewNeedle(query), ""
		for f := range n.All(text.String(), nil) {
			got += map[bool]string{false: "0", true: "1"}[n.Literal(text.Marks(), f)]
		}
		if got != want {
			t.Errorf("%s: literal %s, want %s", query, got, want)
		}
	}
}
