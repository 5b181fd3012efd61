package flat

// edges counts how often two characters open and end clauses of the text.
type edges struct{ opens, ends, all int32 }

// A pairTable counts pairs of characters, by open addressing: a map of the
// same would take half the time of reading a report.
type pairTable struct {
	keys   []uint64 // 0: a free place; the length is a power of two
	counts []edges
	used   int
}

// of returns the counts of a pair, to be read or raised.
func (t *pairTable) of(pair uint64) *edges {
	if t.used*2 >= len(t.keys) {
		t.grow()
	}
	i := t.place(pair)
	if t.keys[i] == 0 {
		t.keys[i] = pair
		t.used++
	}
	return &t.counts[i]
}

// get returns the counts of a pair, none for a pair that never stood.
func (t *pairTable) get(pair uint64) edges {
	if pair == 0 || t.used == 0 {
		return edges{}
	}
	return t.counts[t.place(pair)]
}

// place returns where a pair stands or is to stand.
func (t *pairTable) place(pair uint64) int {
	mask := len(t.keys) - 1
	i := int(pair*0x9e3779b97f4a7c15>>32) & mask
	for t.keys[i] != 0 && t.keys[i] != pair {
		i = (i + 1) & mask
	}
	return i
}

func (t *pairTable) grow() {
	old := *t
	size := max(1<<12, 2*len(old.keys))
	t.keys, t.counts = make([]uint64, size), make([]edges, size)
	for i, k := range old.keys {
		if k != 0 {
			j := t.place(k)
			t.keys[j], t.counts[j] = k, old.counts[i]
		}
	}
}
