package typeset

import (
	"fmt"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"
)

// A lexer tries its patterns one after the other, and one that fails may have looked at
// all the rest of the code, more than once, for each character: for 16 KB of blank
// lines the lexer of Java takes a minute. The patterns cannot be interrupted, but what
// they see can be bounded: a lexing shows its lexer only a window of the code, whole
// lines of it, and counts the characters in the windows, which are its steps, and the
// patterns. The counts depend on the code alone.
const (
	firstWindow = 4 << 10   // characters after the place, as long as few steps are taken
	leastWindow = 512       // then at least
	fewSteps    = 512 << 10 // characters in all windows so far
	mostSteps   = 7 << 20   // then the code is left without colours
	mostRules   = 3 << 20   // patterns there were
)

// firstState is where a counted lexer begins: its only pattern matches nothing,
// and what it does is to hand over the state of the lexer.
const firstState = "juan"

// A countedLexer is a lexer whose state is known while it runs. It lexes one code at
// a time.
type countedLexer struct {
	chroma.Lexer
	run   *lexing
	at    int  // character where it was last in its first state
	fault bool // the line break there is one
}

// Mutate hands over the state. A lexer comes here again at a line break that it
// does not understand; where it was here before it does not understand it in its
// root either, and the line break is a fault.
func (l *countedLexer) Mutate(s *chroma.LexerState) error {
	if l.run != nil {
		l.run.begin(s)
		l.run, l.at = nil, -1
	} else if l.fault = s.Pos == l.at; l.fault {
		s.Pos++
	}
	l.at = s.Pos
	s.Stack = []string{"root"}
	return nil
}

// Emit returns the fault, if there is one.
func (l *countedLexer) Emit([]string, *chroma.LexerState) chroma.Iterator {
	if !l.fault {
		return chroma.Literator()
	}
	l.fault = false
	return chroma.Literator(chroma.Token{Type: chroma.Error, Value: "\n"})
}

// newCountedLexer returns the lexer called name, which does not count where it is
// composed of several. An error says what is wrong with its patterns.
func newCountedLexer(name string) (*countedLexer, error) {
	l := &countedLexer{Lexer: lexers.Get(name)}
	if l.Lexer == nil {
		return nil, fmt.Errorf("no lexer %s", name)
	}
	plain, ok := l.Lexer.(*chroma.RegexLexer)
	if !ok {
		return l, nil
	}
	rules, err := plain.Rules()
	if err != nil {
		return nil, err
	}
	rules = rules.Clone()
	rules[firstState] = []chroma.Rule{{Type: l, Mutator: l}}
	counted, err := chroma.NewLexer(plain.Config(), func() chroma.Rules { return rules })
	if err != nil {
		return nil, err
	}
	counted.SetRegistry(lexers.GlobalLexerRegistry)
	l.Lexer = counted
	return l, nil
}

// counts reports whether the steps of the lexer are counted.
func (l *countedLexer) counts() bool {
	_, ok := l.Lexer.(*chroma.RegexLexer)
	return ok
}

// A lexing is one code under way.
type lexing struct {
	next  chroma.Iterator
	state *chroma.LexerState // nil where steps are not counted
	text  []rune             // all of it; the state sees its window
	least int                // characters of a window
	steps int
	rules int
}

// lex begins to lex source, which ends with a line break.
func (l *countedLexer) lex(source string) (*lexing, error) {
	r := &lexing{least: max(leastWindow, mostSteps/max(1, len(source)))}
	options := chroma.TokeniseOptions{State: "root"}
	if l.counts() {
		options.State, l.run = firstState, r
	}
	var err error
	r.next, err = l.Tokenise(&options, source)
	return r, err
}

func (r *lexing) begin(s *chroma.LexerState) {
	r.state, r.text = s, s.Text
	r.look()
}

// look moves the window to where the lexer is.
func (r *lexing) look() {
	at, size := r.state.Pos, r.least
	if r.steps < fewSteps {
		size = max(size, firstWindow)
	}
	end := min(len(r.text), at+size)
	for end < len(r.text) && r.text[end-1] != '\n' {
		end++
	}
	r.state.Text = r.text[:end]
	r.steps += end - at
	if n := len(r.state.Stack); n > 0 {
		r.rules += len(r.state.Rules[r.state.Stack[n-1]])
	}
}

// token returns the next token; ok is false at the end, and where the lexer took too
// many steps, for which tired is true.
func (r *lexing) token() (t chroma.Token, ok, tired bool) {
	for {
		t := r.next()
		if r.state == nil {
			return t, t != chroma.EOF, false
		}
		at := r.state.Pos
		if t == chroma.EOF && (at >= len(r.text) || len(r.state.Stack) == 0 || at < len(r.state.Text)) {
			return t, false, false
		}
		if r.look(); r.steps > mostSteps || r.rules > mostRules {
			return t, false, true
		}
		if t != chroma.EOF {
			return t, true, false
		}
	}
}
