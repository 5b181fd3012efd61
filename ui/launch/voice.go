package launch

import (
	"context"
	"fmt"
	"os/exec"
	"runtime"
	"strings"
	"sync"
	"time"
	"unicode"

	"juan/ui"
)

// A voice is a program that reads aloud. It ends when it has done so.
type voice struct {
	program string
	args    []string
	spoken  func(sentence string) []string // more of them, nil for none
	typed   bool                           // the sentence is its last argument, after --; else its standard input
	hush    []string                       // has a server fall silent that speaks for it, nil for none
}

// voices returns the programs that are looked for, in this order.
func voices() []voice {
	return []voice{
		{program: "say", args: []string{"-f", "-"}},
		{program: "spd-say", args: []string{"--wait"}, typed: true, hush: []string{"--stop"},
			spoken: func(s string) []string { return []string{"--language", either(s, "zh", "en")} }},
		{program: "espeak-ng", args: []string{"--stdin"},
			spoken: func(s string) []string { return []string{"-v", either(s, "cmn", "en")} }},
	}
}

// either returns the name of Chinese where a sentence has a Han character, else that of
// English.
func either(sentence, chinese, english string) string {
	if strings.ContainsFunc(sentence, func(r rune) bool { return unicode.Is(unicode.Han, r) }) {
		return chinese
	}
	return english
}

// dying is how long a program that is stopped may take to let go of what it writes to.
const dying = 200 * time.Millisecond

// A speaker says sentences with the first voice there is. It looks for that when it is
// asked to speak, which may be never.
type speaker struct {
	ask  []string // the command that the reader set, which reads standard input; nil for none
	look func(program string) (path string, err error)

	mu      sync.Mutex // one sentence at a time
	ctx     context.Context
	stop    context.CancelFunc
	found   voice
	path    string
	settled bool
}

func newSpeaker(ask []string) *speaker {
	s := &speaker{ask: ask, look: exec.LookPath}
	s.ctx, s.stop = context.WithCancel(context.Background())
	return s
}

// close stops what is being said, and waits for that.
func (s *speaker) close() {
	s.stop()
	s.mu.Lock()
	defer s.mu.Unlock()
}

// say says a sentence; it is a [ui.Voice].
func (s *speaker) say(ctx context.Context, sentence string) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(s.ctx, cancel)()
	if err := s.settle(); err != nil {
		return err
	}
	v := s.found
	args := v.args
	if v.spoken != nil {
		args = append(v.spoken(sentence), args...)
	}
	if v.typed {
		args = append(args, "--", sentence)
	}
	cmd := exec.CommandContext(ctx, s.path, args...)
	if !v.typed {
		cmd.Stdin = strings.NewReader(sentence + "\n")
	}
	cmd.WaitDelay = dying
	runtime.LockOSThread() // what dies with its parent dies with the thread that began it
	defer runtime.UnlockOSThread()
	tether(cmd)
	err := cmd.Run()
	switch {
	case ctx.Err() != nil:
		if v.hush != nil {
			s.silence()
		}
		return ctx.Err()
	case err != nil:
		return fmt.Errorf("%s: %w", v.program, err)
	}
	return nil
}

// silence has the server of a voice stop.
func (s *speaker) silence() {
	ctx, cancel := context.WithTimeout(context.Background(), dying)
	defer cancel()
	_ = exec.CommandContext(ctx, s.path, s.found.hush...).Run()
}

// settle looks for a voice, once.
func (s *speaker) settle() (err error) {
	if s.settled {
		return nil
	}
	if len(s.ask) > 0 {
		s.found = voice{program: s.ask[0], args: s.ask[1:]}
		if s.path, err = s.look(s.ask[0]); err != nil {
			return fmt.Errorf("looking for the voice: %w", err)
		}
		s.settled = true
		return nil
	}
	for _, v := range voices() {
		if s.path, err = s.look(v.program); err == nil {
			s.found, s.settled = v, true
			return nil
		}
	}
	return ui.ErrMute
}
