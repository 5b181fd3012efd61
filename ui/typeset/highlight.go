package typeset

import (
	"context"
	"slices"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"juan/model"
	"juan/ui/role"
)

// coloured is the longest code, in bytes, that is highlighted: lexing takes
// longer than all the rest together.
const coloured = 16 << 10

// Code that a lexer does not understand costs it much and shows nothing: a line
// longer than any that is written by hand, one thing over and over, so many
// faults in a row, or so many tokens in a row that say nothing new are no code of that
// language. Where that was so too often in one article, its other code is not tried.
const (
	uncountedCode = 4 << 10 // bytes that a lexer gets whose steps are not counted
	longestLine   = 1000    // bytes
	longestRun    = 160     // characters; rules of ==== are shorter
	longestPeriod = 8       // characters of what is repeated
	mostFaults    = 30
	mostDull      = 300       // tokens
	mostTired     = 8         // codes that a lexer was tired of, or that are none
	mostInAll     = 128 << 20 // steps in what a Doc remembers: 20,000 lines, a quarter of them code, take two thirds
)

// isCode reports whether s could be code that somebody has written: no line is too
// long, and nothing short is repeated for long.
func isCode(s string) bool {
	line := 0
	var last [longestPeriod]rune // characters, the nth at n modulo their number
	var run [longestPeriod]int   // characters up to here that are those before, by how far before
	n := 0
	for _, r := range s {
		line += utf8.RuneLen(r)
		if line > longestLine {
			return false
		}
		if r == '\n' {
			line = 0
		}
		for p := range longestPeriod {
			if run[p]++; last[(n+longestPeriod-1-p)%longestPeriod] != r {
				run[p] = 0
			}
			if run[p] > longestRun {
				return false
			}
		}
		last[n%longestPeriod] = r
		n++
	}
	return true
}

// tokens are the ends of stretches of code and their roles. The zero tokens
// are all plain code.
type tokens struct {
	ends  []int
	roles []role.Role
}

// at returns the role of byte i and how many bytes from there on have it.
func (t *tokens) at(i int) (role.Role, int) {
	k := sort.SearchInts(t.ends, i+1)
	if k == len(t.ends) {
		return role.CodeText, 1 << 30
	}
	return t.roles[k], t.ends[k] - i
}

func (t *tokens) add(end int, r role.Role) {
	if n := len(t.ends); n > 0 && t.roles[n-1] == r {
		t.ends[n-1] = end
		return
	}
	t.ends, t.roles = append(t.ends, end), append(t.roles, r)
}

// languages holds every name a lexer goes by. Asked for any other, the registry
// would match it against all patterns of file names, which takes milliseconds.
var languages = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool)
	for _, name := range lexers.Names(true) {
		set[strings.ToLower(name)] = true
	}
	return set
})

// language returns the name of a lexer in what a source says its code is:
// "rust,ignore", ".yml".
func language(s string) string {
	name := strings.ToLower(strings.TrimLeft(s, " ."))
	if i := strings.IndexAny(name, " ,;{:"); i >= 0 {
		name = name[:i]
	}
	switch name {
	case "yml":
		return "yaml"
	case "h":
		return "c"
	case "hpp", "cc":
		return "c++"
	case "mjs", "cjs":
		return "js"
	case "htm":
		return "html"
	}
	return name
}

// highlighting holds the lexers of an article, each made when it is first wanted, and
// how often they were tired.
type highlighting struct {
	lexers map[string]*countedLexer
	tired  int
	steps  int // taken since the Doc began to remember blocks
}

// lexer returns the lexer called name, nil where there is none.
func (h *highlighting) lexer(name string) *countedLexer {
	if l, known := h.lexers[name]; known {
		return l
	}
	if h.lexers == nil {
		h.lexers = map[string]*countedLexer{}
	}
	l, err := newCountedLexer(name)
	if err != nil {
		l = nil
	}
	h.lexers[name] = l
	return l
}

