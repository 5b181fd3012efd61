package lines

import (
	"strings"

	"juan/model/structure/number"
)

// settings reports whether the block lines[i:j] is settings with parts set in under
// their names: services: / boat: / - "8080:80". It mends YAML, whose lines were
// verse.
//
// It cannot fire where a line is neither key: value nor an item, nor where nothing
// is set in under a key without a value: 电话：1234 over 地址：… is none.
func (d *Document) settings(i, j int) bool {
	nested := false
	for k := i; k < j; k++ {
		l := &d.lines[k]
		s := d.text(l)
		item := strings.HasPrefix(s, "- ")
		key, value, ok := strings.Cut(strings.TrimPrefix(s, "- "), ":")
		ok = ok && isIdentifier(strings.Trim(key, `"' `)) && (value == "" || value[0] == ' ')
		if !ok && !item && s[0] != '#' {
			return false
		}
		if k > i {
			before := &d.lines[k-1]
			nested = nested || d.src[before.to-1] == ':' && (l.indent > before.indent || item)
		}
	}
	return nested && j-i >= 3
}

// outputs lets a line without Han behind a command claim to be what it printed:
// ferry 1.2.3 behind $ ferry --version. It cannot fire on a sentence.
func (d *Document) outputs(i int, claims []claim) {
	for k := 1; k < len(claims); k++ {
		before, l := d.text(&d.lines[i+k-1]), &d.lines[i+k]
		prompt := strings.HasPrefix(before, "$ ") || strings.HasPrefix(before, "# ") && claims[k-1] >= strong
		if claims[k] == none && prompt && l.cells == l.runes && !endsLatin(d.text(l)) && l.form == number.NoForm {
			claims[k] = weak
		}
	}
}

// callBehind reports whether line i is a call behind a blank line and code: ferry(3)
// behind the function of this name. It cannot fire in a text of Latin letters, nor on
// a sentence.
func (d *Document) callBehind(kept []line, i int) bool {
	l := &d.lines[i]
	if d.latin || !l.after || l.cells != l.runes || len(kept) == 0 || kept[len(kept)-1].role != verbatim || isTable(d.text(&kept[len(kept)-1])) {
		return false
	}
	s := d.text(l)
	return !endsLatin(s) && strings.IndexByte(s, '(') > 0 && s[len(s)-1] == ')'
}
