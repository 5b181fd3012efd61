package limit

import (
	"errors"
	"io"
	"strings"
	"testing"

	"juan/data/fault"
)

// zeros is a reader of so many bytes.
func zeros(n int64) io.Reader { return io.LimitReader(endless{}, n) }

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// All of a source is read, whatever size it claims, and one larger than the limit is
// refused.
func TestReadAll(t *testing.T) {
	for _, size := range []int64{0, 1, 5, 1 << 20} {
		for _, text := range []string{"", "渡口", strings.Repeat("夜船", 50_000)} {
			if raw, err := ReadAll(strings.NewReader(text), size); err != nil || string(raw) != text {
				t.Errorf("said to be %d: %d bytes of %d, %v", size, len(raw), len(text), err)
			}
		}
	}
	if raw, err := ReadAll(zeros(File), File); err != nil || len(raw) != File {
		t.Errorf("%d bytes, %v", len(raw), err)
	}
	var e *fault.Error
	if _, err := ReadAll(endless{}, File); !errors.As(err, &e) || e.Reason != fault.TooBig {
		t.Errorf("%v, want it too big", err)
	}
	broken := errors.New("broken")
	if _, err := ReadAll(io.MultiReader(strings.NewReader("x"), broke{broken}), 0); !errors.Is(err, broken) {
		t.Errorf("%v, want %v", err, broken)
	}
}

type broke struct{ err error }

func (b broke) Read([]byte) (int, error) { return 0, b.err }
