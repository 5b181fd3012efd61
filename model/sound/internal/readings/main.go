// Command readings makes the tables of package sound anew from Unicode's Unihan
// database, as Debian's unicode-data has it. From the folder of the package:
//
//	go run ./internal/readings /usr/share/unicode .
package main

import (
	"bufio"
	"compress/bzip2"
	"encoding/binary"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: readings UNICODE FOLDER")
		os.Exit(2)
	}
	files, err := newTables(os.Args[1])
	for name, data := range files {
		if err == nil {
			err = os.WriteFile(filepath.Join(os.Args[2], name), data, 0o644)
		}
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "readings:", err)
		os.Exit(1)
	}
}

// newTables returns the tables by the names of their files.
func newTables(unicode string) (map[string][]byte, error) {
	h := han{}
	if err := scan(filepath.Join(unicode, "Unihan_Readings.txt.bz2"), h.read); err != nil {
		return nil, err
	}
	h.add()
	variants := make(map[rune][]rune) // the simplified forms of a character
	err := scan(filepath.Join(unicode, "Unihan_Variants.txt.bz2"), func(r rune, field, value string) {
		if field == "kSimplifiedVariant" {
			for v := range strings.FieldsSeq(value) {
				variants[r] = append(variants[r], codePoint(v))
			}
		}
	})
	if err != nil {
		return nil, err
	}
	all := make(map[rune][]string)
	for r, c := range h {
		if list := c.list(); len(list) > 0 && kept(r, c) {
			all[r] = list
		}
	}
	for r, list := range all {
		for _, v := range variants[r] {
			if c := h[v]; c != nil {
				for _, s := range c.list() {
					list = with(list, s)
				}
			}
		}
		all[r] = list
	}
	return pack(all), nil
}

// kept reports whether a character has a place in the tables: those of the
// dictionaries, and of the basic plane all.
func kept(r rune, c *character) bool {
	return 0x3400 <= r && r <= 0x9fff || len(c.counted)+len(c.listed) > 0
}

// pack writes the readings in the form that package sound looks them up in.
func pack(all map[rune][]string) map[string][]byte {
	syllables := make(map[string]uint16)
	for _, list := range all {
		for _, s := range list {
			syllables[s] = 0
		}
	}
	var rows []byte
	for i, s := range slices.Sorted(maps.Keys(syllables)) {
		syllables[s] = uint16(i)
		rows = append(rows, s+"......"[len(s):]+"\n"...) // of one length, to be looked up by number
	}
	lists := []byte{0, 0} // so that 0 is no list
	begin := make(map[string]uint16)
	han := make([]byte, 2*(0x9fff-0x3400+1))
	var beyond []byte
	for _, r := range slices.Sorted(maps.Keys(all)) {
		key := strings.Join(all[r], " ")
		if begin[key] == 0 {
			begin[key] = uint16(len(lists) / 2)
			for i, s := range all[r] {
				v := syllables[s] << 1
				if i == len(all[r])-1 {
					v |= 1
				}
				lists = binary.LittleEndian.AppendUint16(lists, v)
			}
		}
		if 0x3400 <= r && r <= 0x9fff {
			binary.LittleEndian.PutUint16(han[2*(r-0x3400):], begin[key])
			continue
		}
		beyond = append(beyond, byte(r>>16), byte(r>>8), byte(r))
		beyond = binary.LittleEndian.AppendUint16(beyond, begin[key])
	}
	return map[string][]byte{"syllables.txt": rows, "lists.bin": lists, "han.bin": han, "beyond.bin": beyond}
}

// scan calls yield with each line of a file of the database.
func scan(name string, yield func(r rune, field, value string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(bzip2.NewReader(f))
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if parts := strings.Split(in.Text(), "\t"); len(parts) == 3 {
			yield(codePoint(parts[0]), parts[1], parts[2])
		}
	}
	return in.Err()
}

// codePoint reads U+957F, 0 where s is none.
func codePoint(s string) rune {
	n, err := strconv.ParseUint(strings.TrimPrefix(s, "U+"), 16, 32)
	if err != nil {
		return 0
	}
	return rune(n)
}
