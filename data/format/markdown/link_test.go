package markdown

import (
	"strings"
	"testing"

	"juan/data/internal/dump"
)

// The address of a link without mark-up is a piece of the source, wherever it
// stands.
func TestBareLinksAreInTheirPlace(t *testing.T) {
	for _, src := range []string{
		"见 http://a.cn/x 与<https://b.cn>，(www.c.cn) 又 d@e.cn 。", "http://a.cn\nhttp://a.cn", "**http://a.cn** *www.c.cn*", "- <d@e.cn>\n\n  a <http://f.cn> http://f.cn",
		"> http://a.cn\n> <http://a.cn>", "| http://a.cn | <http://b.cn> |\n|--|--|\n| www.c.cn | x |\n", "\thttp://a.cn\n\nx\thttp://a.cn",
	} {
		body := blocksOf(t, src)
		dump.CheckOffsets(t, src, body)
		if !strings.Contains(dump.Body(body), "→http") && !strings.Contains(src, "|") && src[0] != '\t' {
			t.Errorf("%q has no links: %s", src, dump.Body(body))
		}
	}
}
