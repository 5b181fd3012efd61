package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"juan/data/database"
	"juan/data/fault"
	"juan/ui/words"
)

// In a process of its own the test program is juan.
const beJuan = "JUAN_TEST_MAIN"

func TestMain(m *testing.M) {
	if os.Getenv(beJuan) != "" {
		os.Unsetenv(beJuan)
		main()
	}
	os.Exit(m.Run())
}

// juan returns the command for a juan of its own, in Chinese and without
// settings.
func juan(t *testing.T, args ...string) *exec.Cmd {
	t.Helper()
	cmd := exec.Command(os.Args[0], args...)
	cmd.Env = append(os.Environ(), beJuan+"=1", "LC_ALL=zh_CN.UTF-8", "LANGUAGE=", "XDG_CONFIG_HOME="+t.TempDir(), "XDG_STATE_HOME="+t.TempDir(), "RUNEWIDTH_EASTASIAN=")
	return cmd
}

// run returns what a juan wrote and its exit code; without a text for it, nothing is
// on its standard input.
func run(t *testing.T, stdin string, args ...string) (out, errs string, code int) {
	t.Helper()
	cmd := juan(t, args...)
	var o, e bytes.Buffer
	if cmd.Stdout, cmd.Stderr = &o, &e; stdin != "" {
		cmd.Stdin = strings.NewReader(stdin)
	}
	var exit *exec.ExitError
	if err := cmd.Run(); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		t.Fatal(err)
	}
	return o.String(), e.String(), code
}

