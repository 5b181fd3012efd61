// Package lexis knows frequent Chinese words: the part of speech of each, what it costs
// to use it, and where in a report, a plan or an essay it stands. All of it is one
// table, words.tsv, one word a row: the word, its class, its cost and the letters of
// its lists. It splits text into words by that table. The program embeds tables made
// from words.tsv and searches them where they lie.
package lexis

// A Class is a part of speech, as far as ending a heading needs it.
type Class byte

// The classes. A verb that is used as a noun too, 发展 工作, has its own.
const (
	Noun        Class = 'n'
	VerbalNoun  Class = 'g'
	Verb        Class = 'v'
	Adjective   Class = 'a'
	Adverb      Class = 'd'
	Time        Class = 't'
	Preposition Class = 'p'
	Pronoun     Class = 'r'
	Conjunction Class = 'c'
	Particle    Class = 'u'
	Numeral     Class = 'm'
	Measure     Class = 'q'
	Position    Class = 'f' // 上 中 以来
	Attribute   Class = 'b' // 大型 国有
	Place       Class = 's'
	Idiom       Class = 'i'
	Other       Class = 'x'
	Mark        Class = 'w' // punctuation and all else that is no letter
	Digits      Class = '0'
	Latin       Class = 'L'
	Unknown     Class = '?' // one character that is no word of the table
	listed      Class = '-' // a phrase that stands in lists only
)

// A List is a set of places where a word stands in such texts.
type List uint16

// The lists.
const (
	Tail      List = 1 << iota // a heading ends with it: 回顾 任务 机制
	Opening                    // a paragraph begins with it: 我们 全市 近年来
	Begin                      // a verb or adverb that clauses begin with: 坚持 大力
	Maybe                      // it begins clauses as often as it ends headings: 持续推进改革, 活力持续增强
	Hang                       // an object must follow it, no heading ends with it: 实施 打造
	Half                       // an object follows it unless an adverb stands before: 完善, but 不断完善
	Qualifier                  // a predicate at the end of a heading begins with it: 明显改善
	Predicate                  // it begins the end of a heading and no body: 更加 日益 实现新
	Deed                       // it names one thing done, not a field of work: 建成 荣获
)
