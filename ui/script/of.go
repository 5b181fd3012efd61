package script

import "strings"

// The commonest characters that are written otherwise in the other script, in
// the same order in both.
const (
	onlySimplified  = "这们个来时国说为会对过发学动样还没问题电业产经现实长门见间车东书马员应当应战头边话让种给"
	onlyTraditional = "這們個來時國說為會對過發學動樣還沒問題電業產經現實長門見間車東書馬員應當應戰頭邊話讓種給"
)

// Of returns the form that a text is written in, Simplified or Taiwan, by the commonest
// characters that differ between the forms; Simplified where it has none of them.
func Of(text string) Form {
	simplified, traditional := 0, 0
	for _, r := range text {
		switch {
		case r < 0x4e00:
		case strings.ContainsRune(onlySimplified, r):
			simplified++
		case strings.ContainsRune(onlyTraditional, r):
			traditional++
		}
	}
	if traditional > simplified {
		return Taiwan
	}
	return Simplified
}

// ForLocale returns the traditional form that readers of a locale are used to, by
// the first of LC_ALL, LC_CTYPE and LANG that is set: that of Hong Kong there and in
// Macau, else that of Taiwan.
func ForLocale(getenv func(string) string) Form {
	for _, name := range []string{"LC_ALL", "LC_CTYPE", "LANG"} {
		if v := getenv(name); strings.HasPrefix(v, "zh_HK") || strings.HasPrefix(v, "zh_MO") {
			return HongKong
		} else if v != "" {
			break
		}
	}
	return Taiwan
}
