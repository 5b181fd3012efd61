package charset

import (
	"bytes"
	"strings"
)

// Declared returns the charset that a page or a document of XML says it is
// written in, UTF-8 where it says none.
func Declared(raw []byte) Charset {
	raw = raw[:min(len(raw), 1024)]
	if bytes.IndexByte(raw, '<') < 0 {
		return UTF8
	}
	head := strings.ToLower(string(raw))
	for _, key := range []string{"charset=", "encoding="} {
		_, value, ok := strings.Cut(head, key)
		value = strings.TrimLeft(value, "\"' ")
		if end := strings.IndexAny(value, "\"' />;"); ok && end > 0 {
			c, _ := Named(value[:end])
			return c
		}
	}
	return UTF8
}

// DecodeAs returns bytes in a charset by its name as UTF-8; where that is not
// known, or does not fit, in the one that they seem to be in.
func DecodeAs(raw []byte, name string) string {
	hint, _ := Named(name)
	c, _ := Detect(raw, hint)
	text, _ := c.Decode(raw)
	return text
}
