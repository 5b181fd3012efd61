package task

import (
	"context"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// count is a job that yields 0, 1, … n-1.
func count(n int) func(context.Context) iter.Seq[int] {
	return func(context.Context) iter.Seq[int] {
		return func(yield func(int) bool) {
			for i := range n {
				if !yield(i) {
					return
				}
			}
		}
	}
}

// all takes what a task sends until its job is done.
func all(t *Task[int], cmd tea.Cmd) (got []int) {
	for cmd != nil {
		b := cmd().(Batch[int])
		if !t.Accept(b) {
			return got
		}
		got = append(got, b.Items...)
		cmd = b.More
	}
	return got
}

func TestResultsComeInOrder(t *testing.T) {
	for _, step := range []int{0, 1, 7} {
		job := Task[int]{Step: step}
		got := all(&job, job.Start(count(3*most)))
		if len(got) != 3*most || !slices.IsSorted(got) {
			t.Errorf("step %d: %d results", step, len(got))
		}
		if job.Running() {
			t.Errorf("step %d: it has ended and runs", step)
		}
	}
}

// What a job that was replaced still sends is not taken.
func TestStaleBatchesAreDropped(t *testing.T) {
	var job Task[int]
	stale := job.Start(count(3))().(Batch[int])
	cmd := job.Start(count(2))
	if job.Accept(stale) {
		t.Error("a stale batch is taken")
	}
	if got := all(&job, cmd); len(got) != 2 {
		t.Errorf("got %v", got)
	}
}

func TestPanicsComeOutWhereResultsDo(t *testing.T) {
	defer func() {
		if p := fmt.Sprint(recover()); !strings.Contains(p, "broken") || !strings.Contains(p, "task_test.go") {
			t.Errorf("recovered %s", p)
		}
	}()
	var job Task[int]
	all(&job, job.Start(func(context.Context) iter.Seq[int] {
		return func(func(int) bool) { panic("broken") }
	}))
	t.Error("nothing panicked")
}
