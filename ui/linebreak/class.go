package linebreak

// A class says how a character behaves at the end of a line. The classes are
// those of UAX #14 as far as they make a difference in Chinese, with the line
// start and line end prohibitions of CLREQ ("basic") for marks.
type class uint8

const (
	start   class = iota // nothing stands before: start of the text or after a hard break
	han                  // ideographs, kana, emoji: a line may end on both sides
	alpha                // letters of words, and symbols that hold words together
	digit                // digits, and marks between two digits
	open                 // opening marks: never at the end
	round                // ( [ {: as open, and bound to a word before them
	closer               // closing and joining marks, small kana: never at the start
	pause                // ，。、；：！？: as closer
	square               // ) ] }: as closer, and bound to a word after them
	comma                // , ;: as closer
	colon                // : ! ?: as closer, and bound to a word after them
	dot                  // . : as closer, and bound to a word after it
	degree               // % ° ′ ~ and superscripts: as closer, and bound to a word after them
	slash                // / ／: at neither end
	hyphen               // - ‐: as closer, and bound to a number after it
	plus                 // +: as closer, and bound to a word after it
	money                // $ ￥ № §: never at the end
	pair                 // —— and ……: never broken inside
	circle               // ① after text is a footnote mark, elsewhere it counts an item
	glue                 // no-break space and word joiner: no line ends beside them
	quote                // straight " without a partner
	space                // vanishes at the end of a line
	newline              // ends the line
)

// What may happen between two characters. The higher grade wins when a line
// must end; only allowed is a proper place.
const (
	never     = iota
	forbidden // a mark would stand where it must not, or a pair would be parted
	inside    // inside a word or a number
	weak      // inside a long unit where it hurts least
	allowed
)

// pairs holds the grade between the class of its row and the class of its
// column. Before every class that it has no column for, nothing may end.
var pairs = [...]string{
	//      han alpha digit open round money pair circle quote
	start:  "000000000",
	han:    "444444411",
	alpha:  "422422411",
	digit:  "422422411",
	open:   "111111111",
	round:  "111111111",
	closer: "444444411",
	pause:  "444444441",
	square: "422424411",
	comma:  "444444441",
	colon:  "422424441",
	dot:    "432424441",
	degree: "422424411",
	slash:  "333333331",
	hyphen: "422424411",
	plus:   "422422441",
	money:  "111111111",
	pair:   "444444441",
	circle: "444444441",
	glue:   "111111111",
	quote:  "111111111",
}

// column returns the column of c in pairs, or -1 when nothing ends before c.
func column(c class) int {
	switch c {
	case han, alpha, digit, open, round:
		return int(c - han)
	case money, pair, circle:
		return int(c-money) + 5
	case quote:
		return 8
	}
	return -1
}

// noStart reports whether c may not begin a line.
func noStart(c class) bool {
	return closer <= c && c <= plus && c != plus
}

// noEnd reports whether c may not end a line.
func noEnd(c class) bool {
	return c == open || c == round || c == money || c == slash
}

// ascii holds the classes of U+0020 to U+007F.
const ascii = " :\"a$%a'()a+,-./" + "0000000000:;aaa?" +
	"aaaaaaaaaaaaaaaaaaaaaaaaaaa(a)aa" + "aaaaaaaaaaaaaaaaaaaaaaaaaaa(a)%a"

func classOf(r rune) class {
	switch {
	case r < 0x80:
		return classASCII(r)
	case 0x4E00 <= r && r <= 0x9FFF, 0x3400 <= r && r <= 0x4DBF:
		return han
	case r < 0x2000:
		return classLatin(r)
	case r < 0x2E80:
		return classPunctuation(r)
	case r < 0x3400:
		return classCJK(r)
	case 0xFF00 <= r && r <= 0xFFEF:
		return classFullwidth(r)
	case 0xAC00 <= r && r <= 0xD7A3, 0xF900 <= r && r <= 0xFAFF, 0x1F000 <= r && r <= 0x1FAFF, r >= 0x20000 && r <= 0x3FFFF:
		return han
	case r == '\uFEFF':
		return glue
	}
	return alpha
}

