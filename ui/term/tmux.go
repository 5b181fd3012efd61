package term

import (
	"context"
	"os/exec"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"
)

// An Outer is the terminal around tmux, as tmux knows it.
type Outer struct {
	Name      string // XTVERSION, "" where unknown
	Passes    bool   // tmux hands on to it what is wrapped for it
	Sixels    bool   // it draws sixels
	TrueColor bool   // its colours come as they are
	Answered  bool   // it was asked through tmux for kitty’s graphics, and has them
}

// AskTmux asks the tmux that the program runs in what is around it. That starts a
// program, which is waited for two seconds at most.
func AskTmux(ctx context.Context) (Outer, error) {
	ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
	defer cancel()
	cmd := exec.CommandContext(ctx, "tmux",
		"display-message", "-p", "#{client_termtype}\n#{client_termfeatures}", ";", "show-options", "-Apv", "allow-passthrough", ";", "info")
	cmd.WaitDelay = 100 * time.Millisecond
	out, err := cmd.Output()
	return outer(string(out)), err
}

// outer parses the output of tmux: a name, features, an option and a table of what its
// terminfo has.
func outer(said string) Outer {
	lines := strings.SplitN(said, "\n", 4)
	if len(lines) < 4 {
		return Outer{}
	}
	features := "," + lines[1] + ","
	o := Outer{
		Name:      lines[0],
		Passes:    lines[2] == "on" || lines[2] == "all",
		Sixels:    strings.Contains(features, ",sixel,"),
		TrueColor: strings.Contains(features, ",RGB,"),
	}
	for line := range strings.SplitSeq(lines[3], "\n") {
		for _, has := range [...]string{" RGB: (flag) true", " Tc: (flag) true"} {
			o.TrueColor = o.TrueColor || strings.Contains(line, has)
		}
	}
	return o
}

// Shows reports whether the terminal is known to have text stand for pictures,
// which it cannot be asked for through tmux: the cursor is tmux’s own.
func (o Outer) Shows() bool {
	return o.Passes && o.TrueColor && (strings.HasPrefix(o.Name, "kitty(") || strings.HasPrefix(o.Name, "ghostty "))
}

// Through is the question for kitty’s graphics that tmux hands on to the terminal.
func Through() string {
	var b strings.Builder
	for sequence := range strings.SplitAfterSeq(showPixel+dropPixel, "\x1b\\") {
		if sequence != "" {
			b.WriteString(ansi.TmuxPassthrough(sequence))
		}
	}
	return b.String()
}

// AskOuter asks tmux what is around it, and through it the terminal, for 300 ms at
// most.
func AskOuter(ctx context.Context) Outer {
	o, err := AskTmux(ctx)
	if err != nil || !o.Shows() {
		return o
	}
	o.Answered = ask(Through(), Question{Leave: true}, func(r *reply) bool { return r.Kitty }).Kitty
	return o
}
