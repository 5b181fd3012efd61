package launch

import (
	"os/exec"
	"syscall"
)

// tether has a program, and what it begins, end when it is stopped, and the program
// itself when juan dies, whatever of. It is called on the thread that begins it.
func tether(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
}
