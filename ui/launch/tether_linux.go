package launch

import (
	"os/exec"
	"syscall"
)

// tether has a program, and what it begins, end when it is stopped, and the program
// itself end when juan dies for whatever reason. It is called on the thread that starts
// the program.
func tether(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
