package resident

import (
	"bufio"
	"io"
	"os"
	"strconv"
	"strings"
	"syscall"
)

// Release unmaps the code and the constants of the program and of the libraries that it
// is linked with. The system maps again what is used from then on, from its cache of
// the files, which takes a microsecond or two for sixteen pages. Where the system does
// not list the mappings it does nothing.
func Release() {
	f, err := os.Open("/proc/self/smaps")
	if err != nil {
		return
	}
	defer f.Close()
	for _, m := range unwritten(f) {
		_, _, _ = syscall.Syscall(syscall.SYS_MADVISE, uintptr(m.start), uintptr(m.end-m.start), syscall.MADV_DONTNEED)
	}
}

// A mapping is a range of addresses that shows a part of a file.
type mapping struct{ start, end uint64 } // the end excluded

// unwritten returns the mappings of files, of those that smaps tells (proc(5)), which
// cannot be written to and never were. A page that was written once would be lost:
// the loader relocates constants of a program whose addresses are not fixed and then
// has them read only, and a debugger sets breakpoints in code.
func unwritten(smaps io.Reader) []mapping {
	var all []mapping
	var at mapping
	var ofFile bool
	lines := bufio.NewScanner(smaps)
	for lines.Scan() {
		name, value, _ := strings.Cut(lines.Text(), " ")
		switch {
		case name == "Anonymous:":
			if ofFile && strings.TrimSpace(value) == "0 kB" {
				all = append(all, at)
			}
		case !strings.HasSuffix(name, ":"):
			var ok bool
			if at, ok = parse(name); !ok {
				return nil
			}
			f := strings.Fields(value) // such as r-xp 00000000 fe:00 10241705 /usr/bin/juan
			ofFile = len(f) > 3 && strings.HasPrefix(f[0], "r-") && strings.HasSuffix(f[0], "p") && f[3] != "0"
		}
	}
	return all
}

// parse reads a range of addresses, such as 00400000-00d17000.
func parse(addresses string) (m mapping, ok bool) {
	start, end, _ := strings.Cut(addresses, "-")
	var errs [2]error
	m.start, errs[0] = strconv.ParseUint(start, 16, 64)
	m.end, errs[1] = strconv.ParseUint(end, 16, 64)
	return m, errs[0] == nil && errs[1] == nil
}
