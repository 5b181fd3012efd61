package cli

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"juan/model"
	"juan/ui/term"
	"juan/ui/words"
)

// heading and paragraph stand at a byte of the source, as a loader has them.
func headingAt(src, level, number int, text string) model.Block {
	return model.Heading{Leaf: model.Leaf{Src: src}, Prose: model.Plain(text), Level: level, Number: number}
}

func paragraphAt(src int, text string) model.Block {
	return model.Paragraph{Leaf: model.Leaf{Src: src}, Prose: model.Plain(text)}
}

// library is what the tests' juan carries.
func library() []*model.Article {
	date := time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC)
	return []*model.Article{
		model.NewArticle(model.Entry{ID: "rivers", Title: "江河", Date: date, Delivered: date.AddDate(0, 1, 0), Source: "自写", Note: "未完"}, []model.Block{
			headingAt(10, 1, len("一、"), "一、水从哪里来"),
			paragraphAt(40, "雨水落在山上，汇成溪流。Water, 水。"),
			headingAt(90, 2, len("（一）"), "（一）“上游”的水。"),
			model.Paragraph{Leaf: model.Leaf{Src: 130}, Prose: model.Plain("先说雪山。雪化了就有水。"), Lead: model.Lead{End: len("先说雪山"), Level: 3, Kind: model.RunIn, Certain: true}},
		}),
		model.NewArticle(model.Entry{ID: "bridges", Title: "桥"}, []model.Block{paragraphAt(0, "桥架在水上。")}),
	}
}

// A fault is an error of a source, in these tests.
type fault struct {
	line   string
	notice bool
}

func (f fault) Error() string { return f.line }

// world returns a world without a terminal: an embedded library, two files,
// one of them with a notice, and nothing else.
func world(args ...string) (w World, out, errs *strings.Builder) {
	out, errs = new(strings.Builder), new(strings.Builder)
	files := fstest.MapFS{"a.md": {}, "noted.md": {}, "bad.bin": {}, "hostile.md": {}}
	w = World{
		Args: args, Stdin: strings.NewReader("标准输入的文字。"), Stdout: out, Stderr: errs,
		Environ:   []string{"LANG=zh_CN.UTF-8", "XDG_CONFIG_HOME=/nowhere"},
		Size:      func() (int, int) { return 0, 0 },
		Encodings: func() []string { return []string{"utf-8", "gbk"} },
		Library:   func(context.Context) Articles { return yielding(library(), nil) },
		Cache: func(dir string) Cache {
			return Cache{Path: dir, Bytes: 3 << 20, Sources: 2, Articles: 5, Segments: 1, State: "sound"}
		},
		ClearCache: func(string) error { return nil },
		Stat:       func(path string) (fs.FileInfo, error) { return fs.Stat(files, path) },
		Explain: func(_ words.Words, err error) (string, bool) {
			var f fault
			errors.As(err, &f)
			return err.Error(), f.notice
		},
		Ask:      func(term.Question) term.Answer { return term.Answer{} },
		AskAll:   func(term.Question) term.Answer { return term.Answer{} },
		AskOuter: func() term.Outer { return term.Outer{} },
		Echo:     func() {},
		Keys: func(words.Words, []Binding) KeyTable {
			return KeyTable{Rows: [][2]string{{"q", "退出"}, {"j ↓", "下一行"}}}
		},
		Version: func() string { return "1.2.3" },
		Read:    func(Reading) error { return errors.New("no screen in this world") },
	}
	w.Open = func(_ context.Context, paths []string, how Opening) Articles { return open(w, paths, how.Encoding) }
	w.Shelve = func(s Sources) model.Library { return model.NewShelf(open(w, s.Paths, s.Encoding)) }
	return w, out, errs
}

