package sentence

import (
	_ "embed"
	"sync"

	"juan/model/structure/weigh"
)

//go:embed runin.tsv
var shownTable string

//go:embed hidden.tsv
var hiddenTable string

// Weights are the weights of the features of a run-in heading: where white space
// shows the paragraphs of a text, and where nothing does.
type Weights struct{ Shown, Hidden []float32 }

// Fitted returns the weights as fitted.
var Fitted = sync.OnceValue(func() Weights {
	return Weights{weigh.Read(shownTable, int(runInFeatures)), weigh.Read(hiddenTable, int(runInFeatures))}
})

// A runInFeature is what speaks for or against a sentence being a run-in
// heading: it leads the sentences after it.
type runInFeature uint8

// The features. Each name in the tables of weights is the constant's; those that
// only one of the two decisions has weigh nothing in the other.
const (
	always       runInFeature = iota
	opens                     // a paragraph begins with it, white space shows
	opensSection              // it is the first after its heading, in the heading's line
	inLong                    // it stands inside a long paragraph of a text whose paragraphs show
	inUnknown                 // nothing shows where paragraphs begin
	runes8                    // it has up to 8, 12, 16 … characters
	runes12
	runes16
	runes20
	runes24
	runesMore
	oneComma     // a comma stands in it
	moreCommas   // or several
	nextLong     // the sentence after it is long, 40 characters or more
	nextMedium   // … 28
	nextShort    // … fewer than 18
	behindShort  // a short sentence of the same paragraph stands before it
	behindCall   // 各位代表！ stands before it
	counted      // 一是 首先
	urged        // 一要
	verbFirst    // it begins with a verb or an adverb
	timeFirst    // … with a time, a pronoun, a preposition, a conjunction, a number
	nounFirst    // … with a noun, and nothing of a heading ends it
	nounLed      // … with a noun, and a heading's word ends it
	opener       // … with words that open paragraphs
	figures      // it has digits
	done         // 了 or 已
	deed         // it is about one thing done
	quotes       // it has quotation marks or brackets
	oneList      // one 、
	manyList     // several
	headingTail  // it ends as headings do
	refrain      // four or more of its section begin with the same words and a comma: 这五年，
	alike3       // three begin with the same three characters
	alike2       // … two characters
	dashed       // —— opens it
	mostOpen     // of the paragraphs of its section most open with a short sentence
	someOpen     // some do
	fewOpen      // hardly any does
	aloneInIt    // its section has one paragraph only
	textMost     // of all paragraphs of the text most do
	textSome     // some do
	deepSection  // it stands under a heading of the second level
	isFirst      // it is the first of its section
	firstShort   // the first of its section is as short as a run-in is
	firstLong    // … is not
	textFirst    // in most sections of the text the first is
	sparse       // long sentences stand on both sides of it
	crowded      // another short one stands within two sentences after it
	inTheMidst   // nothing of its section begins a paragraph but the first, and the section is long
	states       // it says what something is: 去年是忙碌的一年
	tellsWhen    // the first of its section, it begins with a time: 今年要做三件事
	taken1       // nothing shows paragraphs: the characters after it have one word of it again
	taken2       // … two or more
	given1       // those before it have one word of it already
	given2       // … two or more
	aimFirst     // its first word names an aim: 加快 提升 促进
	measureFirst // … a measure: 支持 完善 落实
	fieldLast    // its last word names a field: 发展 融合 环境
	meansLast    // … a means: 机制 制度 行动
	concrete     // it names things: 等 区 县 号 项
	nextBroad    // the sentence after it sets out broadly: 坚持 聚焦 围绕
	nextMeasure  // … names a measure
	nextVerb     // … begins with a verb
	nextPlain    // … could be a heading too
	afterMeasure // the sentence before it names a measure
	afterAim     // … gives an aim: 力争 确保
	afterPlain   // … could be a heading too
	sameLength   // two more of its section that look like headings have exactly its length
	setOff       // nothing shows paragraphs: the headings of its group stand in lines of their own
	briefGroup   // … full stops end them, and the sections are as long as one paragraph
	middleGroup  // … up to two
	ampleGroup   // … and longer
	topLevel     // … it stands under a heading of the first level
	firstBehind  // the first after a heading that stands in a line of its own
	firstInLine  // … that a full stop ends
	runInFeatures
)
