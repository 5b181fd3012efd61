package data

import (
	"errors"
	"strings"
	"testing"

	"juan/data/fault"
	"juan/data/internal/dump"
)

// FuzzOpen feeds bytes to whatever format they seem to be of.
func FuzzOpen(f *testing.F) {
	for _, raw := range valid() {
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		if len(raw) > 1<<16 {
			return
		}
		for a, err := range Open(t.Context(), []string{"-"}, strings.NewReader(string(raw)), Options{}) {
			var e *fault.Error
			var n *fault.Notice
			switch {
			case err == nil:
				dump.CheckPlaces(t, a)
			case !errors.As(err, &e) && !errors.As(err, &n):
				t.Errorf("%T: %v", err, err)
			}
		}
	})
}
