// Package early takes TMUX out of the environment until main puts it back.
//
// lipgloss asks tmux for its colours while it is initialised, and waits for as long
// as tmux takes: one that hangs would keep juan from ever reaching main. Packages
// are initialised in the order of their import paths, those that they import
// before them. This one needs os alone, and lipgloss os/exec, whose path stands
// after this one’s: so this one comes first. How many colours tmux has is asked
// later, with a limit of time.
package early

import "os"

// tmux is what TMUX was.
var tmux = take()

func take() string {
	was := os.Getenv("TMUX")
	if was != "" {
		os.Unsetenv("TMUX")
	}
	return was
}

// Restore puts TMUX back. It is the first thing that main does.
func Restore() {
	if tmux != "" {
		os.Setenv("TMUX", tmux)
	}
}
