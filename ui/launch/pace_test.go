package launch

import (
	"bytes"
	"container/heap"
	"fmt"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"juan/ui"
	"juan/ui/term"
)

// A clock does what is due at a time, in order, and takes no time itself.
type clock struct {
	now time.Duration
	due []appointment
	n   int
}

type appointment struct {
	at time.Duration
	n  int // in the order of being made
	do func()
}

func (c *clock) Len() int { return len(c.due) }
func (c *clock) Less(i, j int) bool {
	return c.due[i].at < c.due[j].at || c.due[i].at == c.due[j].at && c.due[i].n < c.due[j].n
}
func (c *clock) Swap(i, j int) { c.due[i], c.due[j] = c.due[j], c.due[i] }
func (c *clock) Push(x any)    { c.due = append(c.due, x.(appointment)) }
func (c *clock) Pop() any {
	last := c.due[len(c.due)-1]
	c.due = c.due[:len(c.due)-1]
	return last
}

func (c *clock) after(d time.Duration, do func()) {
	c.n++
	heap.Push(c, appointment{c.now + d, c.n, do})
}

// run runs the clock until nothing is due or it is as late as end.
func (c *clock) run(end time.Duration) {
	for len(c.due) > 0 && c.due[0].at <= end {
		next := heap.Pop(c).(appointment)
		c.now = next.at
		next.do()
	}
	c.now = max(c.now, end)
}

// A slowLink is a line with a terminal at its other end: bytes take their turn on it, and
// then half of its round trip.
type slowLink struct {
	*clock
	rate  int // bytes a second
	trip  time.Duration
	mute  bool // the terminal answers nothing
	free  time.Duration
	under int // frames that are on their way
	most  int // of them at once
	sent  []int
	seen  string // the last frame that the terminal showed
	p     *pace
}

func (l *slowLink) Write(b []byte) (int, error) {
	l.under++
	l.most = max(l.most, l.under)
	l.sent = append(l.sent, len(b))
	l.free = max(l.free, l.now) + time.Duration(len(b))*time.Second/time.Duration(l.rate)
	frame, requests := string(b), strings.Count(string(b), askStatus)
	l.after(l.free-l.now+l.trip/2, func() {
		l.under--
		l.seen = strings.TrimSpace(strings.TrimSuffix(frame, askStatus))
		if l.mute {
			return
		}
		l.after(l.trip/2, func() {
			for range requests {
				l.p.filter(status)
			}
		})
	})
	return len(b), nil
}

// A bench is a program as it is to a pace: messages that change what is to be shown,
// and a renderer that draws 60 times a second what it was handed.
type bench struct {
	slowLink
	want, has, drawn tea.View
	ended            bool
	edited           int // how often an editor was started
}

// newBench returns a bench over a line, paced as a terminal with such an answer is, nil for
// one that is not paced.
func newBench(rate int, trip time.Duration, a *term.Answer) *bench {
	b := &bench{slowLink: slowLink{clock: new(clock), rate: rate, trip: trip}}
	if a != nil {
		b.p = pacing(*a, &b.slowLink)
		b.p.after, b.p.now = b.after, func() time.Duration { return b.clock.now }
		b.p.begin(func(msg tea.Msg) { b.after(0, func() { b.message(msg) }) })
	}
	b.tick()
	b.run(drawing)
	return b
}

func (b *bench) tick() {
	if b.has.Content != b.drawn.Content {
		b.drawn = b.has
		if b.p != nil {
			b.p.Write([]byte(b.has.Content))
		} else {
			b.Write([]byte(b.has.Content))
		}
	}
	if !b.ended {
		b.after(time.Second/60, b.tick)
	}
}

// message does what the loop of a program does after each message.
func (b *bench) message(msg tea.Msg) {
	if s, ok := msg.(string); ok {
		b.want.Content = s + strings.Repeat(" ", frameBytes-len(s))
	}
	if b.p.putOff(msg) {
		return
	}
	if isExec(msg) {
		b.edited++
	}
	if _, ok := msg.(tea.QuitMsg); ok {
		b.ended = true
	}
	if b.has = b.want; b.p != nil {
		b.has = b.p.hold(b.want)
	}
}

// frameBytes is what a frame of Chinese at 120 × 36 takes.
const frameBytes = 7300

