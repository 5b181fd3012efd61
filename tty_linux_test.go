package main

import (
	"os"
	"os/exec"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"golang.org/x/sys/unix"
)

// A tty is a terminal without a screen, at the other end of a juan.
type tty struct {
	t      *testing.T
	master *os.File
	slave  *os.File // kept open, so that what juan leaves can be looked at
	before unix.Termios
	pid    int // of the process that signals go to
	ended  chan error

	mu   sync.Mutex
	said strings.Builder // what the terminal was sent
	deaf chan struct{}   // closed to let it read on
}

// newTTY opens a terminal of 100 × 30 cells.
func newTTY(t *testing.T) *tty {
	t.Helper()
	master, err := os.OpenFile("/dev/ptmx", os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminal is to be had: ", err)
	}
	t.Cleanup(func() { master.Close() })
	fd := int(master.Fd())
	if err := unix.IoctlSetPointerInt(fd, unix.TIOCSPTLCK, 0); err != nil {
		t.Fatal(err)
	}
	n, err := unix.IoctlGetInt(fd, unix.TIOCGPTN)
	if err != nil {
		t.Fatal(err)
	}
	slave, err := os.OpenFile("/dev/pts/"+strconv.Itoa(n), os.O_RDWR|unix.O_NOCTTY, 0)
	if err != nil {
		t.Skip("no terminal is to be had: ", err)
	}
	t.Cleanup(func() { slave.Close() })
	if err := unix.IoctlSetWinsize(fd, unix.TIOCSWINSZ, &unix.Winsize{Row: 30, Col: 100}); err != nil {
		t.Fatal(err)
	}
	y := &tty{t: t, master: master, slave: slave, ended: make(chan error, 1)}
	y.before = y.state()
	return y
}

// state returns the settings of the terminal.
func (y *tty) state() unix.Termios {
	s, err := unix.IoctlGetTermios(int(y.slave.Fd()), unix.TCGETS)
	if err != nil {
		y.t.Fatal(err)
	}
	return *s
}

// start starts a command that has the terminal to itself, and is the first of its
// session: nobody lets it go on when it is stopped. Standard input is what the command
// has, or else the terminal.
func (y *tty) start(cmd *exec.Cmd) {
	y.t.Helper()
	if cmd.Stdin == nil {
		cmd.Stdin = y.slave
	}
	cmd.Stdout, cmd.Stderr = y.slave, y.slave
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true, Setctty: true, Ctty: 1}
	if err := cmd.Start(); err != nil {
		y.t.Fatal(err)
	}
	y.pid = cmd.Process.Pid
	y.t.Cleanup(func() { _ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) })
	go func() { y.ended <- cmd.Wait() }()
	go y.listen()
}

// listen takes what the terminal is sent, as long as it is not deaf.
func (y *tty) listen() {
	var p [4096]byte
	for {
		y.mu.Lock()
		deaf := y.deaf
		y.mu.Unlock()
		if deaf != nil {
			<-deaf
		}
		n, err := y.master.Read(p[:])
		if err != nil {
			return
		}
		y.mu.Lock()
		y.said.Write(p[:n])
		y.mu.Unlock()
	}
}

// heard returns what the terminal was sent.
func (y *tty) heard() string {
	y.mu.Lock()
	defer y.mu.Unlock()
	return y.said.String()
}

// until waits until what the terminal was sent is as wanted, for as long as the
// tests may take.
func (y *tty) until(what string, wanted func(said string) bool) {
	y.t.Helper()
	for !wanted(y.heard()) {
		if y.late() {
			said := y.heard()
			y.t.Fatalf("%s never came: %q", what, said[max(0, len(said)-400):])
		}
		time.Sleep(10 * time.Millisecond)
	}
}

// late reports whether the tests are about to be ended.
func (y *tty) late() bool {
	end, limited := y.t.Deadline()
	return limited && time.Until(end) < 10*time.Second
}

// says waits until the terminal was sent words, the last of them n times.
func (y *tty) says(words string, n int) {
	y.t.Helper()
	y.until(words, func(said string) bool { return strings.Count(said, words) >= n })
}

// shows waits for the reader on screen.
func (y *tty) shows() { y.says("\x1b[?1049h", 1); y.says("许昌", 1) }

func (y *tty) kill(s syscall.Signal) { _ = syscall.Kill(y.pid, s) }

// child returns the only child of the process that was started.
func (y *tty) child() int {
	y.t.Helper()
	of := strconv.Itoa(y.pid)
	raw, err := os.ReadFile("/proc/" + of + "/task/" + of + "/children")
	if err != nil {
		y.t.Skip("children of processes are not told: ", err)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(string(raw)))
	if err != nil {
		y.t.Fatalf("children are %q", raw)
	}
	return pid
}

// ends waits for the end and says whether all is as it was before.
func (y *tty) ends(when string) {
	y.t.Helper()
	for {
		select {
		case <-y.ended:
			y.asBefore(when)
			return
		case <-time.After(time.Second):
		}
		if y.late() {
			y.t.Errorf("%s: it does not end", when)
			return
		}
	}
}

// asBefore fails unless the terminal is as it was before, once it was sent all.
func (y *tty) asBefore(when string) {
	y.t.Helper()
	if s := y.state(); s != y.before {
		y.t.Errorf("%s: the terminal is\n%+v, was\n%+v", when, s, y.before)
	}
	y.until(when+": the modes as before", func(said string) bool { return modes(said) == "" })
}

var sequence = regexp.MustCompile(`\x1b\[([?<>=]?)([0-9;]*)([hltu])`)

// modes names the terminal modes that the output has set and not reset.
func modes(said string) string {
	set := map[string]int{}
	for _, m := range sequence.FindAllStringSubmatch(said, -1) {
		switch kind := m[1] + m[3]; kind {
		case "?h", "?l":
			for mode := range strings.SplitSeq(m[2], ";") {
				on := kind == "?h"
				if mode == "25" || mode == "7" { // the cursor, and wrapping, are on before
					on = !on
				}
				if set[mode] = 0; on {
					set[mode] = 1
				}
			}
		case ">u":
			set["keyboard"]++
		case "<u":
			set["keyboard"] = max(0, set["keyboard"]-1)
		case "t":
			switch m[2] {
			case "22;0":
				set["title"]++
			case "23;0":
				set["title"]--
			}
		}
	}
	var left []string
	for mode, n := range set {
		if n != 0 {
			left = append(left, mode)
		}
	}
	return strings.Join(left, " ")
}

// open starts a reader that shows, in a terminal of its own.
func openTTY(t *testing.T, args ...string) *tty {
	y := newTTY(t)
	y.start(juan(t, args...))
	y.shows()
	return y
}
