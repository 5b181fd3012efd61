//go:build darwin || dragonfly || freebsd || netbsd || openbsd

package launch

import (
	"os/exec"
	"syscall"
)

// tether has a program, and what it begins, end when it is stopped.
func tether(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
