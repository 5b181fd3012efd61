package terminal

import (
	"strconv"
	"strings"

	"juan/model"
)

// A finder finds the lines that open a section. Lines of a hunk are counted, as
// its head says how many it has: so a line that was taken out of a file and began with
// “--” is no head of a file.
type finder struct {
	manual  string // LS(1): the text is a page of the manual
	some    bool   // a line with something in it was seen
	commits bool   // files stand under commits
	named   bool   // the file that comes has been named: “---” names it no more
	old     int    // lines left of the hunk, of either version
	now     int
	before  string // the line before, outside of hunks of the unified form
	normal  bool   // a hunk of the normal form may come, or is open
}

// head returns the section that a line opens.
func (f *finder) head(line string, looks []model.Look) model.Head {
	if !f.some {
		if f.some = strings.TrimSpace(line) != ""; f.some {
			f.normal = true
			if f.manual = manual(line); f.manual != "" {
				return model.Head{}
			}
		}
	}
	switch {
	case f.manual != "":
		return f.inManual(line, looks)
	case f.inHunk(line):
		return model.Head{}
	}
	if n := commit(line); n > 0 {
		f.commits, f.named = true, false
		return model.Head{To: int32(n), Level: 1}
	}
	if from, to := changed(line); to > 0 {
		f.named, f.normal = true, true
		return model.Head{From: int32(from), To: int32(to), Level: f.level(1)}
	}
	if rest, ok := strings.CutPrefix(line, "--- "); ok && !f.named && rest != "" {
		if f.named = strings.ContainsAny(rest, "\t/."); f.named {
			from, to := pathIn(line, len("--- "))
			return model.Head{From: int32(from), To: int32(to), Level: f.level(1)}
		}
	}
	if f.hunk(line) {
		f.named = false
		return model.Head{To: int32(len(line)), Level: f.level(2), Hunk: true}
	}
	return f.inPosix(line)
}

// level returns a level of a diff, which is one lower under a commit.
func (f *finder) level(n uint8) uint8 {
	if f.commits {
		return n + 1
	}
	return n
}

// inHunk reports whether a line belongs to the hunk that is open, and counts it.
func (f *finder) inHunk(line string) bool {
	if f.old <= 0 && f.now <= 0 {
		return false
	}
	mark := byte(' ') // an empty line is one of blanks that were cut off
	if line != "" {
		mark = line[0]
	}
	switch mark {
	case ' ':
		f.old, f.now = f.old-1, f.now-1
	case '-':
		f.old--
	case '+':
		f.now--
	case '\\': // no line break at the end of the file
	default:
		f.old, f.now = 0, 0
		return false
	}
	return true
}

// hunk reports whether a line opens a hunk, and takes how many lines it has:
// “@@ -31,6 +31,9 @@ func main() {”.
func (f *finder) hunk(line string) bool {
	rest, ok := strings.CutPrefix(line, "@@ -")
	if !ok {
		return strings.HasPrefix(line, "@@@ -") // of a merge; its lines have several marks
	}
	old, rest, ok := strings.Cut(rest, " +")
	if !ok {
		return false
	}
	now, _, ok := strings.Cut(rest, " @@")
	if !ok {
		return false
	}
	f.old, f.now = size(old), size(now)
	return true
}

// size returns how many lines a range of a hunk has: 6 of “31,6”, 1 of “31”.
func size(s string) int {
	_, n, ok := strings.Cut(s, ",")
	if !ok {
		return 1
	}
	k, _ := strconv.Atoi(n)
	return k
}

// commit returns how many bytes of a line name a commit: “commit” and the first
// ten of its hash, 0 where it names none. A graph may stand before it.
func commit(line string) int {
	at := len(line) - len(strings.TrimLeft(line, "*|/\\ "))
	rest, ok := strings.CutPrefix(line[at:], "commit ")
	hash, _, _ := strings.Cut(rest, " ")
	if !ok || len(hash) < 40 || !isHash(hash) || at > 0 && !strings.Contains(line[:at], "*") {
		return 0
	}
	return at + len("commit ") + 10
}

// changed returns the bytes of a line that name the file it is about: the second
// path of “diff --git a/x b/x”, the last word of “diff -r old/x new/x”.
func changed(line string) (from, to int) {
	for _, opening := range [...]string{"diff --git ", "diff --cc ", "diff --combined ", "diff -", "Index: "} {
		if !strings.HasPrefix(line, opening) {
			continue
		}
		from = len(opening)
		if i := strings.LastIndex(line, " b/"); i >= 0 {
			from = i + len(" b/")
		} else if i := strings.LastIndexByte(line, ' '); i >= from && opening == "diff -" || opening == "diff --git " && i > from {
			from = i + 1
		}
		return from, len(line)
	}
	return 0, 0
}

// pathIn returns the bytes of the path that stands in a line from byte from on, up to
// a tab, without the “a/” that git puts before it.
func pathIn(line string, from int) (int, int) {
	to := len(line)
	if i := strings.IndexByte(line, '\t'); i > from {
		to = i
	}
	if strings.HasPrefix(line[from:to], "a/") {
		from += len("a/")
	}
	return from, to
}
