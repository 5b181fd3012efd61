package linebreak

// A Script is the writing of a paragraph, which decides where its words end
// and how its first line is indented.
type Script uint8

const (
	Unknown  Script = iota // no letters, or not looked at
	Chinese                // ideographs without kana
	Japanese               // kana, with or without ideographs
	Korean                 // mostly Hangul
	Western                // alphabets only
)

// ScriptOf returns the writing of text by its first 256 letters: Korean when
// a quarter of the letters of East Asia is Hangul, Japanese when a tenth is kana
// (a Chinese text that quotes a word of Japanese stays Chinese).
func ScriptOf(text string) Script {
	var ideographs, kana, hangul, other int
	for _, r := range text {
		switch {
		case r < 'A':
			continue
		case 0x3400 <= r && r <= 0x9FFF, r >= 0x20000:
			ideographs++
		case 0x3041 <= r && r <= 0x30FF && r != '・' && r != 'ー', 0xFF66 <= r && r <= 0xFF9F:
			kana++
		case 0xAC00 <= r && r <= 0xD7A3, 0x1100 <= r && r <= 0x11FF, 0x3131 <= r && r <= 0x318E:
			hangul++
		case r < 0x80 && (r|0x20 < 'a' || 'z' < r|0x20), 0x2000 <= r && r <= 0x303F, r >= 0xFE00:
			continue
		default:
			other++
		}
		if ideographs+kana+hangul+other >= 256 {
			break
		}
	}
	switch east := ideographs + kana + hangul; {
	case east == 0 && other == 0:
		return Unknown
	case east*8 < other: // a word of East Asia in a Western paragraph
		return Western
	case hangul*4 > east:
		return Korean
	case kana*10 > east:
		return Japanese
	}
	return Chinese
}
