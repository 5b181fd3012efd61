package data

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"juan/data/fault"
	"juan/data/internal/dump"
	"juan/data/internal/sample"
)

// valid returns sources of every format.
func valid() map[string][]byte {
	listing := "-\n甲报告\n一、回顾。" + strings.Repeat("去年做了这些事。", 20) + " 二、打算。" + strings.Repeat("今年要做这些事。", 20) + "\n2025-07-08\n-\n乙报告\n文。\n2025-07-07\n页脚\n"
	page := "<!DOCTYPE html><html><head><title>题</title></head><body><nav><a href=x>站</a></nav><article><h1>题</h1><p>文<b>重</b>&amp;</p><table><tr><th>甲<th>乙<tr><td>1<td>2</table><ul><li>项<ol><li>目</ol></ul><pre>x\n y</pre></article></body></html>"
	text := sample.Manual(3000)
	return map[string][]byte{
		"a.md":     []byte("---\ntitle: 题\ntags: [甲]\n---\n# 题\n\n" + text + "\n\n[^1]: 注\n"),
		"b.txt":    []byte(sample.GBK(sample.Novel(4000))),
		"c.txt":    []byte(listing),
		"d.html":   []byte(page),
		"e.epub":   epub3(),
		"f.zip":    zipped(entryText{"a.md", text}, entryText{"卷/b.txt", sample.Novel(2000)}, entryText{"c.epub", string(epub3())}),
		"g.tar.gz": taped(entryText{"a.md", text}, entryText{"卷/b.txt", sample.Novel(2000)}),
		"h.jsonl":  []byte(`{"title":"甲","body":"一、甲\n文"}` + "\n" + `{"title":"乙","body":"<p>文</p>"}` + "\n"),
		"i.txt":    []byte("\xff\xfe" + strings.Repeat("-N\n\x00", 300)),
		"k.docx":   word(para("a1", "甲")+writtenOut(1, 0, "乙")+para("", text[:600])+"<w:tbl><w:tr><w:tc>"+para("", "1")+"</w:tc></w:tr></w:tbl>", entryText{"word/styles.xml", wordStyles}, entryText{"word/numbering.xml", wordNumbers}),
		"l.odt":    zipped(entryText{"mimetype", "application/vnd.oasis.opendocument.text"}, entryText{"content.xml", "<d><text:h text:outline-level='1'>甲</text:h><text:p>文<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note></text:p></d>"}),
		"m.fb2":    []byte("<FictionBook><body><section><title><p>甲</p></title><p>文。</p></section></body></FictionBook>"),
		"n.rtf":    []byte(`{\rtf1\ansi\ansicpg936{\fonttbl{\f0\fcharset134 a;}}\pard {\b x}\u28193?\par\intbl a\cell\row{\footnote y}\par}`),
		"o.json":   []byte(`[{"title":"甲","paragraphs":["文。","书。"]},{"messages":[{"role":"user","content":"问"}]}]`),
		"p.ipynb":  []byte(`{"cells":[{"cell_type":"markdown","source":["# 甲"]},{"cell_type":"code","source":"x"}],"nbformat":4}`),
		"q.org":    []byte("#+TITLE: 题\n* 甲\n文。\n#+BEGIN_SRC go\nx\n#+END_SRC\n"),
		"r.rst":    []byte("题\n==\n\n文::\n\n  x\n\n.. note::\n\n   注\n"),
		"s.adoc":   []byte("= 题\n\n== 甲\n\n文。\n\n====\n引\n====\n"),
		"t.srt":    []byte("1\n00:00:01,000 --> 00:00:02,000\n你好。\n\n"),
		"w.tex":    []byte("\\title{题}\n\\begin{document}\n\\section{甲}\n文\\footnote{注}。\n\\begin{quote}\\textbf{引}\\end{quote}\n\\begin{tabular}{l}甲&乙\\\\1&2\\end{tabular}\n\\end{document}\n"),
		"x.lrc":    []byte("[ti:题]\n[00:01.00]船来了\n[00:02.00]\n[00:03.00][00:04.00]等等我\n"),
		"y.ass":    []byte("[Script Info]\nTitle: 题\n[Events]\nDialogue: 0,0:00:01.00,0:00:02.00,D,甲,0,0,0,,{\\an8}船来了，\\N快。\n"),
		"z.opml":   []byte(`<opml><head><title>题</title></head><body><outline text="甲"><outline text="乙" _note="注"/></outline></body></opml>`),
		"aa.csv":   []byte("年,注\n2020,\"大,新\"\n"),
		"ab.json":  []byte(`{"title":"谈","mapping":{"a":{"message":{"author":{"role":"user"},"content":{"parts":["问"]}}}}}`),
		"u.eml":    []byte("Subject: 题\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n<p>文</p>\r\n--x--\r\n"),
		"v.md":     []byte(":::tip 题\n文\n:::\n\n> [!NOTE]\n> 甲\n\n$$\nx^2\n$$\n\n[[a|b]] ==c== %%d%% <sup>2</sup>\n"),
		"j.md":     []byte("+++\ntitle = \"题\"\n+++\n> - 甲\n>   1. 乙\n\n```verse\n一\n二\n```\n"),
	}
}

