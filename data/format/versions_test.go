package format

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"juan/data/fault"
	"juan/data/internal/dump"
	"juan/data/internal/sample"
)

// A countingReader counts the bytes that were read.
type countingReader struct {
	r io.Reader
	n int
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

// Of a large text the first version is told when no more than its head was
// read, the last is what reading it at once gives, and those between grow.
func TestVersionsOfLargeTexts(t *testing.T) {
	for name, text := range map[string]string{
		"a.txt": sample.Novel(3 << 20), "b.md": sample.Manual(5 << 20), "c.txt": sample.GBK(sample.Novel(2 << 20)), "d.md": "\ufeff---\ntitle: 题\n---\n" + sample.Manual(1<<20),
		"e.txt": strings.ReplaceAll(sample.Novel(1<<20), "\r\n", ""), "f.md": strings.Repeat("文", 200_000),
	} {
		want := Text{Name: name, Title: "名"}
		if err := want.decode([]byte(text), ""); err != nil {
			t.Fatal(err)
		}
		whole, _ := want.articles(t.Context())
		f := Text{Name: name, Title: "名"}
		r := &countingReader{r: strings.NewReader(text)}
		told, blocks, partial := 0, 0, true
		for drafts, err := range f.Versions(t.Context(), r, int64(len(text)), "") {
			if err != nil || len(drafts) != 1 {
				t.Fatal(name, err)
			}
			d := drafts[0]
			if told++; told == 1 && (r.n > PreviewSize || len(d.Body) == 0) {
				t.Errorf("%s: %d bytes were read for %d blocks", name, r.n, len(d.Body))
			}
			if len(d.Body) < blocks {
				t.Errorf("%s: %d blocks become %d", name, blocks, len(d.Body))
			}
			blocks, partial = len(d.Body), d.Entry.Partial
			if i := len(d.Body) / 2; dump.Places(d.Body[i:i+1]) != dump.Places(whole[0].Body[i:i+1]) {
				t.Errorf("%s: version %d says %.100q", name, told, dump.Places(d.Body[i:i+1]))
			}
			if !partial && (dump.Places(d.Body) != dump.Places(whole[0].Body) || d.Entry.Title != whole[0].Entry.Title) {
				t.Errorf("%s: the last version is another text", name)
			}
		}
		if told < 2 || partial || name == "b.md" && told < 4 {
			t.Errorf("%s: %d versions, the last partial: %v", name, told, partial)
		}
		if len(f.Notices) != len(want.Notices) {
			t.Errorf("%s: %v", name, f.Notices)
		}
	}
}

// What is read whole, is small or cannot be read is told once.
func TestVersionsOfOthers(t *testing.T) {
	pad := strings.Repeat(" ", PreviewSize)
	for name, c := range map[string]struct {
		text   string
		drafts int
	}{
		"a.txt": {"文。\n", 1}, "b.html": {"<html><p>文" + pad + "字</html>", 1}, "c.jsonl": {`{"title":"甲","body":"文` + pad + `字"}` + "\n" + `{"title":"乙","body":"文"}`, 2},
		"d.txt": {"-\n甲\n文。" + pad + "字\n2025-07-08\n-\n乙\n文。\n2025-07-07\n", 2}, "e.txt": {"%PDF-1.7\n\x00\x01\x02" + pad, 0}, "f.txt": {pad, 0},
	} {
		f := Text{Name: name}
		told, n := 0, 0
		var last error
		for drafts, err := range f.Versions(t.Context(), strings.NewReader(c.text), 0, "") {
			told, n, last = told+1, len(drafts), err
		}
		if told != 1 || n != c.drafts || (last == nil) != (n > 0) {
			t.Errorf("%s: %d versions, %d articles, %v", name, told, n, last)
		}
	}
	f := Text{Name: "-"}
	for _, err := range f.Versions(t.Context(), sample.Endless{}, 0, "") {
		if e := new(fault.Error); err != nil && (!errors.As(err, &e) || e.Reason != fault.TooBig) {
			t.Error(err)
		}
	}
}

// A pipe that is slow is told as it comes, without waiting for its end.
func TestSlowPipeShowsWhatHasCome(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r, w := io.Pipe()
		begun := time.Now()
		go func() {
			for i := range 5 {
				io.WriteString(w, "第"+strconv.Itoa(i)+"行。\n\n")
				time.Sleep(10 * time.Second)
			}
			w.Close()
		}()
		var told []string
		f := Text{Name: "-"}
		for drafts, err := range f.Versions(t.Context(), r, 0, "") {
			if err != nil {
				t.Fatal(err)
			}
			d := drafts[0]
			last := d.Body[len(d.Body)-1].Text()
			told = append(told, time.Since(begun).String()+" "+last)
			if d.Entry.Partial != (len(told) < 6) {
				t.Errorf("%s: partial is %v", last, d.Entry.Partial)
			}
		}
		if got := strings.Join(told, "|"); got != "200ms 第0行。|10s 第1行。|20s 第2行。|30s 第3行。|40s 第4行。|50s 第4行。" {
			t.Error(got)
		}
	})
}

