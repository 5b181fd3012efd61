package flat

// A table maps keys that are not 0 to values, by open addressing: a map of the
// same would take half the time of reading a report.
type table[V any] struct {
	keys   []uint64 // 0: a free place; the length is a power of two
	values []V
	used   int
}

// of returns the value of a key, to be read or changed.
func (t *table[V]) of(key uint64) *V {
	if t.used*2 >= len(t.keys) {
		t.resize(max(1<<12, 2*len(t.keys)))
	}
	i := t.place(key)
	if t.keys[i] == 0 {
		t.keys[i] = key
		t.used++
	}
	return &t.values[i]
}

// get returns the value of a key, the zero value where it has none.
func (t *table[V]) get(key uint64) V {
	if key == 0 || t.used == 0 {
		var none V
		return none
	}
	return t.values[t.place(key)]
}

// place returns where a key stands or is to stand.
func (t *table[V]) place(key uint64) int {
	mask := len(t.keys) - 1
	i := int(key*0x9e3779b97f4a7c15>>32) & mask
	for t.keys[i] != 0 && t.keys[i] != key {
		i = (i + 1) & mask
	}
	return i
}

// reserve makes room for so many keys.
func (t *table[V]) reserve(n int) {
	size := max(1<<12, len(t.keys))
	for size < 2*n {
		size *= 2
	}
	t.resize(size)
}

func (t *table[V]) resize(size int) {
	old := *t
	t.keys, t.values = make([]uint64, size), make([]V, size)
	for i, k := range old.keys {
		if k != 0 {
			j := t.place(k)
			t.keys[j], t.values[j] = k, old.values[i]
		}
	}
}
