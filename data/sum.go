package data

import "hash/crc32"

// A checksum sums up the bytes of a file: two sums of 32 bits, which machines
// are quicker at than at one of 64. The zero checksum is that of no bytes.
type checksum struct{ castagnoli, ieee uint32 }

func (c *checksum) add(b []byte) {
	c.castagnoli = crc32.Update(c.castagnoli, crc32.MakeTable(crc32.Castagnoli), b)
	c.ieee = crc32.Update(c.ieee, crc32.IEEETable, b)
}

// Write adds bytes, as [io.Writer] has it.
func (c *checksum) Write(b []byte) (int, error) {
	c.add(b)
	return len(b), nil
}

func (c *checksum) sum() uint64 { return uint64(c.castagnoli)<<32 | uint64(c.ieee) }

// summed returns the checksum that has come to a sum.
func summed(s uint64) checksum { return checksum{uint32(s >> 32), uint32(s)} }

func sum(raw []byte) uint64 {
	var c checksum
	c.add(raw)
	return c.sum()
}
