//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package launch

import (
	"context"
	"os/exec"
	"syscall"
)

const terminalName = "/dev/tty"

// shell returns a command of the shell in a session of its own, which has no
// terminal; all that it begins ends with ctx.
func shell(ctx context.Context, command string) *exec.Cmd {
	cmd := exec.CommandContext(ctx, "/bin/sh", "-c", command)
	cmd.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	return cmd
}

// reap ends what a command that has ended left running.
func reap(cmd *exec.Cmd) {
	if cmd.Process != nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
	}
}
