package resident

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// listed writes a mapping as the system lists it.
func listed(addresses, mode, inode string, written int) string {
	return fmt.Sprintf("%s %s 00000000 fe:00 %s   /a b/juan (deleted)\nSize:  64 kB\nAnonymous:  %d kB\nVmFlags: rd ex mr \n", addresses, mode, inode, written)
}

// Only what cannot have been written to is let go of.
func TestUnwritten(t *testing.T) {
	smaps := listed("400000-500000", "r-xp", "7", 0) +
		listed("500000-600000", "r--p", "7", 0) +
		listed("600000-700000", "r--p", "7", 16) + // relocated by the loader
		listed("700000-800000", "rw-p", "7", 0) +
		listed("800000-900000", "r--s", "8", 0) + // shared with other programs
		listed("900000-a00000", "r-xp", "0", 0) + // of the system
		listed("7f0000000000-7f0000001000", "r-xp", "9", 0) // a library
	var got []string
	for _, m := range unwritten(strings.NewReader(smaps)) {
		got = append(got, fmt.Sprintf("%x-%x", m.start, m.end))
	}
	if s := strings.Join(got, " "); s != "400000-500000 500000-600000 7f0000000000-7f0000001000" {
		t.Errorf("got %s", s)
	}
	for _, other := range []string{"", "Anonymous: 0 kB", "500000 r-xp\n", "500000-600000\nAnonymous: 0 kB", "5-x r-xp 0 0 7\nAnonymous: 0 kB"} {
		if m := unwritten(strings.NewReader(other)); len(m) > 0 {
			t.Errorf("of %q: %v", other, m)
		}
	}
}

// The program goes on, and less of it is resident.
func TestRelease(t *testing.T) {
	before := ofFiles(t)
	Release()
	if after := ofFiles(t); after >= before {
		t.Errorf("%d KB of files are resident, before %d", after, before)
	}
}

// ofFiles returns how much of files is resident, in KB.
func ofFiles(t *testing.T) int {
	raw, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip("memory is not told: ", err)
	}
	m := regexp.MustCompile(`RssFile:\s+(\d+)`).FindSubmatch(raw)
	if _, err := os.Stat("/proc/self/smaps"); err != nil || m == nil {
		t.Skip("mappings are not told: ", err)
	}
	n, _ := strconv.Atoi(string(m[1]))
	return n
}
