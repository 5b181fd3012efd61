package model

// A Where says in which part of an article something was found.
type Where uint8

// The parts of an article, in the order in which a reader looks at them.
const (
	InTitle Where = iota
	InTag
	InHeading
	InBody
	InEntry // in no text: its date or its path, or nothing that was to be left out
)

// A Form says how a match relates to what was typed.
type Form uint8

// The forms, the nearest first.
const (
	Literal  Form = iota // the very characters
	Folded               // another width, case, variant or spelling of them
	Number               // the same number, written otherwise
	Sound                // characters that are pronounced so
	PartOf               // the number, as a part of a longer one
	allForms = iota
)

// A Rank says how well a match is what was looked for: the lower the better. The zero
// Rank means not found.
type Rank uint8

// ranks is how many ranks there are, the zero Rank included.
const ranks = 1 + 2*int(InEntry+1)*allForms

// rankOf returns the rank of a hit. Scattered says that it is one of several
// words, found apart from the others: all of them in one phrase come first.
func rankOf(scattered bool, w Where, f Form) Rank {
	r := 1 + Rank(w)*allForms + Rank(f)
	if scattered {
		r += Rank(ranks / 2)
	}
	return r
}

// Scattered reports whether it is one of several words, found apart from the
// others.
func (r Rank) Scattered() bool { return r > Rank(ranks/2) }

// Where returns in which part of the article it was found.
func (r Rank) Where() Where { return Where((r - 1) % Rank(ranks/2) / allForms) }

// Form returns how the match relates to what was typed.
func (r Rank) Form() Form { return Form((r - 1) % Rank(ranks/2) % allForms) }

// better returns the better of two ranks.
func (r Rank) better(o Rank) Rank {
	if r == 0 || o != 0 && o < r {
		return o
	}
	return r
}
