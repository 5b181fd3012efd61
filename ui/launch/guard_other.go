//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package launch

import (
	"os"
	"os/signal"
	"syscall"

	tea "charm.land/bubbletea/v2"

	"juan/ui"
)

// A guard ends the program on a signal. Here nothing stops one.
type guard struct{ heard chan os.Signal }

func watch(program *tea.Program, _ *gate) *guard {
	g := &guard{make(chan os.Signal, 1)}
	signal.Notify(g.heard, os.Interrupt, syscall.SIGTERM)
	go func() {
		if _, ok := <-g.heard; ok {
			program.Quit()
		}
	}()
	return g
}

func (g *guard) end() {
	signal.Stop(g.heard)
	close(g.heard)
}

func (*guard) restored() {}

// abandon does nothing: the terminal cannot be given back from outside.
func (*guard) abandon() {}

// lend lets another program have the terminal while run runs.
func (*guard) lend(run func() error) error { return run() }

func (*guard) suspend() tea.Msg { return ui.Unstopped{} }
