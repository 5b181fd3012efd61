package lexis

import (
	"encoding/binary"
	"flag"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the table as it lies in the program anew from words.tsv")

// letters are the lists as words.tsv names them, in the order of the bits.
const letters = "tobmhvapd"

// written returns the rows of words.tsv by their word.
func written(t *testing.T) map[string]kind {
	t.Helper()
	text, err := os.ReadFile("words.tsv")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]kind{}
	for row := range strings.Lines(string(text)) {
		f := append(strings.Split(strings.TrimSuffix(row, "\n"), "\t"), "")
		cost, err := strconv.ParseFloat(f[2], 32)
		if err != nil || len(f[1]) != 1 || strings.Trim(f[3], letters) != "" {
			t.Fatalf("a bad row: %q", row)
		}
		k := kind{class: Class(f[1][0]), cost: float32(cost)}
		for i := range len(f[3]) {
			k.lists |= 1 << strings.IndexByte(letters, f[3][i])
		}
		if _, twice := all[f[0]]; twice {
			t.Fatalf("%s stands twice", f[0])
		}
		all[f[0]] = k
	}
	return all
}

// pack returns the three parts of the table.
func pack(t *testing.T, all map[string]kind) (rows, firsts, kinds []byte) {
	t.Helper()
	number := map[kind]uint64{}
	at, c := 0, rune(firstHan)
	for _, word := range slices.Sorted(maps.Keys(all)) {
		chars := []rune(word)
		if len(chars) > longest || slices.Min(chars) < firstHan || slices.Max(chars) > lastHan {
			t.Fatalf("%s has no room", word)
		}
		for ; c <= chars[0]; c++ {
			firsts = binary.LittleEndian.AppendUint16(firsts, uint16(at))
		}
		k := all[word]
		if _, ok := number[k]; !ok {
			number[k] = uint64(len(number))
			kinds = binary.LittleEndian.AppendUint64(kinds, uint64(k.class)|uint64(k.lists)<<8|uint64(math.Float32bits(k.cost))<<32)
		}
		row := number[k]
		for i, r := range chars[1:] {
			row |= uint64(r-firstHan+1) << (64 - charBits*(i+1))
		}
		rows = binary.LittleEndian.AppendUint64(rows, row)
		at++
	}
	for ; c <= lastHan+1; c++ {
		firsts = binary.LittleEndian.AppendUint16(firsts, uint16(at))
	}
	if at > math.MaxUint16 || len(number) > 1<<kindBits {
		t.Fatalf("%d words and %d kinds are too many", at, len(number))
	}
	return rows, firsts, kinds
}

// What lies in the program is what words.tsv says.
func TestPacked(t *testing.T) {
	all := written(t)
	r, f, k := pack(t, all)
	for _, part := range []struct {
		name, have string
		want       []byte
	}{{"rows.bin", rows, r}, {"firsts.bin", firsts, f}, {"kinds.bin", kinds, k}} {
		if *update {
			if err := os.WriteFile(part.name, part.want, 0o644); err != nil {
				t.Fatal(err)
			}
		} else if part.have != string(part.want) {
			t.Errorf("%s is not made of words.tsv: go test ./model/lexis -run Packed -update", part.name)
		}
	}
	if *update {
		return
	}
	for word, want := range all {
		if got, ok := find(word); !ok || got != want {
			t.Fatalf("%s is found as %v, %v, not %v", word, got, ok, want)
		}
	}
}
