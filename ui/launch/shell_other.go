//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package launch

import (
	"context"
	"os/exec"
)

const terminalName = "CONIN$"

// shell returns a command of the shell, which ends with ctx.
func shell(ctx context.Context, command string) *exec.Cmd {
	return exec.CommandContext(ctx, "cmd", "/C", command)
}

// reap does nothing: what a command began cannot be found here.
func reap(*exec.Cmd) {}