// typeKeys types keys, a tenth of a second apart, and returns when the last was shown.
func (b *bench) typeKeys(n int) time.Duration {
	start := b.now
	for i := range n {
		b.after(time.Duration(i)*time.Second/10, func() { b.message(fmt.Sprint("key ", i)) })
	}
	last := fmt.Sprint("key ", n-1)
	for b.seen != last && b.now-start < 10*time.Minute {
		b.run(b.now + time.Second/100)
	}
	return b.now - start
}

func answer(took time.Duration, positions int) *term.Answer {
	return &term.Answer{Asked: true, Took: took, Places: make([]term.Place, positions)}
}

// At 9,600 baud and two seconds there and back thirty keys and one more queue for minutes
// where nobody paces them. Paced there is one frame on its way at any time, and the last
// is seen after two.
func TestKeysDoNotQueueOnASlowLink(t *testing.T) {
	if took := newBench(960, 2*time.Second, nil).typeKeys(31); took < 2*time.Minute {
		t.Errorf("unpaced it takes %v, the line is too fast", took)
	}
	b := newBench(960, 2*time.Second, answer(300*time.Millisecond, 0))
	b.p.hear() // the answer that came late
	took := b.typeKeys(31)
	if took > 20*time.Second || b.most != 1 || len(b.sent) != 2 {
		t.Errorf("seen after %v; %d frames, %d of them at once", took, len(b.sent), b.most)
	}
}

// However many messages come, at whatever time and on whatever line: one frame is on its
// way at most, the last is shown, and then nothing is sent any more.
func TestOneFrameIsUnderWay(t *testing.T) {
	for _, rate := range []int{960, 5000, 1e6} {
		for _, trip := range []time.Duration{200 * time.Millisecond, time.Second, 4 * time.Second} {
			for _, keys := range []int{1, 2, 7, 100} {
				b := newBench(rate, trip, answer(200*time.Millisecond, 5))
				b.typeKeys(keys)
				frames := len(b.sent)
				b.run(b.now + time.Hour/60)
				if b.most != 1 || len(b.sent) != frames || frames > keys {
					t.Errorf("%d B/s, %v, %d keys: %d frames, %d at once, then %d", rate, trip, keys, frames, b.most, len(b.sent)-frames)
				}
			}
		}
	}
}

// A terminal that answers nothing is waited for a second each time, and after a few
// times no more, nor asked.
func TestAMuteTerminalIsNotPacedForLong(t *testing.T) {
	b := newBench(1e6, time.Second/5, answer(300*time.Millisecond, 0))
	b.mute = true
	b.typeKeys(100)
	if n := len(b.sent); n < 60 || b.p.on {
		t.Errorf("%d frames for keys of ten seconds", n)
	}
	requests := 0
	for _, n := range b.sent {
		if n > frameBytes {
			requests++
		}
	}
	if requests != givenUp {
		t.Errorf("asked %d times", requests)
	}
	if b.p.filter(status); !b.p.on {
		t.Error("one that answers after all is not paced")
	}
}

// A terminal that was slow once, and then takes frame after frame at once, is let be: not
// so one on a slow line, however many frames it takes.
func TestAQuickTerminalIsLetBe(t *testing.T) {
	for rate, want := range map[int]int{1e6: atOnce, 1e4: 41} {
		b := newBench(rate, time.Second/50, answer(time.Second, 5))
		requests := 0
		for range 41 {
			b.typeKeys(1)
			b.typeKeys(2)
			b.run(b.clock.now + 2*time.Second)
		}
		for _, n := range b.sent {
			if n > frameBytes {
				requests++
			}
		}
		if rate == 1e6 && requests != want || rate < 1e6 && requests < want {
			t.Errorf("%d B/s: asked %d times", rate, requests)
		}
	}
}

// An answer that is lost, and one to a request that was given up, hold nothing up for
// good.
func TestALostAnswerIsGivenUp(t *testing.T) {
	b := newBench(1e6, time.Second, answer(time.Second, 5))
	b.mute = true
	b.after(0, func() { b.message("lost") })
	b.run(time.Second)
	b.mute = false
	if took := b.typeKeys(5); took > roundTrip+time.Minute/3 {
		t.Errorf("shown after %v", took)
	}
	b.p.filter(status)
	if b.typeKeys(5); b.p.lost != 0 || !b.p.on {
		t.Errorf("lost %d", b.p.lost)
	}
}

