package launch

import (
	"cmp"
	"context"
	"errors"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"juan/model"
	"juan/ui"
	"juan/ui/cli"
	"juan/ui/config"
	"juan/ui/words"
)

// editing returns what opens the reader's editor: the program that VISUAL or EDITOR
// names, with its arguments.
func (w World) editing(r cli.Reading, getenv func(string) string, lend func(run func() error) error) ui.Editor {
	if w.Spot == nil {
		return nil
	}
	return func(ctx context.Context, e *model.Entry, at model.Pos) (tea.ExecCommand, error) {
		file, line, err := w.Spot(ctx, e, at, r.Encoding)
		if err != nil {
			return nil, err
		}
		cmd, err := editorOn(r.Words, getenv, file, line)
		if err != nil {
			return nil, err
		}
		return &lent{cmd, lend}, nil
	}
}

// editorOn returns the reader's editor on a line of a file. An error is worded.
func editorOn(w words.Words, getenv func(string) string, file string, line int) (*exec.Cmd, error) {
	args := editorCommand(getenv)
	if len(args) == 0 {
		return nil, errors.New(w.Say("error.editor", ""))
	}
	program, err := exec.LookPath(args[0])
	if err != nil {
		return nil, errors.New(w.Say("error.editor", strings.Join(args, " ")))
	}
	return exec.Command(program, append(args[1:], editorArgs(program, file, line)...)...), nil
}

// editorCommand returns the reader's editor and its arguments, split as shells do.
func editorCommand(getenv func(string) string) []string {
	usual := "vi"
	if runtime.GOOS == "windows" {
		usual = "notepad"
	}
	return config.Split(cmp.Or(strings.TrimSpace(getenv("VISUAL")), strings.TrimSpace(getenv("EDITOR")), usual))
}

// editorArgs returns the arguments that open a file at a line, by the name of the
// editor; an unknown one gets the file alone.
func editorArgs(program, file string, line int) []string {
	name := strings.ToLower(strings.TrimSuffix(filepath.Base(program), ".exe"))
	if i := strings.IndexAny(name, ".0123456789"); i > 0 { // vim.basic, emacs29
		name = name[:i]
	}
	n := strconv.Itoa(line)
	switch " " + strings.TrimSuffix(name, "-") + " " {
	case " vi ", " vim ", " nvim ", " view ", " ex ", " gvim ", " mvim ", " vimx ", " elvis ", " nvi ", " neovide ", " nano ", " pico ", " rnano ", " emacs ", " emacsclient ",
		" zile ", " mg ", " jmacs ", " joe ", " jed ", " jstar ", " ne ", " micro ", " kak ", " mcedit ", " dte ", " vis ", " gedit ", " pluma ", " geany ", " bbedit ", " mousepad ", " tilde ":
		return []string{"+" + n, file}
	case " code ", " code-insiders ", " codium ", " vscodium ", " code-oss ", " cursor ", " windsurf ", " positron ":
		return []string{"--goto", file + ":" + n}
	case " subl ", " sublime_text ", " hx ", " helix ", " zed ", " zeditor ", " atom ", " pulsar ", " lapce ", " amp ":
		return []string{file + ":" + n}
	case " kate ", " kwrite ", " mate ", " xed ", " gnome-text-editor ":
		return []string{"--line", n, file}
	case " idea ", " pycharm ", " goland ", " webstorm ", " clion ", " phpstorm ", " rubymine ", " fleet ":
		return []string{"--line", n, file}
	case " notepad++ ":
		return []string{"-n" + n, file}
	}
	return []string{file}
}