func open(w World, paths []string, encoding string) Articles {
	var as []*model.Article
	var errs []error
	for _, p := range paths {
		switch p {
		case "-":
			text, _ := io.ReadAll(w.Stdin)
			as = append(as, model.NewArticle(model.Entry{ID: "stdin"}, []model.Block{paragraphAt(0, string(text))}))
		case "a.md":
			as = append(as, model.NewArticle(model.Entry{ID: "a" + encoding, Title: "甲", Path: p}, []model.Block{paragraphAt(0, "甲文有水。")}))
		case "noted.md":
			as = append(as, model.NewArticle(model.Entry{ID: "noted", Title: "乙"}, []model.Block{paragraphAt(0, "乙文。")}))
			errs = append(errs, fault{"noted.md: 略去一行", true})
		case "hostile.md":
			as = append(as, model.NewArticle(model.Entry{ID: "h\x1b[2J", Title: "题\x1b]0;x\a"},
				[]model.Block{headingAt(0, 1, 0, "节\x1b[2J"), paragraphAt(9, "文\x1b[2J\u202e水\u009b31m。")}))
		case "bad.bin":
			errs = append(errs, fault{"bad.bin: 不是文本", false})
		default:
			errs = append(errs, fault{p + ": 没有这个文件", false})
		}
	}
	return yielding(as, errs)
}

func yielding(as []*model.Article, errs []error) iter.Seq2[*model.Article, error] {
	return func(yield func(*model.Article, error) bool) {
		for _, a := range as {
			if !yield(a, nil) {
				return
			}
		}
		for _, err := range errs {
			if !yield(nil, err) {
				return
			}
		}
	}
}

