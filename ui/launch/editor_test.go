package launch

import (
	"context"
	"errors"
	"os"
	"runtime"
	"slices"
	"strings"
	"testing"

	"juan/model"
	"juan/ui/cli"
	"juan/ui/words"
)

func TestEditorIsToldTheLine(t *testing.T) {
	for program, want := range map[string]string{
		"vim": "+7 f", "/usr/bin/nvim": "+7 f", "vim.basic": "+7 f", "emacs29": "+7 f", "emacsclient": "+7 f", "nano": "+7 f", "Vim.exe": "+7 f",
		"code": "--goto f:7", "code-insiders": "--goto f:7", "hx": "f:7", "subl": "f:7", "kate": "--line 7 f", "notepad++": "-n7 f", "something": "f", "": "f",
	} {
		if got := strings.Join(editorArgs(program, "f", 7), " "); got != want {
			t.Errorf("%s gets %q, want %q", program, got, want)
		}
	}
}

func TestWhichEditor(t *testing.T) {
	for _, tc := range []struct{ visual, editor, want string }{
		{"code --wait", "vi", "code|--wait"},
		{"", "emacsclient -nw -a ''", "emacsclient|-nw|-a|"},
		{" ", `"/opt/my editor/e" -x 'a b'`, "/opt/my editor/e|-x|a b"},
		{"'open", "vi", ""},
	} {
		get := func(name string) string { return map[string]string{"VISUAL": tc.visual, "EDITOR": tc.editor}[name] }
		if got := strings.Join(editorCommand(get), "|"); got != tc.want {
			t.Errorf("%+v: %q", tc, got)
		}
	}
	if got := editorCommand(func(string) string { return "" }); len(got) != 1 {
		t.Errorf("where none is named: %q", got)
	}
}

func TestAnEditorThatIsNotThere(t *testing.T) {
	w := World{Spot: func(context.Context, *model.Entry, model.Pos, string) (string, int, error) { return "f", 3, nil }}
	r := cli.Reading{Words: words.In(words.English)}
	for _, name := range []string{"no-such-editor -x", "'"} {
		open := w.editing(r, func(string) string { return name }, nil)
		if run, err := open(t.Context(), nil, model.Pos{}); run != nil || err == nil || !strings.Contains(err.Error(), "$EDITOR") {
			t.Errorf("%s: %v, %v", name, run, err)
		}
	}
	lost := errors.New("lost")
	w.Spot = func(context.Context, *model.Entry, model.Pos, string) (string, int, error) { return "", 0, lost }
	if _, err := w.editing(r, os.Getenv, nil)(t.Context(), nil, model.Pos{}); err != lost {
		t.Errorf("%v", err)
	}
}

// A command gets the text, apart from the terminal, and what it writes is bounded.
func TestPipe(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the commands are those of a shell of Unix")
	}
	run := pipe(words.In(words.English))
	for _, tc := range []struct{ command, out, err string }{
		{"cat", "汉字\n", ""},
		{"wc -c | tr -d ' '", "7\n", ""},
		{"true", "", ""},
		{"echo a; echo b >&2", "a\n", ""},
		{"echo a; echo b >&2; exit 3", "a\n\nb", "echo a; echo b >&2; exit 3: exit code 3, b"},
		{"exit 4", "", "exit 4: exit code 4"},
		{"cat < /dev/tty", "", "exit code"},
		{"sleep 1000 & echo begun", "begun\n", ""},
	} {
		out, err := run(t.Context(), tc.command, "汉字\n")
		if (err == nil) != (tc.err == "") || err != nil && !strings.Contains(err.Error(), tc.err) || tc.out != "" && out != tc.out {
			t.Errorf("%s: %q, %v", tc.command, out, err)
		}
	}
	out, err := run(t.Context(), "yes 一行", "")
	if err != nil || len(out) < mostWritten || len(out) > mostWritten+1000 || !strings.HasSuffix(out, "(too long; the rest is left out)") {
		t.Errorf("without end: %d bytes, %v", len(out), err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := run(ctx, "sleep 1000", ""); err == nil {
		t.Error("a command that is not wanted any more goes on")
	}
}

func TestBoundedKeepsTheFirstBytes(t *testing.T) {
	full := 0
	b := bounded{full: func() { full++ }}
	for range 3 {
		if n, err := b.Write(slices.Repeat([]byte{'x'}, mostWritten/2+1)); n != mostWritten/2+1 || err != nil {
			t.Errorf("%d, %v", n, err)
		}
	}
	if b.kept.Len() != mostWritten || !b.over || full != 1 {
		t.Errorf("%d bytes, %v, %d", b.kept.Len(), b.over, full)
	}
}
