package launch

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"strings"
	"time"

	"juan/ui/cli"
	"juan/ui/words"
)

const (
	mostWritten = 1 << 20         // bytes of what a command writes that are kept
	afterwards  = 2 * time.Second // that what a command began may still write after it
)

// pipe hands a text to a command of the shell, apart from the terminal, and returns
// what that writes. With ctx it ends, and what it began with it.
func pipe(w words.Words) func(ctx context.Context, command, text string) (string, error) {
	return func(ctx context.Context, command, text string) (string, error) {
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		cmd := shell(ctx, command)
		out, errs := &bounded{full: cancel}, &bounded{full: func() {}}
		cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(text), out, errs
		cmd.Env = append(os.Environ(), "TERM=dumb") // its output is shown as text
		cmd.WaitDelay = afterwards
		err := cmd.Run()
		reap(cmd)
		var exit *exec.ExitError
		switch said := strings.TrimSpace(errs.kept.String()); {
		case out.over:
			return out.kept.String() + "\n" + w.Say("pipe.cut"), nil
		case err == nil || errors.Is(err, exec.ErrWaitDelay):
			return out.kept.String(), nil
		case errors.As(err, &exit) && said != "":
			first, _, _ := strings.Cut(said, "\n")
			return joined(out.kept.String(), said), errors.New(w.Say("pipe.failed", command, exit.ExitCode()) + w.Say("pipe.said", first))
		case errors.As(err, &exit):
			return out.kept.String(), errors.New(w.Say("pipe.failed", command, exit.ExitCode()))
		default:
			return out.kept.String(), errors.New(command + ": " + cli.Said(w, err))
		}
	}
}

// joined returns what a command wrote and then what it complained of.
func joined(out, said string) string {
	if out == "" {
		return said
	}
	return strings.TrimRight(out, "\n") + "\n\n" + said
}

// bounded keeps the first bytes that are written to it; when there are more it says
// so once. The buffer is not embedded: it would read on by itself.
type bounded struct {
	kept bytes.Buffer
	over bool
	full func()
}

func (b *bounded) Write(p []byte) (int, error) {
	if room := mostWritten - b.kept.Len(); len(p) > room {
		b.kept.Write(p[:room])
		if !b.over {
			b.over = true
			b.full()
		}
		return len(p), nil
	}
	return b.kept.Write(p)
}