// The contract: what is typed, what stands on standard output and standard
// error, and the exit code.
func TestContract(t *testing.T) {
	for _, tc := range []struct {
		args      string
		out, errs string // "…" stands for anything
		code      int
	}{
		// what stands for another command where standard output is no terminal
		{"", "2024-04-05…江河\n…桥\n", "", 0},
		{"a.md", "…甲\n…甲文有水。\n", "", 0},
		{"-", "…标准输入的文字。\n", "", 0},

		{"list", "2024-04-05…rivers…江河\n…bridges…桥\n", "", 0},
		{"list a.md", "…甲\n", "", 0},
		{"list --json a.md", "[\n…\"id\": \"a\",\n…\"path\": \"a.md\",\n…]\n", "", 0},
		{"cache --clear", "…3.0 MB\n…5\n…", "", 0},
		{"cache --json", "[\n…\"articles\": 5,\n…]\n", "", 0},
		{"cache x", "", "juan: x: cache后面不写别的\n", 2},

		{"list --json nowhere", "[]\n", "juan: nowhere: 没有这个文件\n", 2},

		{"print bridges", "…桥\n…桥架在水上。\n", "", 0},
		{"print bridges a.md", "…桥\n…甲文有水。\n", "", 0},
		{"print --encoding gbk a.md", "…甲文有水。\n", "", 0},
		{"print nowhere bridges", "…桥架在水上。\n", "juan: nowhere: 没有这个文件\n", 2},
		{"print bad.bin a.md", "…甲文有水。\n", "juan: bad.bin: 不是文本\n", 2},
		{"print noted.md", "…乙文。\n", "juan: noted.md: 略去一行\n", 0},

		{"outline rivers", "江河…字\n  一、水从哪里来…字\n    （一）“上游”的水…字\n      先说雪山…字\n", "", 0},
		{"outline bridges", "桥…6字\n", "", 0},

		{"search 雪", "江河  2处\n  先说雪山\n    先说雪山。雪化了就有水。\n    先说雪山。雪化了就有水。\n", "", 0},
		{"search 火", "", "", 1},
		{"search 火 bad.bin", "", "juan: bad.bin: 不是文本\n", 2},
		{"search --json 火", "[]\n", "", 1},
		{"search water", "江河…\n", "", 0},
		{"search --case water", "", "juan: 没有“water”；“Water”有1处\n", 1},
		{"search --regexp 雪.了", "江河  1处\n…", "", 0},
		{"search --regexp [", "", "juan: [: 不是正则表达式：少了]：[\n", 2},
		{"notes --json --markdown", "", "juan: notes: 一次只做一件事\n", 2},
		{"help print list", "", "juan: list: help后面最多写一个\n", 2},
		{"search", "", "juan: search: 缺少要查找的词\n", 2},

		{"print --id bridges", "…桥\n…桥架在水上。\n", "", 0},
		{"list --id a a.md noted.md", "…甲\n", "juan: noted.md: 略去一行\n", 0},
		{"list --id a noted.md a.md", "…甲\n", "juan: noted.md: 略去一行\n", 0},
		{"print --id nowhere a.md", "", "juan: nowhere: 没有这个编号的文章\n", 2},
		{"search --id bridges 水", "桥  1处\n    桥架在水上。\n", "", 0},
		{"search --id bridges 雪", "", "", 1},
		{"outline --section 上游 rivers", "江河…字\n  （一）“上游”的水…字\n    先说雪山…字\n", "", 0},
		{"outline --section 一 rivers", "江河…字\n  一、水从哪里来…字\n    （一）“上游”的水…字\n…", "", 0},
		{"outline --section 二 rivers", "", "juan: 二: 没有哪一节的标题是这样的\n", 2},
		{"outline --section 先说雪山", "江河…字\n  先说雪山…字\n", "", 0},
		{"print --section 雪山 rivers bridges", "…先说雪山。雪化了就有水。\n", "", 0},
		{"search --section 雪山 水", "江河  1处\n  先说雪山\n    先说雪山。雪化了就有水。\n", "", 0},
		{"search --section 雪山 江河", "", "", 1},
		{"search -l --section 雪山 江河", "", "", 1},
		{"search --id rivers --section 雪山 --json 水", "[\n…\"offset\": 160,\n…]\n", "", 0},

		{"keys", "q    退出\nj ↓  下一行\n", "", 0},
		{"version", "juan 1.2.3\n", "", 0},
		{"--version", "juan 1.2.3\n", "", 0},
		{"-V", "juan 1.2.3\n", "", 0},
		{"--lang en -V nowhere", "juan 1.2.3\n", "", 0},
		{"--color sometimes", "", "juan: --color: “sometimes”无效，可以写：auto, always, never\n", 2},
		{"man", ".TH…\\fBjuan search QUERY [PATH...]\\fR\n…", "", 0},
		{"completion bash", "…__complete…", "", 0},
		{"completion csh", "", "juan: csh: 要写一种shell：bash, zsh, fish, powershell\n", 2},
		{"completion", "", "juan: completion: 要写一种shell：bash, zsh, fish, powershell\n", 2},

		{"--help", "juan(卷)：…\n用法：juan [PATH...]…命令：\n…选项（…\n…--width N…例子：\n…", "", 0},
		{"help options", "…选项：\n…--encoding…utf-8, gbk\n…", "", 0},
		{"search --help", "全文查找…用法：juan search QUERY [PATH...]\n…--regexp…", "", 0},
		{"help search", "全文查找…用法：juan search QUERY [PATH...]\n…--regexp…", "", 0},
		{"help nonsense", "", "juan: nonsense: 没有这个命令\n", 2},
		{"--lang en --help", "juan (卷): …\nUsage: …Options (…\n…", "", 0},

		{"nowhere", "", "juan: nowhere: 没有这个文件\n", 2},
		{"--nonsense", "", "juan: --nonsense: 没有这个选项\n", 2},
		{"-x", "", "juan: -x: 没有这个选项\n", 2},
		{"list -外贸", "", "juan: -外贸: 没有这个选项\n", 2},
		{"search -外贸 bridges", "", "juan: -外贸: 没有这个选项；如果是要查找的词，前面加--\n", 2},
		{"search -n -外贸 bridges", "", "juan: -外贸: 没有这个选项；如果是要查找的词，前面加--\n", 2},
		{"search -n -- -外贸 bridges", "桥\n", "", 0},
		{"list --case", "", "juan: --case: 没有这个选项\n", 2},
		{"--width", "", "juan: --width: 后面要写一个值\n", 2},
		{"--width wide", "", "juan: --width: “wide”无效，要写格数：2–10000\n", 2},
		{"--width 1", "", "juan: --width: “1”无效，要写格数：2–10000\n", 2},
		{"--ambiguous 3", "", "juan: --ambiguous: “3”无效，可以写：auto, 1, 2, replace\n", 2},
		{"--lang en --ambiguous 3", "", "juan: --ambiguous: “3” is not one of: auto, 1, 2, replace\n", 2},
		{"--lang fr", "", "juan: --lang: “fr”无效，可以写：zh, zh-Hant, en\n", 2},
		{"print --style nosuch bridges", "", "juan: --style: 没有“nosuch”这种配色…\n", 2},
		{"keys q", "", "juan: q: keys后面不写别的\n", 2},
		{"list --json=maybe", "", "juan: --json: “maybe”无效\n", 2},
		{"--config /nowhere/c.toml version", "juan 1.2.3\n", "juan: /nowhere/c.toml: 设置文件打不开：没有这个文件\n", 2},
		{"import", "", "juan: import: 缺少要导入的来源\n", 2},
		{"import a.md", "", "juan: import: 缺少-o，不知道存到哪个文件夹\n", 2},
		{"-- --json", "", "juan: --json: 没有这个文件\n", 2},
	} {
		w, out, errs := world(strings.Fields(tc.args)...)
		code := Run(t.Context(), w)
		if !fits(out.String(), tc.out) || !fits(errs.String(), tc.errs) || code != tc.code {
			t.Errorf("juan %s: exit %d, want %d\n--- output\n%s--- wanted\n%s\n--- errors\n%s--- wanted\n%s",
				tc.args, code, tc.code, out, tc.out, errs, tc.errs)
		}
	}
}

