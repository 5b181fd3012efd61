package launch

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"juan/ui"
)

// scripted returns a speaker that finds only the programs named, each of which writes
// its arguments and what it reads into a file, and then does what it is to.
func scripted(t *testing.T, ask []string, then string, programs ...string) (s *speaker, heard func() string) {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil || runtime.GOOS == "windows" {
		t.Skip("the voice is a shell script, and there is no shell")
	}
	dir := t.TempDir()
	log := filepath.Join(dir, "log")
	for _, name := range programs {
		read := "cat >>" + log
		if name == "spd-say" {
			read = ":"
		}
		script := "#!/bin/sh\nfor a in " + name + " \"$@\"; do printf '%s|' \"$a\" >>" + log + "; done\n" + read + "\n" + then + "\n"
		if err := os.WriteFile(filepath.Join(dir, name), []byte(script), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	s = newSpeaker(ask)
	s.look = func(program string) (string, error) { return exec.LookPath(filepath.Join(dir, program)) }
	t.Cleanup(s.close)
	return s, func() string {
		b, _ := os.ReadFile(log)
		return string(b)
	}
}

// The first program there is reads, the one that was asked for before all; a sentence is
// never an option.
func TestVoices(t *testing.T) {
	for _, tc := range []struct {
		ask      []string
		programs string
		sentence string
		heard    string
	}{
		{nil, "espeak-ng spd-say say", "-f 山水。", "say|-f|-|-f 山水。\n"},
		{nil, "espeak-ng spd-say", "--山水。", "spd-say|--language|zh|--wait|--|--山水。|"},
		{nil, "espeak-ng", "-w 山水。", "espeak-ng|-v|cmn|--stdin|-w 山水。\n"},
		{nil, "espeak-ng", "-w water.", "espeak-ng|-v|en|--stdin|-w water.\n"},
		{[]string{"mine", "-x"}, "mine say", "-山水", "mine|-x|-山水\n"},
	} {
		s, heard := scripted(t, tc.ask, "", strings.Fields(tc.programs)...)
		if err := s.say(context.Background(), tc.sentence); err != nil || heard() != tc.heard {
			t.Errorf("%v of %s: %q, %v; want %q", tc.ask, tc.programs, heard(), err, tc.heard)
		}
	}
}

func TestNoVoice(t *testing.T) {
	s, _ := scripted(t, nil, "")
	if err := s.say(context.Background(), "山水"); !errors.Is(err, ui.ErrMute) {
		t.Errorf("where there is no voice: %v", err)
	}
	s, _ = scripted(t, []string{"mine"}, "", "say")
	if err := s.say(context.Background(), "山水"); err == nil || errors.Is(err, ui.ErrMute) {
		t.Errorf("where the voice asked for is not there: %v", err)
	}
	s, _ = scripted(t, nil, "exit 3", "say")
	if err := s.say(context.Background(), "山水"); err == nil || !strings.Contains(err.Error(), "say: exit status 3") {
		t.Errorf("a voice that fails: %v", err)
	}
}

// One that is stopped ends, and what it has begun; a server is told to fall silent.
func TestVoicesAreStopped(t *testing.T) {
	for _, end := range []string{"the reading", "the program"} {
		s, heard := scripted(t, nil, "case $* in *--stop*) exit;; esac\n(sleep 60; echo still here) & wait", "spd-say")
		ctx, cancel := context.WithCancel(context.Background())
		defer cancel()
		said := make(chan error)
		go func() { said <- s.say(ctx, "山水") }()
		for heard() == "" {
			time.Sleep(time.Millisecond)
		}
		if end == "the reading" {
			cancel()
		} else {
			go s.close()
		}
		if err := <-said; !errors.Is(err, context.Canceled) || !strings.HasSuffix(heard(), "spd-say|--stop|") {
			t.Errorf("%s ends: %v, %q", end, err, heard())
		}
	}
}
