package data

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"juan/data/internal/sample"
)

// Names in GBK, as unpacking an old zip leaves them, are opened and decoded.
func TestNamesThatAreNotUTF8(t *testing.T) {
	dir := t.TempDir()
	name, folder := sample.GBK("山中来客"), sample.GBK("第一卷")
	if err := os.MkdirAll(filepath.Join(dir, folder, "sub"), 0o755); err != nil {
		t.Skip(err)
	}
	for _, p := range []string{name + ".txt", folder + "/" + name + ".md", folder + "/b.md", folder + "/sub/c.md"} {
		if err := os.WriteFile(filepath.Join(dir, p), []byte("文。"), 0o644); err != nil {
			t.Skip(err) // the system wants names in UTF-8
		}
	}
	write(t, dir, "a.md", "文。")
	o := open(t, "", dir)
	if got := strings.Fields(o.ids()); len(o.errs) > 0 || len(got) != 5 || !strings.Contains(o.ids(), "第一卷/山中来客") || !strings.Contains(o.ids(), "第一卷/sub/c") {
		t.Errorf("%q %v", o.ids(), o.errs)
	}
	for _, a := range o.articles {
		if strings.Contains(a.Title+a.ID+a.Group+a.Path, "\ufffd") {
			t.Errorf("%+v", a.Entry)
		}
	}
	o = open(t, "", filepath.Join(dir, folder, name+".md"))
	if len(o.articles) != 1 || o.articles[0].Title != "山中来客" || o.ids() != "山中来客" {
		t.Errorf("%q %v", o.ids(), o.errs)
	}
}
