// Package charset turns the bytes of a file into UTF-8. It detects a charset by
// decoding: which characters come out, and how common they are in Chinese, Japanese or
// Korean. It knows no files.
package charset

import (
	"strings"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

// A Charset is a way to write text in bytes. The zero Charset is UTF-8.
type Charset uint8

// The charsets, each the superset that web browsers read under its name
// (WHATWG Encoding Standard): GB18030 for GBK and GB2312, Big5 with HKSCS,
// Windows-31J for Shift_JIS, Windows-949 for EUC-KR.
const (
	UTF8 Charset = iota
	GB18030
	Big5
	ShiftJIS
	EUCJP
	EUCKR
	UTF16LE
	UTF16BE
	Windows1252
	UTF32LE // known by its byte order mark only
	UTF32BE
	Windows1250 // this and the next: one byte a character, only where a text declares it
	Windows1251
	Windows1253
	Windows1254
	ISO88592
	ISO88595
	ISO885915
	KOI8R
	ISO2022JP // known by its escape sequences only
	charsets
)

// String returns the charset's usual name.
func (c Charset) String() string {
	switch c {
	case GB18030:
		return "GB18030"
	case Big5:
		return "Big5"
	case ShiftJIS:
		return "Shift_JIS"
	case EUCJP:
		return "EUC-JP"
	case EUCKR:
		return "EUC-KR"
	case UTF16LE:
		return "UTF-16LE"
	case UTF16BE:
		return "UTF-16BE"
	case UTF32LE:
		return "UTF-32LE"
	case UTF32BE:
		return "UTF-32BE"
	case Windows1252:
		return "Windows-1252"
	case Windows1250:
		return "Windows-1250"
	case Windows1251:
		return "Windows-1251"
	case Windows1253:
		return "Windows-1253"
	case Windows1254:
		return "Windows-1254"
	case ISO88592:
		return "ISO-8859-2"
	case ISO88595:
		return "ISO-8859-5"
	case ISO885915:
		return "ISO-8859-15"
	case KOI8R:
		return "KOI8-R"
	case ISO2022JP:
		return "ISO-2022-JP"
	}
	return "UTF-8"
}

// Names returns the usual names of all charsets in small letters, and gbk, by which
// that of most old Chinese files goes.
func Names() []string {
	var names []string
	for c := UTF8; c < charsets; c++ {
		names = append(names, strings.ToLower(c.String()))
		if c == GB18030 {
			names = append(names, "gbk")
		}
	}
	return names
}

// Named returns the charset people and files call name; ok is false where it
// is not known.
func Named(name string) (c Charset, ok bool) {
	if name == "" {
		return UTF8, false
	}
	switch strings.NewReplacer("-", "", "_", "", " ", "").Replace(strings.ToLower(name)) {
	case "utf8":
		return UTF8, true
	case "gb18030", "gbk", "gb2312", "cp936", "windows936", "euccn", "hzgb2312":
		return GB18030, true
	case "big5", "big5hkscs", "cp950", "windows950", "big5eten":
		return Big5, true
	case "shiftjis", "sjis", "cp932", "windows31j", "mskanji":
		return ShiftJIS, true
	case "eucjp", "xeucjp":
		return EUCJP, true
	case "euckr", "cp949", "uhc", "windows949", "ksc5601", "ksx1001":
		return EUCKR, true
	case "utf16", "utf16le", "ucs2":
		return UTF16LE, true
	case "utf16be":
		return UTF16BE, true
	case "utf32", "utf32le", "ucs4":
		return UTF32LE, true
	case "utf32be":
		return UTF32BE, true
	case "windows1252", "cp1252", "latin1", "iso88591", "usascii", "ascii":
		return Windows1252, true
	case "windows1250", "cp1250":
		return Windows1250, true
	case "windows1251", "cp1251":
		return Windows1251, true
	case "windows1253", "cp1253", "iso88597", "greek":
		return Windows1253, true
	case "windows1254", "cp1254", "iso88599", "latin5":
		return Windows1254, true
	case "iso88592", "latin2":
		return ISO88592, true
	case "iso88595", "cyrillic":
		return ISO88595, true
	case "iso885915", "latin9":
		return ISO885915, true
	case "iso2022jp", "csiso2022jp":
		return ISO2022JP, true
	case "koi8r", "koi8", "koi8u":
		return KOI8R, true
	}
	return UTF8, false
}

// isByte reports whether every character of c takes one byte, so that hardly any
// bytes cannot be c.
func (c Charset) isByte() bool { return c == Windows1252 || c >= Windows1250 && c <= KOI8R }

// IsWide reports whether all characters of c, line breaks too, take two bytes or
// four, some of them zero.
func (c Charset) IsWide() bool { return c.unit() > 1 }

// unit returns how many bytes a code unit of c has.
func (c Charset) unit() int {
	switch c {
	case UTF16LE, UTF16BE:
		return 2
	case UTF32LE, UTF32BE:
		return 4
	}
	return 1
}

func (c Charset) encoding() encoding.Encoding {
	switch c {
	case GB18030:
		return simplifiedchinese.GB18030
	case Big5:
		return traditionalchinese.Big5
	case ShiftJIS:
		return japanese.ShiftJIS
	case EUCJP:
		return japanese.EUCJP
	case EUCKR:
		return korean.EUCKR
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case UTF32LE:
		return utf32.UTF32(utf32.LittleEndian, utf32.UseBOM)
	case UTF32BE:
		return utf32.UTF32(utf32.BigEndian, utf32.UseBOM)
	case Windows1252:
		return charmap.Windows1252
	case Windows1250:
		return charmap.Windows1250
	case Windows1251:
		return charmap.Windows1251
	case Windows1253:
		return charmap.Windows1253
	case Windows1254:
		return charmap.Windows1254
	case ISO88592:
		return charmap.ISO8859_2
	case ISO88595:
		return charmap.ISO8859_5
	case ISO885915:
		return charmap.ISO8859_15
	case KOI8R:
		return charmap.KOI8R
	case ISO2022JP:
		return japanese.ISO2022JP
	}
	return encoding.Nop
}
