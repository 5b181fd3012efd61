package lines

// A joinFeature is what speaks for or against a line going on with the
// paragraph of the one before it.
type joinFeature uint8

// The features of lines a and b. Each name in the table of weights is the
// constant's.
const (
	openedSet        joinFeature = iota // paragraphs open with an indent, and b has one
	openedFlush                         // … and b has none
	underOpening                        // … and a has one
	partedBlank                         // blank lines part paragraphs, and one stands before b
	partedTogether                      // … and none does
	strayBlank                          // a blank line stands before b where paragraphs are not parted so
	plainPair                           // neither indents nor blank lines show paragraphs
	latinPair                           // the text is Latin
	deeper                              // b stands deeper than a
	hangs                               // b stands deeper than the item a
	outdent                             // a stands deeper than b
	noRoom                              // the first character or word of b has no room in a
	someRoom                            // it has, but a is as long as lines that stop in the middle of a sentence
	tooShort                            // a is a little shorter than those
	muchTooShort                        // a is shorter still
	half                                // a has half the measure
	stopEnds                            // a ends a sentence
	quoteEnds                           // a ends with 。” or ！”
	nameEnds                            // a ends with ” that closes no sentence: “十四五”
	colonEnds                           // a ends with ：
	clauseEnds                          // a ends with ，
	wordEnds                            // a ends with no mark
	stopsFull                           // a ends a sentence, and is full
	stopsShort                          // … and is short
	stopsEarly                          // … is about full, but leaves more room than lines that break off
	breaksFull                          // a ends no sentence, and is full
	breaksShort                         // … and is short
	markBegins                          // b begins with a mark that no line begins with
	quoteBegins                         // b opens with a quotation mark
	highNumber                          // b begins with 第一条 一、 （一）
	countsOn                            // b begins with a number that opens a list or goes on with it
	bulletBegins                        // b begins with a bullet
	afterHead                           // a is a heading by itself
	isHead                              // b is one
	lowerBegins                         // b, Latin, begins with a small letter
	nextFull                            // b is full
	splitsAWord                         // the end of a and the start of b make a word
	opensSure                           // at a full line that ends a sentence in a text that shows no paragraphs: paragraphs of this text open as b does
	opensLikely                         // … likely
	opensRather                         // … rather than not
	insideRather                        // … sentences inside paragraphs begin so, rather
	insideLikely                        // … likely
	insideSure                          // … surely
	twoSure                             // there, by how long its paragraphs are, a and b are of two
	twoLikely                           // … likely
	twoRather                           // … rather than not
	oneRather                           // … of one, rather
	oneLikely                           // … likely
	oneSure                             // … surely
	roomTelling                         // there a leaves more room than lines that break off do
	roomRather                          // … as much as few of them
	roomUsual                           // … as much as many
	roomNone                            // … as most
	talkOpens                           // there b opens talk
	replies                             // … after talk
	saysTalk                            // … after a colon
	saidAll                             // there the paragraph began with talk, and a closes it
	saidOn                              // … began with talk, and a ends after it
	toldSaid                            // … began without, and a closes talk
	colonThere                          // there a ends with a colon
	semicolonThere                      // … with a semicolon
	firstLine                           // there a is the first line of its paragraph
	secondLine                          // … the second
	farDown                             // … comes after eight others
	clause5                             // there the first clause of b has up to five characters
	clause10                            // … up to ten
	clause15                            // … up to fifteen
	clauseLong                          // … more
	connects                            // there b begins with a word that ties it to the sentence before: 但是 这 同时
	opensAsOne                          // there b begins with a word that paragraphs begin with: 我们 近年来
	inQuote                             // where neither shows them, a quotation is open at the end of a
	semicolonEnds                       // a ends with ；
	splitsANumber                       // the end of a and the start of b make a number
	afterWrappedHead                    // a is the short last line of a heading that began above it
	joinFeatures
)