func classASCII(r rune) class {
	if r < ' ' {
		if r == '\n' {
			return newline
		}
		return alpha
	}
	switch ascii[r-' '] {
	case ' ':
		return space
	case '0':
		return digit
	case '(':
		return round
	case ')':
		return square
	case ',', ';':
		return comma
	case ':', '?':
		return colon
	case '.':
		return dot
	case '%':
		return degree
	case '/':
		return slash
	case '-':
		return hyphen
	case '+':
		return plus
	case '$':
		return money
	case '"':
		return quote
	}
	return alpha
}

func classLatin(r rune) class {
	switch r {
	case '\u00A0', '\u00AD':
		return glue
	case '¥', '£', '§':
		return money
	case '°', '²', '³', '¹':
		return degree
	case '·':
		return closer
	case '\u0F0B', '\u1361':
		return comma
	}
	if 0x1100 <= r && r <= 0x11FF {
		return han
	}
	return alpha
}

func classPunctuation(r rune) class {
	switch r {
	case '“', '‘':
		return open
	case '”', '’', '‧', '•', '–', '―', '\u2E3B':
		return closer
	case '—', '…', '⋯', '\u2E3A':
		return pair
	case '‰', '‱', '′', '″', '℃', '℉':
		return degree
	case '\u2010':
		return hyphen
	case '№', '€':
		return money
	case '\u2007', '\u2011', '\u202F', '\u2060':
		return glue
	case '\u200B':
		return space
	}
	switch {
	case 0x2000 <= r && r <= 0x200A:
		return space
	case 0x2070 <= r && r <= 0x2079, 0x2080 <= r && r <= 0x2089:
		return degree
	case 0x2460 <= r && r <= 0x2473:
		return circle
	case 0x2600 <= r && r <= 0x27BF:
		return han
	}
	return alpha
}

func classCJK(r rune) class {
	switch r {
	case '\u3000':
		return space
	case '、', '。':
		return pause
	case '「', '『', '【', '《', '〈', '〔', '〖', '〘', '〚', '〝':
		return open
	case '」', '』', '】', '》', '〉', '〕', '〗', '〙', '〛', '〞', '〟', '〜', '々', '〻',
		'・', 'ー', '゛', '゜', 'ゝ', 'ゞ', 'ヽ', 'ヾ', '゠',
		'ぁ', 'ぃ', 'ぅ', 'ぇ', 'ぉ', 'っ', 'ゃ', 'ゅ', 'ょ', 'ゎ', 'ゕ', 'ゖ',
		'ァ', 'ィ', 'ゥ', 'ェ', 'ォ', 'ッ', 'ャ', 'ュ', 'ョ', 'ヮ', 'ヵ', 'ヶ':
		return closer
	}
	switch {
	case 0x31F0 <= r && r <= 0x31FF: // small katakana for Ainu
		return closer
	case 0x3371 <= r && r <= 0x337A, 0x3380 <= r && r <= 0x33DF: // ㎡ ㎏: units in one character
		return degree
	}
	return han
}

func classFullwidth(r rune) class {
	switch r {
	case '，', '．', '；', '：', '！', '？', '｡', '､':
		return pause
	case '）', '］', '｝', '＞', '｠', '｣', '～', 'ｰ', '･', 'ﾞ', 'ﾟ':
		return closer
	case '（', '［', '｛', '＜', '｟', '｢':
		return open
	case '－':
		return pair
	case '％':
		return degree
	case '／':
		return slash
	case '＄', '￥', '￡':
		return money
	}
	switch {
	case '０' <= r && r <= '９':
		return digit
	case 'Ａ' <= r && r <= 'Ｚ', 'ａ' <= r && r <= 'ｚ':
		return alpha
	case 'ｧ' <= r && r <= 'ｯ':
		return closer
	}
	return han
}
