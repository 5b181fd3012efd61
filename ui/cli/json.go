package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"
	"unicode/utf16"
	"unicode/utf8"
)

// writeJSON writes v as JSON. Characters that would act on a terminal are
// escaped, which JSON allows in any string.
func (inv *invocation) writeJSON(v any) error {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(v); err != nil {
		return err
	}
	return inv.write(escaped(b.Bytes()))
}

// escaped escapes C1 controls and bidi controls.
func escaped(doc []byte) string {
	var out bytes.Buffer
	for from := 0; from < len(doc); {
		i := bytes.IndexFunc(doc[from:], acts)
		if i < 0 {
			out.Write(doc[from:])
			break
		}
		r, n := utf8.DecodeRune(doc[from+i:])
		out.Write(doc[from : from+i])
		for _, unit := range utf16.AppendRune(nil, r) {
			fmt.Fprintf(&out, `\u%04x`, unit)
		}
		from += i + n
	}
	return out.String()
}

func acts(r rune) bool {
	return 0x7f <= r && r <= 0x9f || r == 0x61c || r == 0x180e || 0xe0000 <= r && r <= 0xe007f || 0x200e <= r && r <= 0x200f || 0x202a <= r && r <= 0x202e || 0x2066 <= r && r <= 0x206f
}

// day returns a date as JSON has it, "" where it is not known.
func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.DateOnly)
}
