package script

import (
	"flag"
	"os"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/longbridgeapp/opencc"

	"juan/ui/words"
)

var update = flag.Bool("update", false, "write the traditional catalogue anew")

// The traditional catalogue is what OpenCC makes of the simplified one, with the words
// of Taiwan, except for those that OpenCC gets wrong.
func TestTraditionalCatalogue(t *testing.T) {
	cc, err := opencc.New("s2twp")
	if err != nil {
		t.Fatal(err)
	}
	right := strings.NewReplacer("一箇", "一個", "許可權", "權限", "後設資料", "詮釋資料")
	var want strings.Builder
	for key, text := range words.Keys() {
		made, err := cc.Convert(text)
		if err != nil {
			t.Fatal(err)
		}
		want.WriteString(key + "\t" + right.Replace(made) + "\n")
	}
	const file = "../words/traditional.tsv"
	if *update {
		if err := os.WriteFile(file, []byte(want.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if got, err := os.ReadFile(file); err != nil || string(got) != want.String() {
		t.Errorf("%s is not what the catalogue gives; run with -update", file)
	}
}

func TestTellsTheScript(t *testing.T) {
	for text, want := range map[string]Form{"头发": Simplified, "我们学习": Simplified, "我們學習": Taiwan, "": Simplified, "這裡有一個国字": Taiwan} {
		if got := Of(text); got != want {
			t.Errorf("%q is %v", text, got)
		}
	}
}

func TestLocales(t *testing.T) {
	for locale, want := range map[string]Form{"zh_HK.UTF-8": HongKong, "zh_MO": HongKong, "zh_TW.UTF-8": Taiwan, "zh_CN.UTF-8": Taiwan, "": Taiwan} {
		if got := ForLocale(func(name string) string { return map[string]string{"LANG": locale}[name] }); got != want {
			t.Errorf("%s is %v", locale, got)
		}
	}
}

func TestConverts(t *testing.T) {
	for _, test := range []struct {
		to        Form
		text, out string
	}{
		{Taiwan, "王后在里面走了三公里，乾隆年间。", "王后在裡面走了三公里，乾隆年間。"},
		{Taiwan, "头发、理发、发展、干部、干燥、面条、一只", "頭髮、理髮、發展、幹部、乾燥、麵條、一隻"},
		{Taiwan, "许昌发制品出口，姓范的于先生和余女士", "許昌髮製品出口，姓范的于先生和余女士"},
		{Taiwan, "典范先生活", "典範先生活"},
		{HongKong, "里面的群众", "裏面的羣眾"},
		{Simplified, "看著他、著名、睡著了，頭髮與發展，甚麼", "看着他、著名、睡着了，头发与发展，什么"},
		{Simplified, "乾隆年間，乾燥", "乾隆年间，干燥"},
		{AsWritten, "头发", "头发"},
		{Taiwan, "abc 12\xff里\xe9", "abc 12\xff裡\xe9"},
	} {
		c, err := Load(test.to)
		if err != nil {
			t.Fatal(err)
		}
		if got := c.Convert(test.text); got != test.out {
			t.Errorf("%q is %q, want %q", test.text, got, test.out)
		}
	}
}

// What is changed rises, does not overlap, begins and ends between characters,
// and all else of the text stays.
func FuzzChanges(f *testing.F) {
	var all []*Converter
	for _, to := range []Form{Simplified, Taiwan, HongKong} {
		c, err := Load(to)
		if err != nil {
			f.Fatal(err)
		}
		all = append(all, c)
	}
	f.Add("头发发展，王后里面\xff一目了然")
	f.Add("看著甚麼 abc 😀")
	f.Fuzz(func(t *testing.T, text string) {
		for _, c := range all {
			end := 0
			c.Changes(text, func(from, to int, out string) {
				if from < end || to <= from || to > len(text) || out == "" || !utf8.ValidString(text[from:to]) {
					t.Fatalf("%q: [%d, %d) behind %d becomes %q", text, from, to, end, out)
				}
				end = to
			})
			if strings.Count(c.Convert(text), "\n") != strings.Count(text, "\n") {
				t.Fatalf("%q: a line break is lost", text)
			}
		}
	})
}
