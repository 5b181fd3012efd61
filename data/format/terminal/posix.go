package terminal

import (
	"strings"

	"juan/model"
)

// The two forms of POSIX diff beside the unified one. A hunk of the normal form opens
// with what was done to which lines, “2,3c4”, and each of its lines with “< ” or “> ”; it is
// taken for one only where a diff may have one: at the very beginning, under “diff -r
// old/x new/x”, or right after another. A hunk of the context form opens with a row of
// fifteen asterisks, under which its lines stand: “*** 1,3 ****”.

const asterisks = "***************"

// inPosix returns the section that a line of either form opens.
func (f *finder) inPosix(line string) model.Head {
	before := f.before
	f.before = line
	if rest, ok := strings.CutPrefix(line, "*** "); ok {
		switch {
		case strings.HasPrefix(before, asterisks) && strings.HasSuffix(rest, " ****"):
			f.named = false
			return model.Head{To: int32(len(line)), Level: f.level(2), Hunk: true}
		case !f.named && strings.Contains(rest, "\t"):
			f.named = true
			from, to := pathIn(line, len("*** "))
			return model.Head{From: int32(from), To: int32(to), Level: f.level(1)}
		}
	}
	if f.normal && isRange(line) {
		f.named = false
		return model.Head{To: int32(len(line)), Level: f.level(2), Hunk: true}
	}
	f.normal = f.normal && (line == "---" || strings.HasPrefix(line, "< ") || strings.HasPrefix(line, "> ") || strings.HasPrefix(line, `\ `))
	return model.Head{}
}

// isPosixHunk reports whether two lines open a hunk of either form.
func isPosixHunk(line, below string) bool {
	return strings.HasPrefix(line, asterisks) && strings.HasPrefix(below, "*** ") && strings.HasSuffix(below, " ****") ||
		isRange(line) && (strings.HasPrefix(below, "< ") || strings.HasPrefix(below, "> "))
}

// isRange reports whether a line says what a hunk of the normal form does: lines of the
// old file, one of a, c and d, lines of the new one.
func isRange(line string) bool {
	i := strings.IndexAny(line, "acd")
	return i > 0 && isLines(line[:i]) && isLines(line[i+1:])
}

// isLines reports whether s is a number or two with a comma between.
func isLines(s string) bool {
	first, last, two := strings.Cut(s, ",")
	digits := func(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }
	return digits(first) && (!two || digits(last))
}
