package fold

import "unicode"

// A Kind says what a mark stands for, so that folded text and its marks together
// determine the source, except for invisible characters. Its two lowest bits are a
// [class], the others say which of that class it is.
type Kind uint32

// A class of kinds is compared as a whole, or not at all.
type class uint8

const (
	// space is blanks that were dropped.
	space class = iota
	// aside is punctuation that was dropped because readers leave it out of a
	// query: quotation and title marks, interpuncts, commas inside figures. The
	// rest of the kind is the character.
	aside
	// spelling is a character that was spelled otherwise: a capital, a wide form,
	// a variant. The rest of the kind is one of the spellings below, or the
	// character.
	spelling
	// compatible is a character that says more than the plain text it folds to:
	// ①, ㎡, ½. The rest of the kind is the character.
	compatible
)

// Spellings that many characters share; those of Han follow.
const (
	more    = iota // it belongs to the character that the mark before is for
	capital        // the capital of the letter
	width          // wide where the folded text is narrow, or the reverse
	wideCapital
	firstVariant // a member of a class of variants, counted from here
)

func kindOf(c class, what rune) Kind { return Kind(what)<<2 | Kind(c) }

func (k Kind) class() class { return class(k & 3) }
func (k Kind) what() rune   { return rune(k >> 2) }

// between reports whether the mark stands between two characters of the folded
// text, and not for one of them.
func (k Kind) between() bool { return k.class() <= aside }

// alike reports whether two kinds differ in their form only: “ and 「, Ⅳ and ⅳ.
func (k Kind) alike(l Kind) bool {
	if k == l {
		return true
	}
	if k.class() != l.class() {
		return false
	}
	switch k.class() {
	case aside:
		return form(k.what()) == form(l.what())
	case compatible:
		return unicode.ToLower(k.what()) == unicode.ToLower(l.what())
	}
	return false
}

// classes is a set of classes, a bit for each.
type classes uint8

const everyClass classes = 1<<space | 1<<aside | 1<<spelling | 1<<compatible

func (s classes) has(k Kind) bool { return s>>k.class()&1 != 0 }

// blanks returns the kind of a run of blanks: how many spaces, or which other
// blank.
func blanks(r rune, n int) Kind {
	if r == ' ' {
		return kindOf(space, rune(n)<<1)
	}
	return kindOf(space, r<<1|1)
}

// form returns the one form of punctuation that readers leave out of a query,
// 0 for any other character.
func form(r rune) rune {
	switch r {
	case '“', '”', '„', '‟', '〝', '〞', '〟', '「', '」', '『', '』', '"', '＂', '«', '»',
		'﹁', '﹂', '﹃', '﹄', '｢', '｣':
		return '"'
	case '‘', '’', '‚', '‛', '\'', '＇', '‹', '›':
		return '\''
	case '《', '︽':
		return '<'
	case '》', '︾':
		return '>'
	case '〈', '︿', '\u2329':
		return '{'
	case '〉', '﹀', '\u232a':
		return '}'
	case '·', '・', '‧', '•', '∙', '･', '\u0387':
		return '.'
	}
	return 0
}

// isCompatible reports whether a character that NFKC takes apart says more than
// the plain text it gives: one that is circled, raised, lowered or squared, a
// fraction, a Roman numeral. Others are only spellings: wide forms, ligatures,
// radicals, the letters of formulas.
func isCompatible(r rune) bool {
	switch {
	case r < 0x2000:
		return r == 'ª' || r == 'º' || r == '²' || r == '³' || r == '¹' || '¼' <= r && r <= '¾' ||
			0x2b0 <= r && r <= 0x2e4 || 0x1d2c <= r && r <= 0x1dbf
	case r < 0x2100:
		return r >= 0x2070 && r <= 0x209f
	case r < 0x3000:
		return r == '№' || r == '℠' || r == '℡' || r == '™' || 0x2150 <= r && r <= 0x218f || 0x2460 <= r && r <= 0x24ff
	}
	return 0x3192 <= r && r <= 0x319f || 0x3200 <= r && r <= 0x33ff || 0x1f100 <= r && r <= 0x1f2ff
}
