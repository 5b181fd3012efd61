package data

import (
	"os/exec"
	"strings"
	"testing"

	"juan/data/fault"
	"juan/data/internal/dump"
)

// A command of the reader's reads what juan cannot, in a folder and in an
// archive too; nothing is run that is not set up.
func TestOpenersReadWhatJuanCannot(t *testing.T) {
	if _, err := exec.LookPath("sed"); err != nil {
		t.Skip("sed is not here")
	}
	dir := t.TempDir()
	pdf := "%PDF-1.4\n甲\n"
	p := write(t, dir, "报告; rm x.pdf", pdf)
	write(t, dir, "a.md", "文。")
	write(t, dir, "b.zip", string(zipped(entryText{"c.PDF", pdf})))
	write(t, dir, "d.pdf", pdf)
	if o := open(t, "", dir); o.ids() != "a" {
		t.Errorf("without a command: %q", o.ids())
	}
	for _, command := range [][]string{{"sed", "s/%PDF.*/# 题/", "{}"}, {"sed", "s/%PDF.*/# 题/"}} {
		opt := Options{Openers: []Opener{{"d.*", []string{"false"}}, {"*.pdf", command}}}
		var ids, errs []string
		for a, err := range Open(t.Context(), []string{dir, p}, nil, opt) {
			if err != nil {
				errs = append(errs, err.Error())
				continue
			}
			if ids = append(ids, a.ID); a.ID != "a" && dump.Letters(a.Body) != "甲" {
				t.Errorf("%s: %q", a.ID, dump.Letters(a.Body))
			}
		}
		if got := strings.Join(ids, " "); got != "a b/c 报告; rm x" || len(errs) != 1 || !strings.Contains(errs[0], "d.pdf") {
			t.Errorf("%v: %q %q", command, got, errs)
		}
	}
	for _, command := range [][]string{{"no-such-program-at-all"}, {"sed", "-n", "p", "/no/such/file"}} {
		for a, err := range Open(t.Context(), []string{p}, nil, Options{Openers: []Opener{{"*.pdf", command}}}) {
			if a != nil || reason(t, err) != fault.OpenerFailed || err.(*fault.Error).Err == nil || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v: %v", command, err)
			}
		}
	}
}