// What comes through a pipe is read where no path is named, by every command that reads.
func TestPipesAreNotIgnored(t *testing.T) {
	for args, want := range map[string]string{
		"": "…标准输入的文字。\n", "print": "…标准输入的文字。\n", "list": "…stdin…\n", "list --json": "…stdin…\n",
		"outline": "…8字\n", "figures": "", "search 文字": "…标准输入的文字。\n", "search --json 文字": "…stdin…\n",
		"print bridges": "…桥…\n", "search 水 bridges": "桥…\n",
	} {
		w, out, errs := world(strings.Fields(args)...)
		w.Piped = true
		if code := Run(t.Context(), w); code != done || !fits(out.String(), want) {
			t.Errorf("juan %s: exit %d\n%s%s", args, code, out, errs)
		}
	}
}

// A pipe through which nothing came is the library for a list, and empty for the others.
func TestAnEmptyPipe(t *testing.T) {
	for args, library := range map[string]bool{"": true, "list": true, "list --json": true, "print": false, "outline": false, "figures": false, "search 水": false} {
		w, out, _ := world(strings.Fields(args)...)
		w.Piped, w.Stdin, w.Some = true, strings.NewReader(""), func() bool { return false }
		if Run(t.Context(), w); strings.Contains(out.String(), "江河") != library {
			t.Errorf("juan %s:\n%s", args, out)
		}
	}
}

// fits reports whether got is want, in which "…" stands for anything; a want
// without any text fits nothing else.
func fits(got, want string) bool {
	parts := strings.Split(want, "…")
	if len(parts) == 1 {
		return got == want
	}
	for i, p := range parts {
		at := strings.Index(got, p)
		if at < 0 || i == 0 && at > 0 {
			return false
		}
		if i == len(parts)-1 {
			return strings.HasSuffix(got, p)
		}
		got = got[at+len(p):]
	}
	return true
}

