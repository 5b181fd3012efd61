//go:build unix

package data

import (
	"errors"
	"io"
	"os"
	"syscall"
)

// A present reads what of a file is there now: some that call themselves regular,
// as /proc/kmsg does, have a reader wait for more without an end.
type present struct {
	of  *os.File
	raw syscall.RawConn
}

// atOnce returns a reader of f, whose size is size according to the system. Files whose
// reads may block have size 0.
func atOnce(f *os.File, size int64) io.Reader {
	raw, err := f.SyscallConn()
	if size > 0 || err != nil {
		return f
	}
	return present{f, raw}
}

// Read implements [io.Reader].
func (p present) Read(b []byte) (n int, err error) {
	if len(b) == 0 {
		return 0, nil
	}
	failed := p.raw.Control(func(fd uintptr) {
		if err = syscall.SetNonblock(int(fd), true); err != nil {
			return
		}
		for {
			if n, err = syscall.Read(int(fd), b); !errors.Is(err, syscall.EINTR) {
				return
			}
		}
	})
	switch err = errors.Join(err, failed); {
	case err == nil && n > 0:
		return n, nil
	case err == nil, errors.Is(err, syscall.EAGAIN):
		return 0, io.EOF
	}
	return 0, &os.PathError{Op: "read", Path: p.of.Name(), Err: err}
}
