package main

import (
	"io"
	"strings"
	"testing"
)

// Whether anything comes is told before and after it is read, and takes nothing from it.
func TestAnInputTellsWhetherAnythingComes(t *testing.T) {
	for text, some := range map[string]bool{"": false, "文": true, "a long text": true} {
		in := &input{from: strings.NewReader(text)}
		before := in.Some()
		read, err := io.ReadAll(in)
		if err != nil || string(read) != text || before != some || in.Some() != some {
			t.Errorf("%q: read %q, %v; %v before, %v after", text, read, err, before, in.Some())
		}
	}
}
