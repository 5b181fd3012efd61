package cli

import (
	"context"
	"strings"
	"testing"

	"juan/model"
)

// What is piped has the characters of the source, also those that a terminal
// gets in another form or not at all.
func TestPipedTextIsTheSource(t *testing.T) {
	const text = "软\u00ad连字符，\u1112\u1161\u11ab\u1100\u1173\u11af，不换行\u00a0空格，零宽\u200b空格，词\u2060连。"
	for _, args := range []string{"print", "print --plain", "print --style dark"} {
		for _, terminal := range []bool{false, true} {
			w, _, _ := onTerminal(append(strings.Fields(args), "--ambiguous", "1")...)
			var out strings.Builder
			w.Stdout, w.OutTerminal = &out, terminal
			w.Library = func(context.Context) Articles {
				return yielding([]*model.Article{model.NewArticle(model.Entry{ID: "a"}, []model.Block{paragraphAt(0, text)})}, nil)
			}
			Run(t.Context(), w)
			whole := strings.Contains(strings.ReplaceAll(out.String(), "\n", ""), text)
			if whole == terminal {
				t.Errorf("%s, terminal %v: %q", args, terminal, out.String())
			}
			if terminal && (strings.Contains(out.String(), "\u00ad") || !strings.Contains(out.String(), "한글")) {
				t.Errorf("%s on a terminal: %q", args, out.String())
			}
		}
	}
}
