// Package words holds the one catalogue of what juan says, in Chinese, simplified
// and traditional, and in English: panes, status, commands, errors. It knows nothing of
// who says it.
package words

import (
	"cmp"
	_ "embed"
	"fmt"
	"iter"
	"strconv"
	"strings"
)

//go:embed messages.tsv
var catalogue string

// The Chinese texts in traditional characters, made from the catalogue by
// go test ./ui/script -run Traditional -update.
//
//go:embed traditional.tsv
var traditional string

// A Language is one the interface speaks.
type Language uint8

// The languages.
const (
	Chinese Language = iota
	English
	Traditional // Chinese in traditional characters
)

// Parse returns the language of a name such as zh, en or zh_CN.UTF-8, and whether the
// name is of one.
func Parse(name string) (Language, bool) {
	name, _, _ = strings.Cut(strings.ReplaceAll(strings.ToLower(name), "_", "-"), ".")
	switch {
	case strings.HasPrefix(name, "zh-tw"), strings.HasPrefix(name, "zh-hk"), strings.HasPrefix(name, "zh-mo"), strings.HasPrefix(name, "zh-hant"):
		return Traditional, true
	case strings.HasPrefix(name, "zh"):
		return Chinese, true
	case strings.HasPrefix(name, "en"):
		return English, true
	}
	return Chinese, false
}

// FromEnvironment returns the language the locale asks for by LC_ALL, LC_MESSAGES and
// LANG, the first that is set. As in GNU gettext, LANGUAGE, a list, goes before these:
// its first language that juan speaks counts, unless the locale is C, POSIX or unset.
// Without either, or with a language that juan does not speak, it is English: in a
// container nobody asked for Chinese.
func FromEnvironment(getenv func(string) string) Language {
	locale := ""
	for _, v := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if locale = getenv(v); locale != "" {
			break
		}
	}
	if name, _, _ := strings.Cut(locale, "."); name == "" || name == "C" || name == "POSIX" {
		return English
	}
	for name := range strings.SplitSeq(cmp.Or(getenv("LANGUAGE"), locale), ":") {
		if l, ok := Parse(name); ok {
			return l
		}
	}
	return English
}

// Words are the catalogue in one language.
type Words struct {
	Language Language
	texts    map[string]string
	ascii    bool
}

// In returns the words of a language.
func In(l Language) Words {
	w := Words{Language: l, texts: make(map[string]string, 256)}
	if l == Traditional {
		for row := range strings.Lines(traditional) {
			key, text, _ := strings.Cut(strings.TrimSuffix(row, "\n"), "\t")
			w.texts[key] = text
		}
		return w
	}
	for key, texts := range entries() {
		w.texts[key] = texts[l]
	}
	return w
}

// Keys yields the catalogue line by line: a key and its Chinese text.
func Keys() iter.Seq2[string, string] {
	return func(yield func(key, text string) bool) {
		for key, texts := range entries() {
			if !yield(key, texts[Chinese]) {
				return
			}
		}
	}
}

// entries yields the catalogue line by line: a key and its text in each language.
func entries() iter.Seq2[string, [2]string] {
	return func(yield func(string, [2]string) bool) {
		_, rows, _ := strings.Cut(catalogue, "\n")
		for row := range strings.Lines(rows) {
			f := strings.Split(strings.TrimSuffix(row, "\n"), "\t")
			if len(f) == 3 && !yield(f[0], [2]string{f[1], f[2]}) {
				return
			}
		}
	}
}

// ASCII returns the words with signs of ASCII alone between them; what is Chinese
// stays, its punctuation included.
func (w Words) ASCII() Words {
	texts, ascii := make(map[string]string, len(w.texts)), signs(w.Language)
	for key, text := range w.texts {
		texts[key] = ascii.Replace(text)
	}
	return Words{w.Language, texts, true}
}

// Signs returns a text of signs in ASCII where the words are.
func (w Words) Signs(text string) string {
	if !w.ascii {
		return text
	}
	return signs(w.Language).Replace(text)
}

// signs writes signs in ASCII: those between words and, in English, the quotation
// marks, which are Chinese punctuation too.
func signs(l Language) *strings.Replacer {
	pairs := []string{" · ", " - ", "·", "-", "×", "x", "→", "Right", "←", "Left", "↑", "Up", "↓", "Down", "⇄", "<->", "–", "-"}
	if l == English {
		pairs = append(pairs, "…", "...", "“", "\"", "”", "\"", "‘", "'", "’", "'", "—", "--")
	}
	return strings.NewReplacer(pairs...)
}

// Say returns the text with a key, its verbs filled as by [fmt.Sprintf] and its words
// agreeing in number with them. A key that the catalogue lacks is returned as it is.
func (w Words) Say(key string, args ...any) string {
	text, ok := w.texts[key]
	if !ok {
		return key
	}
	if len(args) == 0 {
		return text
	}
	return fmt.Sprintf(agree(text, args), args...)
}

// Found says how often a query is found: its hits or, where the texts have none, the
// articles.
func (w Words) Found(query string, hits, articles int) string {
	if hits == 0 {
		return w.Say("offer.articles", query, articles)
	}
	return w.Say("offer.hits", query, hits)
}

// Instead returns the message that a query is not found and which ones would be, in the
// words of [Words.Found]; "" where there are none.
func (w Words) Instead(query string, found []string) string {
	if len(found) == 0 {
		return ""
	}
	return w.Say("offer.none", query) + w.Say("offer.then") + strings.Join(found, w.Say("query.and"))
}

// Size says how long a text is: n characters or, of a text that is worded, words, by
// the key after the one for characters. What else the text with the key wants follows.
func (w Words) Size(key string, worded bool, n int, args ...any) string {
	if worded {
		key += ".words"
	}
	return w.Say(key, append([]any{w.Count(n)}, args...)...)
}

// Names returns what each command is called, by its name: what it does and other
// words for that, in every language.
func Names() map[string]string {
	names := make(map[string]string)
	for key, texts := range entries() {
		family, name, _ := strings.Cut(key, ".")
		if family == "command" || family == "also" {
			names[name] += strings.Join(texts[:], " ") + " "
		}
	}
	return names
}

// Duration returns how long minutes are, in hours where they are many; list
// has the short words and text the long ones.
func (w Words) Duration(where string, minutes int) string {
	if minutes >= 120 {
		return w.Say(where+".hours", (minutes+30)/60)
	}
	return w.Say(where+".minutes", minutes)
}

// Count returns n as the interface writes large counts: 9.8千 or 1.6万 in
// Chinese, 9.8k in English.
func (w Words) Count(n int) string {
	unit, per := "", 1
	switch {
	case w.Language == Traditional && n >= 9950:
		unit, per = "萬", 10000
	case w.Language == Chinese && n >= 9950: // 10千 is written 1万
		unit, per = "万", 10000
	case w.Language != English && n >= 1000:
		unit, per = "千", 1000
	case w.Language == English && n >= 1000000:
		unit, per = "M", 1000000
	case w.Language == English && n >= 1000:
		unit, per = "k", 1000
	default:
		return strconv.Itoa(n)
	}
	tenths := (n*10 + per/2) / per
	if tenths%10 == 0 || tenths >= 1000 {
		return strconv.Itoa(tenths/10) + unit
	}
	return strconv.Itoa(tenths/10) + "." + strconv.Itoa(tenths%10) + unit
}