// broken returns raw with one kind of damage.
func broken(r *rand.Rand, raw []byte, other []byte) []byte {
	out := append([]byte(nil), raw...)
	if len(out) == 0 {
		return out
	}
	switch r.IntN(7) {
	case 0: // cut
		return out[:r.IntN(len(out))]
	case 1: // bits turned over
		for range 1 + r.IntN(20) {
			out[r.IntN(len(out))] ^= 1 << r.IntN(8)
		}
	case 2: // a stretch that is gone
		from := r.IntN(len(out))
		to := min(len(out), from+r.IntN(200))
		return append(out[:from], out[to:]...)
	case 3: // a stretch many times over
		from := r.IntN(len(out))
		piece := string(out[from:min(len(out), from+1+r.IntN(40))])
		return append(out[:from:from], strings.Repeat(piece, 2000)+string(raw[from:])...)
	case 4: // noise
		from := r.IntN(len(out))
		for i := from; i < min(len(out), from+100); i++ {
			out[i] = byte(r.UintN(256))
		}
	case 5: // the middle of another
		at := r.IntN(len(out))
		return append(out[:at:at], other[r.IntN(len(other)):]...)
	default: // openings without an end
		opening := []string{"> ", "- ", "<div>", "[a](", "**", "<table><tr><td>", "{\"body\":", "(一)", "第一章\n", "\x1b]0;x\x07", "\u202e"}[r.IntN(11)]
		at := r.IntN(len(out))
		return append(out[:at:at], strings.Repeat(opening, 3000)+string(raw[at:])...)
	}
	return out
}

// Broken sources give articles or errors that name the file, and nothing else.
func TestBrokenSourcesDoNoHarm(t *testing.T) {
	dir := t.TempDir()
	sources := valid()
	names := slices.Sorted(maps.Keys(sources))
	r := rand.New(rand.NewPCG(7, 8))
	n := 0
	for _, name := range names {
		for range 25 {
			other := sources[names[r.IntN(len(names))]]
			n++
			p := filepath.Join(dir, fmt.Sprintf("%d-%s", n, name))
			if err := os.WriteFile(p, broken(r, sources[name], other), 0o644); err != nil {
				t.Fatal(err)
			}
			o := open(t, "", p)
			if len(o.articles) == 0 && len(o.errs) == 0 {
				t.Errorf("%s: neither article nor error", p)
			}
			for _, err := range o.errs {
				if !strings.HasPrefix(err.Error(), p) || strings.Contains(err.Error(), "\n") {
					t.Errorf("error is %q", err)
				}
			}
			for _, a := range o.articles {
				dump.CheckPlaces(t, a)
			}
		}
	}
	t.Logf("%d broken sources", n)
	if o := open(t, "", dir); len(o.articles) == 0 {
		t.Error("nothing of the folder opens")
	}
}

func TestLinksThatLoopAreLeft(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "a.md", "文。")
	for _, l := range [][2]string{{dir, "loop"}, {"self.md", "self.md"}, {"/", "root"}} {
		if err := os.Symlink(l[0], filepath.Join(dir, l[1])); err != nil {
			t.Skip(err)
		}
	}
	o := open(t, "", dir)
	if o.ids() != "a" || len(o.errs) != 1 || reason(t, o.errs[0]) != fault.Loop {
		t.Errorf("%q %v", o.ids(), o.errs)
	}
	o = open(t, "", filepath.Join(dir, "self.md"))
	if len(o.errs) != 1 || reason(t, o.errs[0]) != fault.Loop {
		t.Errorf("%v", o.errs)
	}
}

func TestHugeFilesAreRefusedUnread(t *testing.T) {
	dir := t.TempDir()
	p := filepath.Join(dir, "a.txt")
	f, err := os.Create(p)
	if err != nil {
		t.Fatal(err)
	}
	if err := f.Truncate(1 << 30); err != nil { // takes no space
		t.Skip(err)
	}
	f.Close()
	write(t, dir, "b.txt", "文。")
	for _, path := range []string{p, dir} {
		o := open(t, "", path)
		if len(o.errs) != 1 || reason(t, o.errs[0]) != fault.TooBig {
			t.Errorf("%v", o.errs)
		}
	}
}

func TestEndlessStandardInputIsRefused(t *testing.T) {
	for _, err := range Open(t.Context(), []string{"-"}, sample.Endless{}, Options{}) {
		if reason(t, err) != fault.TooBig {
			t.Error(err)
		}
	}
}
