package charset

import (
	"testing"
	"unicode/utf8"
)

// The codes for characters of the user's own are those of GB 18030-2022; each
// code of two bytes has one character, and the text around them stays.
func TestUserDefinedCodes(t *testing.T) {
	for code, want := range map[string]string{
		"\xaa\xa1": "\ue000", "\xaf\xfe": "\ue233", "\xf8\xa1": "\ue234", "\xfe\xfe": "\ue4c5", "\xa1\x40": "\ue4c6", "\xa7\xa0": "\ue765",
		"\xa2\xab": "\ue766", "\xa3\xa0": "\u3000", "\xa6\xd9": "\ufe10", "\xa6\xda": "\ufe12", "\xa6\xdb": "\ufe11", "\xa6\xf3": "\ufe19",
		"\xa8\xbc": "\u1e3f", "\xa8\xbf": "\u01f9", "\xa9\x89": "\u303e", "\xfe\x59": "\u9fb4", "\xfe\xa0": "\u9fbb", "\xfe\x51": "\ue816",
		"\x84\x31\x82\x36": "\ufe10", "\x80": "€",
	} {
		if got, bad := GB18030.Decode([]byte("\xb4\xac" + code + "\xcd\xea")); got != "船"+want+"完" || bad != 0 {
			t.Errorf("% X: %q, %d bad", code, got, bad)
		}
	}
	seen := map[string]int{}
	for hi := 0x81; hi <= 0xfe; hi++ {
		for lo := 0x40; lo <= 0xfe; lo++ {
			if lo == 0x7f {
				continue
			}
			text, bad := GB18030.Decode([]byte{byte(hi), byte(lo)})
			if was, twice := seen[text]; bad > 0 || utf8.RuneCountInString(text) != 1 || twice && text != "\u3000" {
				t.Errorf("%02X%02X is %q, as %04X is", hi, lo, text, was)
			}
			seen[text] = hi<<8 | lo
		}
	}
}