func write(t *testing.T, dir, name, text string) string {
	t.Helper()
	file := filepath.Join(dir, name)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

// Each source that cannot be read gives one line that names it and why; what
// can be read is still served.
func TestBadInput(t *testing.T) {
	dir := t.TempDir()
	good := write(t, dir, "good.md", "# 好\n\n能读的文字。\n")
	binary := write(t, dir, "binary", "ELF\x00\x01\x02\x00")
	empty := write(t, dir, "empty.txt", "")
	folder := filepath.Join(dir, "folder")
	if err := os.Mkdir(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	locked := write(t, dir, "locked.md", "文字。")
	if err := os.Chmod(locked, 0); err != nil {
		t.Fatal(err)
	}
	bad := map[string]string{
		filepath.Join(dir, "missing"): "没有这个文件或文章",
		binary:                        "不是文本",
		empty:                         "是空的",
		folder:                        "里面没有文章",
	}
	if f, err := os.Open(locked); err != nil { // root can read this too
		bad[locked] = "没有读取权限"
	} else {
		f.Close()
	}
	for file, why := range bad {
		out, errs, code := run(t, "", "print", file, good)
		if want := "juan: " + file + ": " + why + "\n"; errs != want || code != 2 || !strings.Contains(out, "能读的文字。") {
			t.Errorf("%s: exit %d, %q, %s", file, code, errs, out)
		}
	}
}

// Nothing that stands in a text acts on the terminal: it is shown as marks.
func TestControlCharactersAreMarks(t *testing.T) {
	file := write(t, t.TempDir(), "hostile.md", "前\x1b]0;x\a中\x1b[2J后\u202e反\u009b5m。\n")
	for _, args := range [][]string{{"print", "--plain", file}, {file}, {"search", "前", file}, {"print", "--plain", "-"}} {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		out, errs, code := run(t, string(text), args...)
		if code != 0 || errs != "" || strings.ContainsAny(out, "\x1b\a\u202e\u009b") || !strings.Contains(out, "␛]0;x␇中␛[2J后␦反") {
			t.Errorf("%q: exit %d, %q, %q", args, code, errs, out)
		}
	}
}

// A reader that goes away ends juan quietly.
func TestClosedPipe(t *testing.T) {
	cmd := juan(t, "print", "--width", "40")
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	var errs bytes.Buffer
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	if _, err := bufio.NewReaderSize(out, 16).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	out.Close()
	if err := cmd.Wait(); err != nil || errs.Len() > 0 {
		t.Errorf("%v, %q", err, errs.String())
	}
}

// Some reports whether anything comes without consuming it, also after it was read.
func TestSomeOfTheInput(t *testing.T) {
	for _, text := range []string{"", "一", "一二三\n"} {
		for _, ask := range []int{0, 1, 2} {
			i := &input{from: iotest.OneByteReader(strings.NewReader(text))}
			for range ask {
				if i.Some() != (text != "") {
					t.Errorf("%q: %v", text, i.Some())
				}
			}
			if got, err := io.ReadAll(i); err != nil || string(got) != text {
				t.Errorf("%q: %q, %v", text, got, err)
			}
			if ask > 0 && i.Some() != (text != "") {
				t.Errorf("%q, once it was read: %v", text, i.Some())
			}
		}
	}
}

// Where standard output is no terminal, juan lists, and juan FILE prints.
func TestWithoutTerminal(t *testing.T) {
	bare, _, code := run(t, "")
	list, _, _ := run(t, "", "list")
	if code != 0 || bare == "" || bare != list {
		t.Errorf("exit %d:\n%s\nlist:\n%s", code, bare, list)
	}
	for _, args := range [][]string{{"-"}, nil, {"print"}} {
		out, errs, code := run(t, "# 题\n\n管道里的文字。\n", args...)
		if code != 0 || errs != "" || !strings.Contains(out, "管道里的文字。") || strings.Contains(out, "\x1b") {
			t.Errorf("%s: exit %d, %q, %q", args, code, errs, out)
		}
	}
}

func TestExitCodes(t *testing.T) {
	for _, tc := range []struct {
		args string
		code int
	}{
		{"version", 0},
		{"search 许昌", 0},
		{"search 这一句哪里也没有", 1},
		{"search", 2},
		{"print /no/such/file", 2},
		{"--no-such-flag", 2},
		{"list /no/such/file", 2},
		{"outline width /no/such/file", 2},
		{"search 许昌 xuchang-2021 /no/such/file", 2},
		{"search 这一句哪里也没有 width /no/such/file", 2},
		{"print --id width", 0},
		{"print --id nosuch", 2},
		{"outline --section 不会有这样的标题 width", 2},
		{"search --section 不会有这样的标题 字 width", 2},
		{"list --format {{.nosuch}}", 2},
		{"list --format {{", 2},
		{"list --json --format {{.id}}", 2},
		{"--color sometimes", 2},
		{"-V", 0},
		{"help nosuch", 2},
		{"doctor --json", 0},
		{"config --config /no/such/file", 2},
		{"man", 0},
	} {
		if _, _, code := run(t, "", strings.Fields(tc.args)...); code != tc.code {
			t.Errorf("juan %s: exit %d, want %d", tc.args, code, tc.code)
		}
	}
}

// An ID is that of the same article whatever the order of arguments, also where
// articles of the library stand between them, which come where they were named.
func TestIDsAndTheLibrary(t *testing.T) {
	a, b := t.TempDir(), t.TempDir()
	for _, dir := range []string{a, b} {
		write(t, dir, "own.md", "---\nid: same\n---\n# 题\n\n文。\n")
	}
	want := ""
	for _, order := range [][]string{{a, b, "width"}, {b, "width", a}, {"width", a, b}, {a, "width", b}, {b, a, "width"}} {
		out, errs, code := run(t, "", append([]string{"list", "--format", "{{.path}} {{.id}}"}, order...)...)
		lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
		if len(lines) != 3 || !strings.HasSuffix(lines[slices.Index(order, "width")], " width") {
			t.Fatalf("%q: exit %d, %s%s", order, code, out, errs)
		}
		slices.Sort(lines)
		if got := strings.Join(lines, "\n"); want == "" {
			want = got
		} else if got != want {
			t.Errorf("%q:\n%s\nwant\n%s", order, got, want)
		}
	}
}

// In Chinese a parser's message is reduced to its line number; messages of our own are
// worded in full.
func TestPlacesInNoticesAreWorded(t *testing.T) {
	for _, tc := range []struct{ detail, zh, en string }{
		{"yaml: line 3: did not find expected ',' or ']'", "第3行", "line 3: did not find expected ',' or ']'"},
		{"a.juan.toml: toml: line 1 (last key \"x\"): expected value", "a.juan.toml: 第1行", "a.juan.toml: line 1 (last key \"x\"): expected value"},
		{"line 3: date", "第3行：date", "line 3: date"},
		{"line 12", "第12行", "line 12"},
		{"a.juan.toml: 二、承", "a.juan.toml: 二、承", "a.juan.toml: 二、承"},
		{"yaml: control characters", "control characters", "control characters"},
		{"", "", ""},
	} {
		if zh, en := aboutPlace(words.In(words.Chinese), tc.detail), aboutPlace(words.In(words.English), tc.detail); zh != tc.zh || en != tc.en {
			t.Errorf("%q: %q, %q", tc.detail, zh, en)
		}
	}
}

// Every reason and remark has words in both languages.
func TestEveryFaultHasWords(t *testing.T) {
	for _, l := range []words.Language{words.Chinese, words.English} {
		w := words.In(l)
		seen := map[string]fault.Reason{}
		for r := fault.Unreadable; r <= fault.Unwritable; r++ {
			line, notice := explain(w, &fault.Error{Path: "x", Reason: r})
			if other, twice := seen[line]; twice || notice || strings.Contains(line, "error.") {
				t.Errorf("%v: %q, also for %v", r, line, other)
			}
			seen[line] = r
		}
		for r := fault.Undecodable; r <= fault.Skipped; r++ {
			line, notice := explain(w, &fault.Notice{Path: "x", Remark: r, N: 3, Detail: "d"})
			if !notice || strings.Contains(line, "notice.") || strings.Contains(line, "%!") {
				t.Errorf("%v: %q", r, line)
			}
		}
		said := map[string]database.Reason{}
		for r := database.Unusable; r <= database.Network; r++ {
			line, notice := explain(w, &database.Error{Path: "x", Reason: r})
			if other, twice := said[line]; twice || !notice || strings.Contains(line, "cache.") {
				t.Errorf("%v: %q, also for %v", r, line, other)
			}
			said[line] = r
			if line, _ := explain(w, &database.Error{Path: "x", Reason: r, Aside: "y/z.aside"}); !strings.Contains(line, " z.aside") && !strings.Contains(line, "为z.aside") {
				t.Errorf("%v set aside: %q", r, line)
			}
		}
		if line, _ := explain(w, &fault.Error{Path: "x", Err: io.ErrUnexpectedEOF}); line != "x: "+w.Say("error.system.short") {
			t.Errorf("%q", line)
		}
	}
}

// Import repairs the punctuation of Chinese paragraphs, and of no others; what
// it writes opens with the same outline.
func TestImportRepairsPunctuation(t *testing.T) {
	dir := t.TempDir()
	file := write(t, dir, "report.txt", `年度报告

一、全年工作(摘要)

这一年,大家都很努力:做了很多事(见附表)!

抓好产业。工厂多了,路也宽了,生活比从前好得多了;大家都说好。
抓好学校。学校多了,书也多了,孩子们读书比从前方便;家长放心。

二、明年打算

明年还要做什么?请看 http://example.org/a,b:c 和说明。

An English paragraph, with commas (and brackets): it stays as it is!

これは日本語の文章です,句読点はそのままです(例)。
`)
	_, errs, code := run(t, "", "import", "--punctuation", "-o", dir, file)
	if code != 0 || errs != "" {
		t.Fatalf("exit %d, %s", code, errs)
	}
	made, err := os.ReadFile(filepath.Join(dir, "年度报告.md"))
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		"一、全年工作（摘要）", "这一年，大家都很努力：做了很多事（见附表）！", "http://example.org/a,b:c",
		"paragraph, with commas (and brackets): it stays as it is!", "文章です,句読点はそのままです(例)。",
	} {
		if !strings.Contains(string(made), want) {
			t.Errorf("%s is not in\n%s", want, made)
		}
	}
	headings := func(file string) (all []string) {
		out, _, _ := run(t, "", "outline", file)
		for line := range strings.Lines(out) {
			heading := line[:strings.LastIndexByte(line, ' ')] // the size is after it
			all = append(all, strings.TrimRight(strings.NewReplacer("(", "（", ")", "）").Replace(heading), " "))
		}
		return all
	}
	before, after := headings(file), headings(filepath.Join(dir, "年度报告.md"))
	if len(after) < 3 || !slices.Equal(before, after) {
		t.Errorf("outline %q, was %q", after, before)
	}
}

// A name that is neither a path nor an ID costs one line, with # in it too; the
// IDs of a file's articles are names in it, not on the command line.
func TestNamesThatAreNothing(t *testing.T) {
	file := write(t, t.TempDir(), "two.jsonl", `{"title":"甲","body":"甲文。"}`+"\n"+`{"title":"乙","body":"乙文。"}`+"\n")
	if out, _, code := run(t, "", "list", file); code != 0 || !strings.Contains(out, "two#2") {
		t.Fatalf("exit %d, %s", code, out)
	}
	for _, name := range []string{"two#2", file + "#2", "guide#1", "no/such"} {
		for _, command := range []string{"print", "outline"} {
			out, errs, code := run(t, "", command, name, "guide")
			if want := "juan: " + name + ": 没有这个文件或文章\n"; errs != want || code != 2 || !strings.Contains(out, "使用指南") {
				t.Errorf("%s %s: exit %d, %q", command, name, code, errs)
			}
		}
	}
}

// No library runs tmux before main does: one that hangs would keep juan from
// starting.
func TestNothingAsksTmuxBeforeMain(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the tmux that stands in is a shell script")
	}
	dir := t.TempDir()
	ran := filepath.Join(dir, "ran")
	script := "#!/bin/sh\n: > '" + ran + "'\n"
	if err := os.WriteFile(filepath.Join(dir, "tmux"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		tmux string
		want bool
	}{{"info", true}, {"", false}} {
		cmd := exec.Command(os.Args[0], "-test.run=^$")
		if tc.tmux != "" { // the stand-in is found, and reports that it ran
			cmd = exec.Command("/bin/sh", "-c", "tmux "+tc.tmux)
		}
		cmd.Env = append(os.Environ(), "TTY_FORCE=1", "TERM=xterm", "COLORTERM=", "TMUX=x,1,0", "PATH="+dir)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, out)
		}
		if _, err := os.Stat(ran); (err == nil) != tc.want {
			t.Errorf("%s: tmux ran: %v", cmd, err == nil)
		}
		os.Remove(ran)
	}
}
