package memory

import (
	"context"

	"juan/model"
)

// A beginning is what a run begins with, read once; where it could not be read, once
// more for whoever asks again.
type beginning struct {
	read  chan struct{} // closed when it was
	begun model.Begun
	err   error
}

// Prepare begins to read what a run begins with.
func (s *Store) Prepare() { s.prepared() }

func (s *Store) prepared() *beginning {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.beginning != nil {
		return s.beginning
	}
	b := &beginning{read: make(chan struct{})}
	s.beginning = b
	go func() {
		defer close(b.read)
		b.begun, b.err = s.begin(context.Background())
	}()
	return b
}

// Begin returns what is kept of the reader and of the sources that are opened. Where
// that could not be read, the next call tries again.
func (s *Store) Begin(ctx context.Context) (model.Begun, error) {
	b := s.prepared()
	select {
	case <-b.read: // also where ctx has ended
	default:
		select {
		case <-b.read:
		case <-ctx.Done():
			return model.Begun{}, ctx.Err()
		}
	}
	if b.err != nil {
		s.mu.Lock()
		defer s.mu.Unlock()
		if s.beginning == b {
			s.beginning = nil
		}
	}
	return b.begun, b.err
}
