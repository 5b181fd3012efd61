//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package monitor

import (
	"os"
	"os/signal"

	"golang.org/x/sys/unix"

	"juan/ui/line"
	"juan/ui/resident"
)

// A monitor never reaches main, nor much of what is initialised before that, so it takes
// 3 ms and little memory.
func init() {
	if len(os.Args) == 3 && os.Args[0] == name {
		watchOver(line.Parse(os.Args[1]), os.Args[2])
		os.Exit(0)
	}
}

// watchOver gives the terminal back when the juan that writes to standard input crashes
// while it has it, or is killed. What the runtime says about the crash is shown after
// that. The runtime's writes wait until then, because the buffers of the socket are
// small, so the shell does not get the terminal before it is restored.
func watchOver(before *line.State, sequences string) {
	// What the keyboard or a shell sends to all of the job, and what stops one that
	// changes the terminal from the background.
	signal.Ignore(unix.SIGHUP, unix.SIGINT, unix.SIGQUIT, unix.SIGTERM, unix.SIGTSTP, unix.SIGTTIN, unix.SIGTTOU)
	resident.Release() // from here on it waits
	ours, crashed := true, false
	var p [4096]byte
	for {
		n, err := os.Stdin.Read(p[:])
		if err != nil {
			break
		}
		said := p[:n]
		for ; !crashed && len(said) > 0; said = said[1:] {
			if crashed = said[0] > given; crashed {
				break
			}
			ours = said[0] == taken
		}
		if ours && crashed {
			before.Restore(os.Stdout, sequences)
			ours = false
		}
		if takes(os.Stderr) {
			_, _ = os.Stderr.Write(said)
		}
	}
	if ours { // it was killed, and a shell may have the terminal by now
		before.Reclaim()
		before.Restore(os.Stdout, sequences)
	}
}

// takes reports whether f can be written to: a terminal may be stopped.
func takes(f *os.File) bool {
	fds := []unix.PollFd{{Fd: int32(f.Fd()), Events: unix.POLLOUT}}
	_, _ = unix.Poll(fds, 100) // milliseconds
	return fds[0].Revents&unix.POLLOUT != 0
}
