package typeset

import (
	"sort"
	"strings"
	"sync"

	"github.com/alecthomas/chroma/v2"
	"github.com/alecthomas/chroma/v2/lexers"

	"juan/model"
	"juan/ui/role"
)

// coloured is the longest code, in bytes, that is highlighted: lexing takes
// longer than all the rest together.
const coloured = 16 << 10

// Code that a lexer does not understand costs it a look at all the rest for
// each character: a line longer than any that is written by hand, or so many
// faults in a row, are no code of that language.
const (
	longestLine = 1000 // bytes
	mostFaults  = 30
)

// hasLongLine reports whether a line of s is longer than the longest.
func hasLongLine(s string) bool {
	for line := range strings.Lines(s) {
		if len(line) > longestLine {
			return true
		}
	}
	return false
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

// highlight lexes code in the language it names. No language is guessed.
func highlight(c model.Code) (t tokens) {
	name := language(c.Language)
	if name == "" || len(c.Source) > coloured || !languages()[name] || hasLongLine(c.Source) {
		return tokens{}
	}
	lexer := lexers.Get(name)
	defer func() {
		if recover() != nil { // a lexer's own fault costs its colours only
			t = tokens{}
		}
	}()
	source := c.Source + "\n" // which many lexers would add
	next, err := lexer.Tokenise(&chroma.TokeniseOptions{State: "root"}, source)
	if err != nil {
		return tokens{}
	}
	at, faults := 0, 0
	for token := next(); token != chroma.EOF; token = next() {
		if faults++; token.Type != chroma.Error {
			faults = 0
		}
		if faults > mostFaults {
			return tokens{}
		}
		if !strings.HasPrefix(source[at:], token.Value) {
			return tokens{} // it changed the text
		}
		at += len(token.Value)
		t.add(at, codeRole(token.Type))
	}
	return t
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
