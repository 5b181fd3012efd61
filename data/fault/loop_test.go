//go:build unix

package fault

import (
	"io/fs"
	"syscall"
	"testing"
)

// Links that lead to themselves have a reason of their own where the system says
// so.
func TestLoops(t *testing.T) {
	if e := About("p", &fs.PathError{Op: "stat", Path: "p", Err: syscall.ELOOP}); e.Reason != Loop {
		t.Errorf("%+v", e)
	}
}
