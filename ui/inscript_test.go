package ui

import (
	"strings"
	"testing"
)

// The other script is on screen only: the place, what is found and what is
// copied are those of the source.
func TestTheOtherScriptIsOnScreenOnly(t *testing.T) {
	var copied string
	opt := options(library())
	opt.Copy = func(text string) error { copied = text; return nil }
	a := open(t, opt, 100, 24)
	press(a, "2", "j", "j")
	panes := func() string { return text(a)[:strings.LastIndexByte(strings.TrimSuffix(text(a), "\n"), '\n')] }
	before, at := panes(), a.reading.At()
	for _, step := range []struct{ key, says string }{{"s", "status.script.traditional"}, {"s", "status.script.source"}, {"s", "status.script.traditional"}} {
		press(a, step.key)
		if want := a.opt.Words.Say(step.says); a.notice.text != want {
			t.Fatalf("after %s: %q, want %q", step.key, a.notice.text, want)
		}
		check(t, a, step.key)
		if a.reading.At() != at {
			t.Errorf("%s moved to %v from %v", step.key, a.reading.At(), at)
		}
	}
	shown := panes()
	if shown == before || !strings.Contains(shown, "報告") || strings.Contains(shown, "报告") {
		t.Errorf("shown:\n%s", shown)
	}
	press(a, "y")
	if want := a.opt.Words.Say("status.copied", len([]rune(copied))); copied == "" || a.notice.text != want || strings.ContainsAny(copied, "報產業") {
		t.Errorf("copied %q, says %q", copied, a.notice.text)
	}
	press(a, "s")
	if panes() != before {
		t.Error("not as it was")
	}
}
