package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"juan/data"
	"juan/model"
	"juan/ui"
	"juan/ui/task"
	"juan/ui/words"
)

// From the last key of a word to the first frame that has its rows, or that says
// how much was searched in vain, and to the one that has all counts; beside it rg
// on the same file, where there is one. The words are in nearly every article, in
// some, in one, in none, read as headings, and two at once. JUAN_BENCH_MB names other sizes:
//
//	JUAN_BENCH_MB=1000 go test . -run '^$' -bench KeyToRows -benchtime 5x
//
// The frame rate of the terminal adds up to 16 ms.
func BenchmarkKeyToRows(b *testing.B) {
	sizes := strings.Fields(os.Getenv("JUAN_BENCH_MB"))
	if len(sizes) == 0 {
		sizes = []string{"10", "100"}
	}
	for _, size := range sizes {
		mb, err := strconv.Atoi(size)
		if err != nil {
			b.Fatal(err)
		}
		file := records(b, mb)
		d := drive(b, file, mb*articlesPerMB)
		for _, word := range []string{"产业", "的", "龘", "魑魅", "linux", "chanye", "“产业”", "产业 文化", "2020年", "文化"} {
			b.Run(fmt.Sprintf("%dMB/%s", mb, word), func(b *testing.B) {
				var first, rows, all time.Duration
				for b.Loop() {
					f, r, t := d.filter(word)
					first, rows, all = first+f, rows+r, all+t
				}
				each := func(t time.Duration, unit string) {
					b.ReportMetric(float64(t.Microseconds())/1000/float64(b.N), unit)
				}
				each(first, "ms-state")
				each(rows, "ms-rows")
				each(all, "ms-all")
				if t, ok := ripgrep(word, file); ok {
					b.ReportMetric(float64(t.Microseconds())/1000, "ms-rg")
				}
				b.ReportMetric(0, "ns/op") // it has the time between two words in it
			})
		}
		d.close()
	}
}

const articlesPerMB = 100

// records writes a file of so many megabytes, an article of 10 KB a line: snippets
// of the embedded library in an order that chance decides, with a heading over
// every third paragraph. One article in the middle has 龘 in it.
func records(b *testing.B, mb int) string {
	b.Helper()
	lines := proseOf(b)
	rnd := rand.New(rand.NewPCG(1, 2))
	file := filepath.Join(b.TempDir(), "records.jsonl")
	f, err := os.Create(file)
	if err != nil {
		b.Fatal(err)
	}
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	for i := range mb * articlesPerMB {
		var body strings.Builder
		for n := 0; body.Len() < 10000; n++ {
			if n%3 == 0 {
				fmt.Fprintf(&body, "## %s\n\n", snippets(rnd, lines, 30))
			}
			fmt.Fprintf(&body, "%s。\n\n", snippets(rnd, lines, 300))
		}
		if i == mb*articlesPerMB/2 {
			body.WriteString("龘。")
		}
		err = enc.Encode(map[string]string{"id": strconv.Itoa(i), "title": fmt.Sprintf("关于第%d次会议的报告", i), "body": body.String()})
		if err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Flush(); err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return file
}

// snippets returns at least so many bytes of text.
func snippets(rnd *rand.Rand, lines [][]rune, size int) string {
	var s strings.Builder
	for s.Len() < size {
		line := lines[rnd.IntN(len(lines))]
		from := rnd.IntN(len(line))
		s.WriteString(string(line[from:min(len(line), from+2+rnd.IntN(8))]))
	}
	return s.String()
}

// proseOf returns the paragraphs of the embedded library.
func proseOf(b *testing.B) (lines [][]rune) {
	files, err := filepath.Glob("data/corpus/*.md")
	if err != nil || len(files) == 0 {
		b.Fatal("no library", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if line = strings.Trim(line, "#-|*> \n"); line != "" {
				lines = append(lines, []rune(line))
			}
		}
	}
	return lines
}

// A driver is the reader without a terminal: commands run as bubbletea runs them,
// each by itself, and after each message a frame is drawn.
type driver struct {
	app   *ui.App
	came  chan tea.Msg
	close func()
}

// drive opens a file with so many articles and waits until all of them are listed.
func drive(b *testing.B, file string, articles int) *driver {
	b.Helper()
	library := data.OpenLibrary([]string{file}, strings.NewReader(""), data.Options{Cache: b.TempDir()})
	d := &driver{came: make(chan tea.Msg, 64)}
	d.close = func() {
		if err := library.Close(); err != nil {
			b.Error(err)
		}
	}
	explain := func(err error) (string, bool) { return err.Error(), false }
	d.app = ui.New(ui.Options{Library: frugal{library}, Words: words.In(words.Chinese), Explain: explain})
	d.run(d.app.Init())
	d.update(tea.WindowSizeMsg{Width: 120, Height: 36})
	for listed := fmt.Sprintf("%d篇", articles); !strings.Contains(d.frame(), listed); {
		d.update(<-d.came)
	}
	for {
		select {
		case msg := <-d.came:
			d.update(msg)
			continue
		case <-time.After(3 * time.Second): // nothing is written any more, and the stamps of the files are old
		}
		return d
	}
}

// run carries out a command.
func (d *driver) run(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	go func() {
		switch msg := cmd().(type) {
		case nil:
		case tea.BatchMsg:
			for _, c := range msg {
				d.run(c)
			}
		default:
			d.came <- msg
		}
	}()
}

func (d *driver) update(msg tea.Msg) {
	_, cmd := d.app.Update(msg)
	d.run(cmd)
}

// frame draws one and returns its text.
func (d *driver) frame() string { return ansi.Strip(d.app.View().Content) }

// filter types a word as a filter and takes it back. It returns how long after the
// last key a frame said what was found so far, had rows or all that there is to know.
func (d *driver) filter(word string) (state, rows, all time.Duration) {
	for _, r := range "/" + word {
		state, rows, all = d.key(tea.KeyPressMsg{Code: r, Text: string(r)}, r != '/')
	}
	d.key(tea.KeyPressMsg{Code: tea.KeyEscape}, false)
	return state, rows, all
}

// key presses a key and, where something is counted, draws frames until all is. What
// the frames show before the first count are rows of the key before.
func (d *driver) key(key tea.KeyPressMsg, counts bool) (state, rows, all time.Duration) {
	begun, found := time.Now(), regexp.MustCompile(`筛出[1-9]\d*篇`)
	d.update(key)
	d.frame()
	for counted, over := false, !counts; !over; {
		msg := <-d.came
		d.update(msg)
		frame := d.frame()
		if batch, ok := msg.(task.Batch[model.Tally]); ok {
			counted, over = counted || len(batch.Items) > 0, batch.More == nil
		}
		if counted && state == 0 {
			state = time.Since(begun)
		}
		if rows == 0 && (over || counted && found.MatchString(frame)) {
			rows = time.Since(begun)
		}
	}
	return state, rows, time.Since(begun)
}

// ripgrep returns how long rg takes to count the lines of a file that have a word.
func ripgrep(word, file string) (took time.Duration, ok bool) {
	rg, err := exec.LookPath("rg")
	if err != nil {
		return 0, false
	}
	for range 3 {
		begun := time.Now()
		err := exec.Command(rg, "-c", "--", word, file).Run()
		if _, none := err.(*exec.ExitError); err != nil && !none {
			return 0, false
		}
		if t := time.Since(begun); took == 0 || t < took {
			took = t
		}
	}
	return took, true
}
