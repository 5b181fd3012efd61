package data

import (
	"os"
	"os/signal"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"syscall"
)

// partialPrefix begins the names of files that are not whole yet. What follows is the
// number of the process that writes them, a dot and a number of their own.
const partialPrefix = ".juan-"

// A partial is the file that an import is writing. A signal that ends the program
// takes it away first.
type partial struct {
	mu   sync.Mutex
	path string // "" while none is written
}

// create begins a file in a folder.
func (p *partial) create(dir string) (*os.File, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	f, err := os.CreateTemp(dir, partialPrefix+strconv.Itoa(os.Getpid())+".*")
	if err == nil {
		p.path = f.Name()
	}
	return f, err
}

// remove takes the file away, where it still has its first name.
func (p *partial) remove() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.path != "" {
		os.Remove(p.path)
	}
	p.path = ""
}

// heed has the file taken away by signals until stop is called.
func (p *partial) heed() (stop func()) {
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	go func() {
		s, ok := <-heard
		if !ok {
			return
		}
		p.mu.Lock() // for good: nothing is begun any more
		if p.path != "" {
			os.Remove(p.path)
		}
		signal.Reset(s)
		if self, err := os.FindProcess(os.Getpid()); err != nil || self.Signal(s) != nil {
			os.Exit(1)
		}
	}()
	return func() {
		signal.Stop(heard)
		close(heard)
	}
}

// removePartials deletes the unfinished files in a folder whose process is gone, and
// those of old versions that named no process.
func removePartials(dir string) {
	all, _ := os.ReadDir(dir)
	for _, d := range all {
		rest, ours := strings.CutPrefix(d.Name(), partialPrefix)
		pid, number, numbered := strings.Cut(rest, ".")
		if !ours || !d.Type().IsRegular() || !digits(pid) || numbered && !digits(number) {
			continue
		}
		if numbered && running(pid) || !numbered && len(pid) < 6 {
			continue
		}
		os.Remove(filepath.Join(dir, d.Name()))
	}
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// running reports whether there is a process with that number, or may be.
func running(pid string) bool {
	n, err := strconv.Atoi(pid)
	if err != nil {
		return false
	}
	p, err := os.FindProcess(n)
	if err != nil {
		return false
	}
	err = p.Signal(syscall.Signal(0)) // Windows only finds those that run, and has no such signal
	return err == nil || os.IsPermission(err) || runtime.GOOS == "windows"
}
