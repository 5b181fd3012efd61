package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// A breakage is a place in the source of a module where a juan built for the test
// panics on request.
type breakage struct {
	module, file string
	after        string                   // a line that stands once in the file
	cause        func(y *tty, dir string) // what leads there
}

// breakages are, with the path of the module juan, on every kind of goroutine: those of bubbletea and of the decoder of
// keys, its loop, commands, tasks, the library’s own and those that guard.
func breakages(own string) map[string]breakage {
	key := func(y *tty, _ string) { y.master.WriteString("2j") }
	search := func(y *tty, _ string) { y.master.WriteString("1/文") }
	stop := func(y *tty, _ string) { y.master.WriteString("\x1a") }
	resize := func(y *tty, _ string) {
		_ = unix.IoctlSetWinsize(int(y.master.Fd()), unix.TIOCSWINSZ, &unix.Winsize{Row: 20, Col: 77})
	}
	change := func(y *tty, dir string) { write(y.t, dir, "new.md", "# 新\n\n文\n") }
	const tea, uv = "charm.land/bubbletea/v2", "github.com/charmbracelet/ultraviolet"
	return map[string]breakage{
		"reading":    {uv, "terminal_reader.go", "n, err := d.r.Read(readBuf[:])", key},
		"decoding":   {uv, "terminal_reader.go", "n, events := d.eventScanner.scanEvents(buf, expired)", key},
		"painting":   {tea, "tea.go", "_ = p.flush()", key},
		"resizing":   {tea, "signals_unix.go", "p.checkResize()", resize},
		"looping":    {tea, "tea.go", "case msg := <-p.msgs:", key},
		"commanding": {tea, "tea.go", "msg := cmd() // this can be long.", search},
		"working":    {own, "ui/task/task.go", "for v := range job(ctx) {", search},
		"following":  {own, "data/watch.go", "for _, p := range w.concerned(e) {", change},
		"stopping":   {own, "ui/launch/guard_unix.go", "func (g *guard) release() {", stop},
		"listening":  {own, "ui/launch/interrupt.go", "n, err := in.File.Read(p)", key},
	}
}

// fragile builds a juan with all breakages and returns where it is.
func fragile(t *testing.T) string {
	t.Helper()
	own, dir, replaced := module(t), t.TempDir(), map[string]string{}
	var mod strings.Builder
	for place, f := range breakages(own) {
		if replaced[f.module] == "" {
			replaced[f.module] = copied(t, f.module, dir)
			fmt.Fprintf(&mod, "replace %s => %s\n", f.module, replaced[f.module])
		}
		file := filepath.Join(replaced[f.module], f.file)
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if n := strings.Count(string(raw), f.after+"\n"); n != 1 {
			t.Fatalf("%s: %q stands %d times in %s", place, f.after, n, f.file)
		}
		write(t, filepath.Dir(file), filepath.Base(file), strings.Replace(string(raw), f.after+"\n", fmt.Sprintf("%s\nbreakHere(%q)\n", f.after, place), 1))
		name, _, _ := strings.Cut(string(raw)[strings.Index("\n"+string(raw), "\npackage "):], "\n")
		write(t, filepath.Dir(file), "break.go", name+here)
	}
	file := filepath.Join(replaced[own], "go.mod")
	raw, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	write(t, replaced[own], "go.mod", string(raw)+strings.Replace(mod.String(), "replace "+own+" => "+replaced[own]+"\n", "", 1))
	build := exec.Command("go", "build", "-buildvcs=false", "-o", filepath.Join(dir, "fragile"), ".")
	build.Dir = replaced[own]
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	return filepath.Join(dir, "fragile")
}

// here is what each package with a breakage gets.
const here = `

import "os"

func breakHere(place string) {
	if os.Getenv("BREAK_AT") != place {
		return
	}
	if _, err := os.Stat(os.Getenv("BREAK_WHEN")); err == nil {
		panic("broken while " + place)
	}
}
`

// copied copies a module below dir.
func copied(t *testing.T, module, dir string) string {
	t.Helper()
	from, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", module).Output()
	if err != nil {
		t.Skip("there is no go to build with: ", err)
	}
	to := filepath.Join(dir, strings.ReplaceAll(module, "/", "_"))
	if err := os.CopyFS(to, os.DirFS(strings.TrimSpace(string(from)))); err != nil {
		t.Fatal(err)
	}
	return to
}

// Wherever it panics, the terminal is restored, the stack is printed after that, and
// the exit code is not 0.
func TestAPanicRestoresTheTerminal(t *testing.T) {
	binary := fragile(t)
	for place, f := range breakages(module(t)) {
		t.Run(place, func(t *testing.T) {
			t.Parallel()
			y, dir, when := newTTY(t), t.TempDir(), filepath.Join(t.TempDir(), "now")
			write(t, dir, "a.md", "# 许昌\n\n文\n")
			write(t, dir, "b.md", "# 汉字\n\n文\n")
			cmd := juan(t, dir)
			cmd.Path = binary
			cmd.Env = append(cmd.Env, "BREAK_AT="+place, "BREAK_WHEN="+when)
			if place == "stopping" { // only a shell makes it stoppable
				cmd.Args = []string{"sh", "-c", `"$0" "$1"; exit $?`, binary, dir}
				cmd.Path = "/bin/sh"
			}
			if place == "resizing" { // with standard error in a file
				cmd.Args = []string{"sh", "-c", `"$0" "$1" 2>"$1/errors"; code=$?; cat "$1/errors"; exit $code`, binary, dir}
				cmd.Path = "/bin/sh"
			}
			y.start(cmd)
			y.shows()
			write(t, filepath.Dir(when), "now", "")
			f.cause(y, dir)
			y.ends(place)
			if code := cmd.ProcessState.ExitCode(); code <= 0 {
				t.Errorf("the exit code is %d", code)
			}
			y.until("what is said of it", func(said string) bool {
				_, after, _ := strings.Cut(said, "\x1b[?1049l")
				_, after, _ = strings.Cut(after, "broken while "+place)
				return strings.Contains(after, "goroutine ")
			})
		})
	}
}

// Killed under a shell, it cannot restore the terminal itself. Where it has the
// terminal to itself there is none afterwards.
func TestAKillRestoresTheTerminal(t *testing.T) {
	y := newTTY(t)
	cmd := juan(t)
	shell := exec.Command("/bin/sh", "-c", `set -m; "$0"; echo BACK; read end`, cmd.Path)
	shell.Env = cmd.Env
	y.start(shell)
	y.shows()
	y.pid = y.child()
	y.kill(unix.SIGKILL)
	y.says("BACK", 1)
	y.until("the end of the screen", func(said string) bool { return modes(said) == "" })
	y.asBefore("killed")
	y.master.WriteString("\n")
	y.ends("killed")
}
