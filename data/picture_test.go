package data

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"juan/data/fault"
	"juan/model"
)

// packed writes a zip of files whose bytes are their names.
func packed(t *testing.T, file string, names ...string) {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(name))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
}

func TestPictures(t *testing.T) {
	dir := t.TempDir()
	write := func(name string) {
		t.Helper()
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"志/渡口.md", "志/图 一.png", "img/50%.png", "a#b.md"} {
		write(name)
	}
	packed(t, filepath.Join(dir, "a.zip"), "doc/a.md", "doc/p.png", "p.png")
	packed(t, filepath.Join(dir, "b.epub"), "META-INF/container.xml", "OEBPS/text/1.xhtml", "OEBPS/images/p.png", "OEBPS/old/images/p.png")
	if err := os.Mkdir(filepath.Join(dir, "folder.png"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ key, target, want string }{
		{"志/渡口.md", "图%20一.png", "志/图 一.png"},
		{"志/渡口.md", "图 一.png?raw=true", "志/图 一.png"},
		{"志/渡口.md", "../img/50%.png", "img/50%.png"},
		{"志/渡口.md#第一条~2", "图 一.png", "志/图 一.png"},
		{"a#b.md", "img/50%25.png", "img/50%.png"},
		{"a.zip#doc/a.md", "p.png", "doc/p.png"},
		{"a.zip#doc/a.md", "../p.png", "p.png"},
		{"a.zip#doc/a.md", "../../p.png", ""},
		{"b.epub", "../images/p.png", "OEBPS/images/p.png"},
		{"b.epub", "q.png", ""},
		{"志/渡口.md", "https://a.cn/p.png", ""},
		{"志/渡口.md", "//a.cn/p.png", ""},
		{"志/渡口.md", "data:image/png;base64,AA==", ""},
		{"志/渡口.md", "", ""},
		{"志/渡口.md", "没有.png", ""},
		{"a#b.md", "folder.png", ""},
		{"没有.md", "p.png", ""},
	} {
		got, err := Picture(t.Context(), &model.Entry{Key: filepath.Join(dir, filepath.FromSlash(tc.key))}, tc.target)
		var f *fault.Error
		if string(got) != tc.want || (err == nil) != (tc.want != "") || err != nil && !errors.As(err, &f) {
			t.Errorf("%s of %s: %q, %v", tc.target, tc.key, got, err)
		}
	}
	if _, err := Picture(t.Context(), &model.Entry{}, "a.png"); err == nil {
		t.Error("what lies in no file has a picture")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Picture(ctx, &model.Entry{Key: filepath.Join(dir, "a.zip#doc/a.md")}, "p.png"); !errors.Is(err, context.Canceled) {
		t.Errorf("after the end: %v", err)
	}
}
