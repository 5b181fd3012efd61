package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

// Whatever ends the reader, the terminal is as it was before.
func TestTheTerminalIsRestored(t *testing.T) {
	ways := map[string]func(*tty){
		"q":  func(y *tty) { y.master.WriteString("q") },
		"^C": func(y *tty) { y.master.WriteString("\x03") },
	}
	for _, s := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT, syscall.SIGABRT,
		syscall.SIGTRAP, syscall.SIGSEGV, syscall.SIGBUS, syscall.SIGILL, syscall.SIGFPE, syscall.SIGSYS} {
		ways[unix.SignalName(s)] = func(y *tty) { y.kill(s) }
	}
	for name, end := range ways {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			y := openTTY(t)
			if modes(y.heard()) == "" {
				t.Fatal("nothing was set")
			}
			end(y)
			y.ends(name)
		})
	}
}

// ^C ends the reader whatever it is laying out, and whatever was typed meanwhile.
func TestInterruptedWhileLayingOut(t *testing.T) {
	monster := filepath.Join(t.TempDir(), "a.md")
	if err := os.WriteFile(monster, []byte("# 许昌"+strings.Repeat("题目，", 500_000)+"\n\n文\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	y := openTTY(t, monster)
	for range 20 {
		y.master.WriteString("+\x1b[6~jG")
	}
	y.master.WriteString("\x03")
	y.ends("^C")
}

// A terminal that takes no output does not keep a signal from ending the reader,
// and then gets what restores it, before all that was written in vain.
func TestABlockedTerminalIsRestored(t *testing.T) {
	for _, s := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		t.Run(unix.SignalName(s), func(t *testing.T) {
			t.Parallel()
			openTTY(t).endsBlocked(20, func(y *tty) { y.kill(s) })
		})
	}
}

// ^C that is typed then ends the reader too, though the program reads no key: at once when
// the terminal is full, and later.
func TestABlockedTerminalHearsInterrupts(t *testing.T) {
	for name, key := range map[string]string{"^C": "\x03", "kitty’s ^C": "\x1b[99;5u"} {
		for _, full := range []int{1, 20} {
			t.Run(fmt.Sprint(name, " ", full), func(t *testing.T) {
				t.Parallel()
				openTTY(t).endsBlocked(full, func(y *tty) { y.master.WriteString(key) })
			})
		}
	}
}

// endsBlocked has the terminal take no output, ends the reader, and looks whether the
// terminal is as it was, before it takes output again and after.
func (y *tty) endsBlocked(full int, end func(*tty)) {
	y.t.Helper()
	reads := y.block(full)
	end(y)
	<-y.ended
	if now := y.state(); now != y.before {
		y.t.Errorf("the terminal is\n%+v, was\n%+v", now, y.before)
	}
	reads()
	y.asBefore("blocked")
}

// block has the terminal read nothing and fills it with frames until it has been full so
// many times. It returns what has it read again.
func (y *tty) block(times int) (reads func()) {
	y.t.Helper()
	deaf := make(chan struct{})
	y.mu.Lock()
	y.deaf = deaf
	y.mu.Unlock()
	for i, full := 0, 0; full < times; i++ {
		if i%2 == 0 {
			y.master.WriteString("2\x1b[6~")
		} else {
			y.master.WriteString("\x1b[5~1")
		}
		fds := []unix.PollFd{{Fd: int32(y.slave.Fd()), Events: unix.POLLOUT}}
		if n, _ := unix.Poll(fds, 0); n == 0 {
			if full++; full == times {
				break
			}
		}
		_, _ = unix.Poll(nil, 20)
		if i > 2000 {
			y.t.Fatal("the terminal takes all that is written")
		}
	}
	return func() {
		y.mu.Lock()
		y.deaf = nil
		y.mu.Unlock()
		close(deaf)
	}
}

// Where no shell would let it go on, ^Z and SIGTSTP are refused with a word.
func TestNoStopWithoutAShell(t *testing.T) {
	for name, stop := range map[string]func(*tty){
		"^Z":      func(y *tty) { y.master.WriteString("\x1a") },
		"SIGTSTP": func(y *tty) { y.kill(syscall.SIGTSTP) },
	} {
		for _, within := range []string{"", "script"} {
			t.Run(name+within, func(t *testing.T) {
				t.Parallel()
				y := newTTY(t)
				cmd := juan(t)
				if within != "" { // its parent is in its group, and nobody is above
					script := exec.Command("/bin/sh", "-c", `"$0"; exit $?`, cmd.Path)
					script.Env, cmd = cmd.Env, script
				}
				y.start(cmd)
				y.shows()
				if within != "" {
					y.pid = y.child()
				}
				stop(y)
				y.says("不能挂起", 1)
				y.master.WriteString("q")
				y.ends(name)
			})
		}
	}
}

// Stopped in whatever way under a shell, the reader leaves the terminal to it, but
// after SIGSTOP, of which it knows nothing; and when it goes on it is on screen as before.
func TestStoppedAndGoneOn(t *testing.T) {
	for name, stop := range map[string]func(*tty){
		"^Z":      func(y *tty) { y.master.WriteString("\x1a") },
		"SIGTSTP": func(y *tty) { y.kill(syscall.SIGTSTP) },
		"SIGSTOP": func(y *tty) { y.kill(syscall.SIGSTOP) },
	} {
		for _, end := range []string{"q", "kill"} {
			if name == "SIGSTOP" && end == "kill" {
				continue // what the shell does not restore nobody does
			}
			t.Run(name+" "+end, func(t *testing.T) {
				t.Parallel()
				y := newTTY(t)
				cmd := juan(t)
				shell := exec.Command("/bin/sh", "-c", `set -m; "$0"; echo BACK; read way; case $way in q) fg >/dev/null;; *) kill %1; kill -CONT %1; wait;; esac; echo OVER; read end`, cmd.Path)
				shell.Env = cmd.Env
				y.start(shell)
				y.shows()
				y.pid = y.child()
				stop(y)
				y.says("BACK", 1)
				if name != "SIGSTOP" {
					y.asBefore("stopped")
				}
				_, _ = unix.Poll(nil, 500) // longer than a stop may take to come about
				y.master.WriteString(end + "\n")
				if end == "q" {
					y.says("\x1b[?1049h", 2)
					y.until("the screen", func(said string) bool {
						again := said[strings.LastIndex(said, "\x1b[?1049h"):]
						return strings.Contains(again, "许昌") && strings.Contains(again, "帮助")
					})
					if strings.Contains(y.heard(), "不能挂起") {
						t.Error("what was done is refused")
					}
					y.master.WriteString("q")
				}
				y.says("OVER", 1)
				y.asBefore("in the end")
				y.master.WriteString("\n")
				y.ends("in the end")
			})
		}
	}
}

// Stopped and continued by a process that is no shell, the reader is on screen as
// before.
func TestStoppedWithoutAShell(t *testing.T) {
	y := openTTY(t)
	y.kill(syscall.SIGSTOP)
	y.kill(syscall.SIGCONT)
	y.says("\x1b[?1049h", 2)
	y.until("the screen", func(said string) bool {
		again := said[strings.LastIndex(said, "\x1b[?1049h"):]
		return strings.Contains(again, "许昌") && strings.Contains(again, "帮助")
	})
	y.master.WriteString("q")
	y.ends("q")
}
