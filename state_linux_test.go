package main

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// Whatever ends the reader, the next one goes on where it stopped: what is kept was
// written while it was read, and once more at the end.
func TestTheNextRunGoesOn(t *testing.T) {
	for name, end := range map[string]func(y *tty, state string){
		"kill -9": func(y *tty, state string) {
			for range 500 {
				raw, _ := os.ReadFile(filepath.Join(state, "juan", "state.db-wal"))
				if strings.Contains(string(raw), "最后一段") { // words of the place
					break
				}
				time.Sleep(20 * time.Millisecond)
			}
			y.kill(syscall.SIGKILL)
		},
		"SIGTERM": func(y *tty, _ string) { y.kill(syscall.SIGTERM) },
		"q":       func(y *tty, _ string) { y.master.WriteString("q") },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir, state := t.TempDir(), t.TempDir()
			file := write(t, dir, "许昌.md", "# 许昌\n\n"+strings.Repeat("每一段都说同样的话，水从山里来，又往东去。\n\n", 200)+"最后一段。\n")
			run := func() *tty {
				y, cmd := newTTY(t), juan(t, file)
				cmd.Env = append(cmd.Env, "XDG_STATE_HOME="+state)
				y.start(cmd)
				y.shows()
				return y
			}
			y := run()
			y.master.WriteString("G")
			y.says("最后一段", 1)
			end(y, state)
			<-y.ended
			y = run()
			y.says("最后一段", 1)
			y.says("接着上次读", 1)
			y.master.WriteString("q")
			<-y.ended
		})
	}
}
