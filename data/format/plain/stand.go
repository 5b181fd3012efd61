package plain

import "juan/model/structure"

// AllStand reports whether each of the lines of text that begin at the bytes at, in
// order, is one of a program, of settings or of a table, which stand as they are. With
// no lines it is true.
func AllStand(text string, at []int) bool {
	if len(at) == 0 {
		return true
	}
	parts := structure.Infer(text)
	for _, from := range at {
		for len(parts) > 0 && parts[0].To <= from {
			parts = parts[1:]
		}
		if len(parts) == 0 || parts[0].Kind != structure.Verbatim && parts[0].Kind != structure.Table {
			return false
		}
	}
	return true
}
