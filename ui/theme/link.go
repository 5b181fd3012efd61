package theme

import "strings"

// PaintLink appends texts to b, painted as one, as a hyperlink (OSC 8) where target leads
// somewhere outside the article.
func (t *Theme) PaintLink(b *strings.Builder, k Ink, target string, texts ...string) {
	link := address(target)
	if link != "" {
		b.WriteString("\x1b]8;;" + link + "\x1b\\")
	}
	t.Paint(b, k, texts...)
	if link != "" {
		b.WriteString("\x1b]8;;\x1b\\")
	}
}

// address returns target where it leads somewhere outside the article and
// holds nothing but what an address may hold, else "".
func address(target string) string {
	scheme, _, ok := strings.Cut(target, ":")
	if !ok || !strings.Contains(" http https mailto ftp ", " "+strings.ToLower(scheme)+" ") {
		return ""
	}
	var b strings.Builder
	for i := range len(target) {
		if c := target[i]; c <= ' ' || c >= 0x7f {
			const hex = "0123456789ABCDEF"
			b.WriteString("%" + string(hex[c>>4]) + string(hex[c&15]))
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
