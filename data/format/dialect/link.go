package dialect

import "strings"

// BareLink finds the first bare link of s that begins at byte from or later:
// http://, https:// or ftp:// and what an address may hold, the marks that
// close a sentence left out (GFM, extended autolinks). Chinese text may stand
// right before and after it. It returns 0, 0 where there is none.
func BareLink(s string, from int) (start, end int) {
	for from < len(s) {
		i := strings.Index(s[from:], "://")
		if i < 0 {
			return 0, 0
		}
		start, end = from+i, from+i+len("://")
		for start > 0 && latin(s[start-1]) {
			start--
		}
		from = end
		if scheme := s[start:end]; scheme != "http://" && scheme != "https://" && scheme != "ftp://" {
			continue
		}
		host := end
		for end < len(s) && inAddress(s[end]) {
			end++
		}
		if end = trimAddress(s, start, end); end > host {
			return start, end
		}
	}
	return 0, 0
}

func latin(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

func inAddress(c byte) bool {
	return latin(c) || c >= '0' && c <= '9' || strings.IndexByte("-._~:/?#[]@!$&'()*+,;=%", c) >= 0
}

// trimAddress leaves out what belongs to the sentence around s[start:end].
func trimAddress(s string, start, end int) int {
	address := s[start:end]
	extra := func(open, shut string) int { return strings.Count(address, shut) - strings.Count(address, open) }
	round, square := 0, 0 // brackets that close and none has opened
	if strings.ContainsAny(address, ")]") {
		round, square = extra("(", ")"), extra("[", "]")
	}
	for end > start {
		switch s[end-1] {
		case '?', '!', '.', ',', ':', ';', '*', '_', '~', '\'':
		case '[':
			square++
		case ')':
			if round <= 0 {
				return end
			}
			round--
		case ']':
			if square <= 0 {
				return end
			}
			square--
		default:
			return end
		}
		end--
	}
	return end
}
