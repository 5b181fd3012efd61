package data

import "context"

// Each source is read by one goroutine at a time: by the initial loading, or by a Fetch
// of an article in a source that has changed.

// begin returns the volume that what was read goes into, nil where it is not
// wanted: somebody else has read the source meanwhile, or more of it.
func (l *Library) begin(p result) *volume {
	abs := p.source.abs()
	if v := l.volumes[abs]; p.head && v != nil && (v.whole || v.reading != nil || v.seen.reached != nil) {
		return nil
	}
	v, waited := l.await(p.reading, abs)
	switch {
	case p.reading.ctx.Err() != nil && waited:
		return nil
	case !p.first:
		if v == nil || v.reading != p.reading {
			return nil
		}
		return v
	case waited && v != nil && v.whole:
		return nil
	}
	v = &volume{source: p.source, seen: p.seen, reading: p.reading, before: v}
	l.volumes[abs] = v
	return v
}

// await waits until nobody but r reads a source, so that nothing that was read is
// lost, and returns what is known of it; the caller has the lock. It ends with r.
func (l *Library) await(r *reading, abs string) (v *volume, waited bool) {
	if v = l.volumes[abs]; !l.busy(v, r) {
		return v, false
	}
	defer context.AfterFunc(r.ctx, func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.turn.Broadcast()
	})()
	for l.busy(v, r) && r.ctx.Err() == nil {
		l.turn.Wait()
		v = l.volumes[abs]
	}
	return v, true
}

// busy reports whether somebody but r reads a source, or it is about to be known
// from where on it is to be read.
func (l *Library) busy(v *volume, r *reading) bool {
	return v != nil && (v.reading != nil && v.reading != r || v.unsure && l.checking && v.seen.reached != nil)
}

// abandon drops the results of a reading that was broken off, so that the earlier
// knowledge stays.
func (l *Library) abandon(r *reading) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for abs, v := range l.volumes {
		switch {
		case v.reading != r:
		case v.seen.reached != nil: // it was read on
			v.reading, v.seen.reached = nil, nil
		case v.before == nil:
			delete(l.volumes, abs)
		default:
			l.volumes[abs] = v.before
		}
	}
	l.turn.Broadcast()
}