// An error is one line, whatever is in it.
func TestErrorsAreOneLine(t *testing.T) {
	w, _, errs := world("print", "no\nsuch\x1b[2J", "--lang", "en")
	if code := Run(t.Context(), w); code != trouble {
		t.Errorf("exit %d", code)
	}
	if got := errs.String(); strings.Count(got, "\n") != 1 || strings.Contains(got, "\x1b") {
		t.Errorf("%q", got)
	}
}

// Nothing in an article acts on the terminal, in no command and form.
func TestNoControlSequenceGetsOut(t *testing.T) {
	for _, args := range []string{
		"print hostile.md", "print --plain hostile.md", "print --width 9 hostile.md", "list hostile.md", "list --json hostile.md",
		"outline hostile.md", "outline --json hostile.md", "search 水 hostile.md", "search --json 水 hostile.md",
		"search --width 12 水 hostile.md", "search --json --regexp . hostile.md",
	} {
		w, out, _ := world(strings.Fields(args)...)
		if code := Run(t.Context(), w); code != done {
			t.Errorf("%s: exit %d", args, code)
		}
		if out.Len() == 0 || strings.ContainsAny(out.String(), "\x1b\a\u009b\u202e") {
			t.Errorf("%s: %q", args, out)
		}
	}
}

// brokenPipe takes some bytes and then no more.
type brokenPipe struct{ left int }

func (p *brokenPipe) Write(b []byte) (int, error) {
	if p.left -= len(b); p.left < 0 {
		return 0, &fs.PathError{Op: "write", Path: "|1", Err: syscall.EPIPE}
	}
	return len(b), nil
}

func TestClosedPipeEndsQuietly(t *testing.T) {
	for _, args := range []string{"list", "print", "print --style dark", "outline", "search 水", "list --json", "figures --csv", "keys", "man", "--help", "completion zsh", "doctor"} {
		w, _, errs := world(strings.Fields(args)...)
		w.Stdout = &brokenPipe{}
		if code := Run(t.Context(), w); code != done || errs.Len() > 0 {
			t.Errorf("%s: exit %d, %q", args, code, errs)
		}
	}
}

// fullDisk takes nothing.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, syscall.ENOSPC }

func TestFullDiskIsAnError(t *testing.T) {
	w, _, errs := world("print")
	w.Stdout = fullDisk{}
	if code := Run(t.Context(), w); code != trouble || !strings.Contains(errs.String(), syscall.ENOSPC.Error()) {
		t.Errorf("exit %d, %q", code, errs)
	}
}

func TestDoctorWithoutTerminalSaysSo(t *testing.T) {
	w, out, errs := world("doctor")
	if code := Run(t.Context(), w); code != done || errs.Len() > 0 || !strings.Contains(out.String(), "不是终端") {
		t.Errorf("exit %d, %s%s", code, out, errs)
	}
	rows := strings.Split(strings.TrimSpace(out.String()), "\n")
	ruler := slices.Index(rows, strings.Repeat("1234567890", 4)+"|")
	if ruler < 0 || !strings.HasSuffix(rows[len(rows)-1], "|") {
		t.Errorf("no specimen:\n%s", out)
	}
}

func TestImport(t *testing.T) {
	w, out, errs := world("import", "a.md", "nowhere", "-o", "dir", "--force")
	var how Importing
	w.Import = func(_ context.Context, articles Articles, h Importing) iter.Seq2[string, error] {
		how = h
		return func(yield func(string, error) bool) {
			for a, err := range articles {
				if err != nil {
					yield("", err)
				} else {
					yield("dir/"+a.Title+".md", nil)
				}
			}
		}
	}
	code := Run(t.Context(), w)
	if code != trouble || out.String() != "dir/甲.md\n" || errs.String() != "juan: nowhere: 没有这个文件\n" || how != (Importing{"dir", false, true}) {
		t.Errorf("exit %d, %q, %q, %+v", code, out, errs, how)
	}
}