// A quick terminal, and one that was not asked, are not paced.
func TestWhoIsPaced(t *testing.T) {
	for _, c := range []struct {
		a    term.Answer
		want bool
	}{
		{term.Answer{}, false},
		{*answer(promptly, 5), false},
		{*answer(promptly+1, 5), true},
		{*answer(300*time.Millisecond, 4), true},
	} {
		if p := pacing(c.a, new(bytes.Buffer)); (p != nil) != c.want {
			t.Errorf("%+v: %v", c.a, p != nil)
		}
	}
	m := tea.Model(&slow{})
	if pacedBy(nil, m) != m {
		t.Error("a model is paced by nobody")
	}
	var none *pace
	if none.begin(nil); none.putOff(tea.QuitMsg{}) || none.filter(status) != tea.Msg(status) {
		t.Error("nobody takes something out")
	}
}

// What gives the terminal back is not followed by a request, whose answer would come to the
// shell, and the program ends when the one that is under way is answered, or asked again.
func TestNothingIsAnsweredToTheShell(t *testing.T) {
	b := newBench(960, time.Second, answer(time.Second, 5))
	b.after(0, func() { b.message("page") })
	b.after(time.Second, func() { b.message(tea.QuitMsg{}) })
	b.run(8 * time.Second)
	if b.ended {
		t.Fatal("ended while a frame is under way")
	}
	b.run(10 * time.Second)
	if !b.ended || len(b.sent) != 2 || b.sent[1] != 1 { // a blank screen, and no request
		t.Fatalf("ended: %v, sent %d", b.ended, b.sent)
	}
	var out bytes.Buffer
	b.p.to = &out
	const left = "\x1b[?1049l"
	if n, err := b.p.Write([]byte(left)); n != len(left) || err != nil || out.String() != left {
		t.Errorf("%d bytes, %v: %q", n, err, out.String())
	}

	b = newBench(960, time.Second, answer(time.Second, 5))
	b.after(0, func() { b.message("page") })
	b.after(time.Second, func() { b.message(tea.QuitMsg{}) })
	b.after(2*time.Second, func() { b.message(tea.QuitMsg{}) })
	if b.run(3 * time.Second); !b.ended {
		t.Error("asked twice, it does not end")
	}
}

// An editor starts when the frame under way has arrived, each that was asked for, and the
// reader draws again when it is back.
func TestNothingIsAnsweredToAnEditor(t *testing.T) {
	b := newBench(960, time.Second, answer(time.Second, 5))
	edit := tea.Exec(nil, nil)
	b.after(0, func() { b.message("page") })
	b.after(time.Second, func() { b.message(edit()) })
	b.after(2*time.Second, func() { b.message(edit()) })
	if b.run(8 * time.Second); b.edited != 0 {
		t.Fatal("it starts while a frame is under way")
	}
	if b.run(20 * time.Second); b.edited != 2 {
		t.Fatalf("%d editors start", b.edited)
	}
	if b.message(edit()); b.edited != 3 {
		t.Error("it waits for nothing")
	}
	if b.typeKeys(3); b.seen != "key 2" {
		t.Errorf("behind it: %q", b.seen)
	}
}

// A terminal that has answered nothing will hardly answer now: the end does not wait.
func TestAMuteTerminalIsNotWaitedFor(t *testing.T) {
	b := newBench(960, time.Second, &term.Answer{Asked: true})
	b.mute = true
	b.after(0, func() { b.message("page") })
	b.after(time.Second/2, func() { b.message(tea.QuitMsg{}) })
	if b.run(drawing + time.Second/2); !b.ended {
		t.Error("it does not end")
	}
}

// A stop that was refused, and one that is over, let the reader draw again.
func TestAfterAStopFramesGoOn(t *testing.T) {
	for _, over := range []tea.Msg{tea.ResumeMsg{}, ui.Unstopped{}} {
		b := newBench(1e6, time.Second, answer(time.Second, 5))
		b.p.putOff(tea.SuspendMsg{})
		b.p.putOff(over)
		if b.typeKeys(3); b.seen != "key 2" {
			t.Errorf("%T: %q", over, b.seen)
		}
	}
}

// A window of another size is drawn at once: the renderer sends its view anew anyway.
func TestAResizeDoesNotWait(t *testing.T) {
	b := newBench(960, time.Second, answer(time.Second, 5))
	b.after(0, func() { b.message("small") })
	b.after(time.Second, func() { b.p.resize(); b.message("large") })
	b.after(2*time.Second, func() { b.message("later") })
	if b.run(3 * time.Second); len(b.sent) != 2 {
		t.Errorf("%d frames", len(b.sent))
	}
	if b.run(time.Minute); b.seen != "later" || len(b.sent) != 3 {
		t.Errorf("%q after %d frames", b.seen, len(b.sent))
	}
}
