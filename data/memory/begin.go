package memory

import (
	"context"

	"juan/model"
)

// A beginning is what a run begins with, read once.
type beginning struct {
	read  chan struct{} // closed when it was
	begun model.Begun
	err   error
}

// Prepare begins to read what a run begins with.
func (s *Store) Prepare() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.beginning != nil {
		return
	}
	b := &beginning{read: make(chan struct{})}
	s.beginning = b
	go func() {
		defer close(b.read)
		b.begun, b.err = s.begin(context.Background())
	}()
}

// Begin returns what is kept of the reader and of the sources that are opened.
func (s *Store) Begin(ctx context.Context) (model.Begun, error) {
	s.Prepare()
	b := s.beginning
	select {
	case <-b.read: // also where ctx has ended
		return b.begun, b.err
	default:
	}
	select {
	case <-b.read:
		return b.begun, b.err
	case <-ctx.Done():
		return model.Begun{}, ctx.Err()
	}
}
