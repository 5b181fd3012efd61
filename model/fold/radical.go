package fold

import (
	"strings"
	"unicode/utf8"
)

// radicals are pairs of a character of the block CJK Radicals Supplement and
// the ideograph that looks the same; documents made by some converters have
// the first where the second is meant, and NFKC leaves them apart.
const radicals = "⺁厂⺄乙⺆冂⺇几⺈刀⺉刂⺋卩⺌小⺍小⺎兀⺏尣⺐尢⺑尣⺒巳⺓幺⺔彑⺕彐⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺞歺⺟母⺠民⺡氵⺢氺⺣灬⺤爫⺥爫⺦丬⺧牛⺨犭⺩王⺪疋⺫目⺬示⺭礻⺮竹⺯糹⺰纟⺱罓⺲罒⺳罓⺴罓⺵网⺶羊⺷羊⺸羋⺹耂⺺聿⺻聿⺼月⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏邑⻐钅⻑長⻒镸⻓长⻔门⻕阜⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞飠⻟飠⻠饣⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"

func radical(r rune) rune {
	i := strings.IndexRune(radicals, r)
	if i < 0 {
		return r
	}
	_, n := utf8.DecodeRuneInString(radicals[i:])
	r, _ = utf8.DecodeRuneInString(radicals[i+n:])
	return r
}