// highlight lexes code in the language it names, until ctx is done. No language is guessed.
func (h *highlighting) highlight(ctx context.Context, c model.Code) (t tokens) {
	name := language(c.Language)
	if name == "" || len(c.Source) > coloured || !languages()[name] || h.tired >= mostTired || h.steps > mostInAll || !isCode(c.Source) {
		return tokens{}
	}
	defer func() {
		if recover() != nil { // a lexer's own fault costs its colours only
			t = tokens{}
		}
	}()
	lexer := h.lexer(name)
	if lexer == nil || !lexer.counts() && len(c.Source) > uncountedCode {
		return tokens{}
	}
	source := c.Source + "\n" // which many lexers would add
	run, err := lexer.lex(source)
	if err != nil {
		return tokens{}
	}
	defer func() { h.steps += run.steps }()
	var seen novelty
	at := 0
	for {
		token, ok, tired := run.token()
		if ctx.Err() != nil {
			return tokens{}
		}
		if !ok && !tired {
			return t
		}
		if tired || !seen.code(token) {
			h.tired++
			return tokens{}
		}
		if !strings.HasPrefix(source[at:], token.Value) {
			return tokens{} // it changed the text
		}
		at += len(token.Value)
		t.add(at, codeRole(token.Type))
	}
}

// A novelty tells whether tokens say something new.
type novelty struct {
	last   [longestPeriod]string // texts of tokens, each once, the latest first
	faults int                   // in a row
	dull   int                   // tokens in a row that are among the last
}

// code takes the next token, and reports whether what was taken may still be code.
// The figures of a table are repeated, but not hundreds of times without another one.
func (v *novelty) code(t chroma.Token) bool {
	if v.faults++; t.Type != chroma.Error {
		v.faults = 0
	}
	v.dull++
	i := slices.Index(v.last[:], t.Value)
	if i < 0 {
		i, v.dull = longestPeriod-1, 0
	}
	copy(v.last[1:i+1], v.last[:i])
	v.last[0] = t.Value
	return v.faults <= mostFaults && v.dull <= mostDull
}

// codeRole returns the role of a class of tokens: its own, or that of the
// nearest class that holds it.
func codeRole(t chroma.TokenType) role.Role {
	for _, t := range []chroma.TokenType{t, t.SubCategory(), t.Category()} {
		if r := exactRole(t); r != role.CodeText {
			return r
		}
	}
	return role.CodeText
}

func exactRole(t chroma.TokenType) role.Role {
	switch t {
	case chroma.Error:
		return role.CodeError
	case chroma.Comment:
		return role.CodeComment
	case chroma.CommentPreproc:
		return role.CodeCommentPreproc
	case chroma.Keyword:
		return role.CodeKeyword
	case chroma.KeywordReserved:
		return role.CodeKeywordReserved
	case chroma.KeywordNamespace:
		return role.CodeKeywordNamespace
	case chroma.KeywordType:
		return role.CodeKeywordType
	case chroma.Operator:
		return role.CodeOperator
	case chroma.Punctuation:
		return role.CodePunctuation
	case chroma.Name:
		return role.CodeName
	case chroma.NameBuiltin:
		return role.CodeNameBuiltin
	case chroma.NameTag:
		return role.CodeNameTag
	case chroma.NameAttribute:
		return role.CodeNameAttribute
	case chroma.NameClass:
		return role.CodeNameClass
	case chroma.NameConstant:
		return role.CodeNameConstant
	case chroma.NameDecorator:
		return role.CodeNameDecorator
	case chroma.NameException:
		return role.CodeNameException
	case chroma.NameFunction:
		return role.CodeNameFunction
	case chroma.NameOther:
		return role.CodeNameOther
	}
	return literalRole(t)
}

func literalRole(t chroma.TokenType) role.Role {
	switch t {
	case chroma.Literal:
		return role.CodeLiteral
	case chroma.LiteralNumber:
		return role.CodeLiteralNumber
	case chroma.LiteralDate:
		return role.CodeLiteralDate
	case chroma.LiteralString:
		return role.CodeLiteralString
	case chroma.LiteralStringEscape:
		return role.CodeLiteralStringEscape
	case chroma.GenericDeleted:
		return role.CodeGenericDeleted
	case chroma.GenericEmph:
		return role.CodeGenericEmph
	case chroma.GenericInserted:
		return role.CodeGenericInserted
	case chroma.GenericStrong:
		return role.CodeGenericStrong
	case chroma.GenericSubheading:
		return role.CodeGenericSubheading
	}
	return role.CodeText
}
