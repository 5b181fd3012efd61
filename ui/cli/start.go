package cli

import "strconv"

// A Start is where in a text one begins to read: the zero Start is its beginning, or
// where it was left.
type Start struct {
	Line int    // from 1, 0 for none
	End  bool   // at its end, also while it grows
	Word string // where that is found first, "" for nowhere
}

// starts takes out of the arguments what says where to begin, as pagers have it: +N,
// +G and +/WORD; +F, with which less follows a file, is +G. Of several the last one
// holds. A file of such a name is ./+1.
func starts(args []string) (rest []string, s Start) {
	for _, a := range args {
		one, ok := startOf(a)
		if !ok {
			rest = append(rest, a)
			continue
		}
		s = one
	}
	return rest, s
}

func startOf(arg string) (s Start, ok bool) {
	if len(arg) < 2 || arg[0] != '+' {
		return s, false
	}
	switch word := arg[1:]; {
	case word == "G" || word == "F":
		return Start{End: true}, true
	case word == "g":
		return Start{Line: 1}, true
	case word[0] == '/' && len(word) > 1:
		return Start{Word: word[1:]}, true
	default:
		n, err := strconv.ParseUint(word, 10, 31)
		return Start{Line: int(n)}, err == nil && word[0] != '+'
	}
}