// The versions of a slow text are together no longer than it, except for those of
// a short one.
func TestVersionsTakeTimeWithTheLength(t *testing.T) {
	for _, size := range []int{6 << 20, 12 << 20} {
		synctest.Test(t, func(t *testing.T) {
			r, w := io.Pipe()
			go func() {
				line := strings.Repeat("一段话。", 1<<11) + "\n"
				for n := 0; n < size; n += len(line) {
					io.WriteString(w, line)
					time.Sleep(300 * time.Millisecond)
				}
				w.Close()
			}()
			told, sum := 0, 0
			f := Text{Name: "-"}
			for drafts, err := range f.Versions(t.Context(), r, 0, "") {
				if err != nil {
					t.Fatal(err)
				}
				if d := drafts[0]; d.Entry.Partial {
					last := d.Body[len(d.Body)-1]
					told, sum = told+1, sum+last.Offset(len(last.Text()))
				}
			}
			t.Logf("%d bytes in %d versions of %d together", size, told, sum)
			if sum > spareSize+2*size {
				t.Errorf("%d bytes in %d versions of %d together", size, told, sum)
			}
		})
	}
}

// Where the context ends, so do the sequence and its goroutine.
func TestVersionsEndWithTheirContext(t *testing.T) {
	before := runtime.NumGoroutine()
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	defer w.Close()
	io.WriteString(w, "一行。\n")
	ctx, cancel := context.WithCancel(t.Context())
	f := Text{Name: "-"}
	var last error
	head, all := Peek(r, 3)
	if string(head) != "一" {
		t.Errorf("%q is at the beginning", head)
	}
	for _, err := range f.Versions(ctx, all, 0, "") {
		last = err
		cancel()
	}
	cancel()
	if !errors.Is(last, context.Canceled) {
		t.Error(last)
	}
	for range 1000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

// A sequence that is left leaves no goroutine either.
func TestVersionsThatAreLeft(t *testing.T) {
	before := runtime.NumGoroutine()
	text := sample.Novel(1 << 20)
	f := Text{Name: "a.txt"}
	for range f.Versions(t.Context(), strings.NewReader(text), int64(len(text)), "") {
		break
	}
	for range 1000 {
		if runtime.NumGoroutine() <= before {
			return
		}
		time.Sleep(time.Millisecond)
	}
	t.Errorf("%d goroutines, %d before", runtime.NumGoroutine(), before)
}

func TestPeekKeepsWhatIsThere(t *testing.T) {
	for _, text := range []string{"", "ab", "abcdef"} {
		head, all := Peek(strings.NewReader(text), 4)
		raw, err := io.ReadAll(all)
		if string(head) != text[:min(4, len(text))] || string(raw) != text || err != nil {
			t.Errorf("%q: %q, %q, %v", text, head, raw, err)
		}
	}
	r, w := io.Pipe()
	w.CloseWithError(io.ErrClosedPipe)
	_, all := Peek(r, 4)
	if _, err := io.ReadAll(all); !errors.Is(err, io.ErrClosedPipe) {
		t.Error(err)
	}
}

// Reading a large article can be stopped.
func TestReadingStops(t *testing.T) {
	for name, text := range map[string]string{"a.md": sample.Manual(1 << 20), "b.txt": sample.Novel(1 << 20), "c.jsonl": `{"body":"文"}`} {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		f := Text{Name: name}
		if err := f.decode([]byte(text), ""); err != nil {
			t.Fatal(err)
		}
		if _, err := f.articles(ctx); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}
