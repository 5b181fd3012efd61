package format

import (
	"context"
	"errors"
	"io"
	"sync"
	"time"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/limit"
)

// readSize is how many bytes are asked for at once.
const readSize = 256 << 10

// An arrival is the bytes of a source as they come. A goroutine takes them in:
// first the head, and what follows when somebody wants it.
type arrival struct {
	mu   sync.Mutex
	raw  []byte // what has come: never altered, only added to
	size int    // about how many bytes will come, 0 where that is not known
	err  error  // why no more will come, io.EOF at the end
	news chan struct{}
	rest chan struct{} // closed when more than the head is wanted
	want func()        // closes it
}

// A deadliner is a reader that can be told to stop waiting.
type deadliner interface{ SetReadDeadline(time.Time) error }

// A peeked reader reads what was looked at and then what follows.
type peeked struct {
	head []byte
	err  error // what comes after the head, nil where more does
	from io.Reader
}

// Peek returns the first n bytes of r, or fewer where it has no more, and a
// reader of all of it.
func Peek(r io.Reader, n int) (head []byte, all io.Reader) {
	head = make([]byte, n)
	got, err := io.ReadFull(r, head)
	if errors.Is(err, io.ErrUnexpectedEOF) {
		err = io.EOF
	}
	return head[:got], &peeked{head[:got], err, r}
}

// Read reads the next bytes.
func (p *peeked) Read(b []byte) (n int, err error) {
	switch {
	case len(p.head) > 0:
		n = copy(b, p.head)
		p.head = p.head[n:]
		return n, nil
	case p.err != nil:
		return 0, p.err
	}
	return p.from.Read(b)
}

// SetReadDeadline sets the deadline of what it reads from, where that has one.
func (p *peeked) SetReadDeadline(t time.Time) error {
	if d, ok := p.from.(deadliner); ok {
		return d.SetReadDeadline(t)
	}
	return nil
}

// arrive begins to read r, which has about size bytes, 0 where that is not
// known: head of them at once. At most limit.File bytes are taken. Reading ends
// with ctx at the next byte that comes, or at once where r knows a deadline, as
// pipes do that can be waited for.
func arrive(ctx context.Context, r io.Reader, size int64, head int) *arrival {
	a := &arrival{news: make(chan struct{}, 1), rest: make(chan struct{})}
	a.want = sync.OnceFunc(func() { close(a.rest) })
	a.size = int(min(max(size, 0), limit.File))
	a.raw = make([]byte, 0, min(a.size, head)+1) // one more, to meet the end
	stop := func() bool { return true }
	if d, ok := r.(deadliner); ok {
		stop = context.AfterFunc(ctx, func() { d.SetReadDeadline(time.Now()) })
	}
	go func() {
		defer stop()
		a.run(ctx, r, head)
	}()
	return a
}

func (a *arrival) run(ctx context.Context, r io.Reader, head int) {
	for n := 0; ; {
		if n >= head {
			select {
			case <-a.rest:
			case <-ctx.Done():
			}
		}
		got, err := r.Read(a.room(n < head, head-n))
		if n += got; n > limit.File {
			err = &fault.Error{Reason: fault.TooBig}
		}
		if ctx.Err() != nil {
			err = ctx.Err()
		}
		a.mu.Lock()
		a.raw, a.err = a.raw[:n], err
		a.mu.Unlock()
		select {
		case a.news <- struct{}{}:
		default:
		}
		if err != nil {
			return
		}
	}
}

// room returns where the next bytes go: after those that have come, and of the
// head no more than is left of it. What follows the head goes to memory that has
// room for the text of them all.
func (a *arrival) room(inHead bool, left int) []byte {
	n := len(a.raw)
	want := readSize
	if inHead {
		want = min(want, left)
	}
	if cap(a.raw) == n {
		more := n + max(n/4, readSize)
		if n <= a.size {
			more = charset.Room(a.raw, a.size+1)
		}
		larger := make([]byte, n, more)
		copy(larger, a.raw)
		a.mu.Lock()
		a.raw = larger
		a.mu.Unlock()
	}
	return a.raw[n:min(n+want, cap(a.raw))]
}

// come returns what has come so far; over says that this is all.
func (a *arrival) come() (raw []byte, over bool, err error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if errors.Is(a.err, io.EOF) {
		return a.raw, true, nil
	}
	return a.raw, a.err != nil, a.err
}

// wait waits until more has come, or for so long.
func (a *arrival) wait(ctx context.Context, atMost time.Duration) {
	t := time.NewTimer(atMost)
	defer t.Stop()
	select {
	case <-a.news:
	case <-t.C:
	case <-ctx.Done():
	}
}
