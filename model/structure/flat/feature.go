package flat

import (
	"strings"

	"juan/model/lexis"
)

// feature numbers what speaks for or against a cut between two words.
type feature int

const (
	inside     feature = iota // the halves are one word
	tail                      // the heading would end as headings do: 回顾 任务 机制
	tailNoun                  // … with a noun
	tailVerbal                // … with a verb that serves as a noun
	tailVerb
	tailOther
	tailBad  // … with a word that something must follow
	openTime // the body would begin with a time
	openSure // … with words that open paragraphs: 我们 全市 各位代表 作为
	openVerb // … with a verb
	openPrep // … with a preposition
	openAdverb
	openPronoun
	openNoun
	openPlace
	openBad     // … with a word that something must stand before
	openNumber  // … with a figure
	openNumeral // … with another number: 一批
	openQuote
	repeats // the body takes up a word of the heading
	paired  // one verb, one noun: it may be verb and object
	joined4 // the two words are one expression
	len4    // the heading has up to 4, 7, 13 … runes after its number
	len7
	len13
	len20
	len27
	len36
	longer
	comma  // the heading has a comma
	even   // … and halves of about one length
	uneven // … of very different length
	severalCommas
	shortRest     // hardly anything is left of the clause
	longRest      // the clause goes on for long
	nounVerb      // a noun, then what a predicate begins with
	headVerb      // the heading has a verb before its last word
	tailPlace     // the heading would end with the name of a place
	openTail      // the body would begin as headings end
	predicate     // … with an adverb and such a word: 持续增强
	pairedVN      // a noun that is a verb too, and a noun
	begin         // the body would begin with one of begins
	hang          // the heading would end with one of hangs
	hangAlone     // … and no adverb stands before it
	tailSingle    // the heading would end with a word of one character
	swallows      // the heading has within it what paragraphs begin with
	swallowsVerb  // … or a verb or adverb that clauses begin with
	tailPredicate // a verb ends the heading, with an adverb before it
	predicateSure // the body would begin with an adverb that ends headings: 更加鲜亮
	attributive   // the heading would end with one of tails, and a bare noun follows
	beginMaybe    // the body would begin with one of maybes
	openOf        // the body would begin with a word and 的
	stop22        // a full stop ends the heading after up to 22, 30, 38 … runes
	stop30
	stop38
	stopLonger
	stopsAll   // nearly all siblings have a full stop in reach
	stopsMost  // half of them have
	stopsFew   // fewer
	stopPlain  // the heading has no comma before its full stop
	stopComma  // … one
	stopCommas // … or more
	stopTells  // … and what a sentence of the body begins with: 2025年是
	stopSpaced // … and white space stands between the paragraphs of the text, but after no heading
	stopKept   // … and after headings too, so that it would stand after this one
	stopBreaks // … and white space stands after the full stop
	clause10   // … its longest clause has up to 10, 13, 16 … runes
	clause13
	clause16
	clause19
	clause23
	clauseLonger
	endsNever // in this text the heading's last two characters never end a clause
	endsSeldom
	endsSometimes
	endsOften
	opensNever // … the first two of the body never open one
	opensSeldom
	opensSometimes
	opensOften
	usedEndsNever // the same in other reports
	usedEndsSeldom
	usedEndsSometimes
	usedEndsOften
	usedOpensNever
	usedOpensSeldom
	usedOpensSometimes
	usedOpensOften
	usedStartsNever // … the first two of the body never start a sentence
	usedStartsSeldom
	usedStartsSometimes
	usedStartsOften
	across3     // the two characters on both sides stand together three times in this text
	across8     // … eight times
	fourHere    // the four on both sides stand together elsewhere in this text
	fourUsed    // … in several reports
	leavesShort // a full stop follows near: what is left may be a run-in heading
	leavesRunIn // … and its section has other short sentences
	leavesAlike // … one of the same length, more or less
	leavesSame  // … two or more of exactly its length
	leavesKind  // … most of which begin with the same part of speech
	leavesOdd   // … none of which does
	leavesTiny  // … but it is too short for one
	stopAmong   // a full stop ends the heading, and its section has other short sentences
	stopAlike   // … and the words before the full stop would leave one alike at a place where a heading may end
	stopSame    // … or one of exactly the length of two or more
	stopsAlike  // … as most of its siblings would
	stopTwice   // its last clause has two subjects with their predicates: 动力有效激发消费有力提振
	bareVerb    // the heading's last clause has nothing but verbs and adverbs: 努力建设
	looseVerb   // … has a verb, its object, and another verb without an adverb: 提振信心增强
	echo        // the words on both sides end or begin with the same character: 获得感|安全感 做优|做强
	frameOpen   // the heading's last clause has 在 without 中, 以 without 为, 把 without its verb
	couplet     // the heading has two clauses of the same length
	pairs       // from here: one for each two classes, see pairFeature
	features    = pairs + 7*8
)

// pairFeature is the feature of two classes side by side.
func pairFeature(l, r lexis.Class) feature {
	i, j := strings.IndexByte("ngvadw", byte(l)), strings.IndexByte("ngvadpw", byte(r))
	if i < 0 {
		i = 6
	}
	if j < 0 {
		j = 7
	}
	return pairs + feature(i*8+j)
}
