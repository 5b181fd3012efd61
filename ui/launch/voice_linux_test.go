package launch

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// A voice dies with the program, however that ends: killed outright it has no time to
// say so.
func TestVoiceDiesWithTheProgram(t *testing.T) {
	const helper = "JUAN_TEST_VOICE"
	if dir := os.Getenv(helper); dir != "" { // the program
		s := newSpeaker([]string{filepath.Join(dir, "voice")})
		_ = s.say(context.Background(), "山水")
		return
	}
	dir := t.TempDir()
	script := "#!/bin/sh\necho $$ >" + dir + "/new && mv " + dir + "/new " + dir + "/pid\nexec sleep 60\n"
	if err := os.WriteFile(filepath.Join(dir, "voice"), []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	program := exec.Command(os.Args[0], "-test.run", "TestVoiceDiesWithTheProgram")
	program.Env = append(os.Environ(), helper+"="+dir)
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	var pid int
	for range 2000 {
		if b, err := os.ReadFile(filepath.Join(dir, "pid")); err == nil {
			pid, _ = strconv.Atoi(strings.TrimSpace(string(b)))
			break
		}
		time.Sleep(5 * time.Millisecond)
	}
	_ = program.Process.Kill()
	_ = program.Wait()
	if pid == 0 {
		t.Fatal("the voice did not begin")
	}
	for range 2000 {
		state, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
		if err != nil || strings.Contains(string(state), ") Z ") {
			return
		}
		time.Sleep(5 * time.Millisecond)
	}
	_ = syscall.Kill(pid, syscall.SIGKILL)
	t.Error("the voice goes on without the program")
}
