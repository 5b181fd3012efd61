package lines

// A headingFeature is what speaks for or against a numbered line being a
// heading.
type headingFeature uint8

// The features. Each name in the table of weights is the constant's.
const (
	always     headingFeature = iota
	high                      // its form is 第…章, 三十章, Chapter 1
	official                  // 一、 （一）
	lone                      // 一 Ⅰ 甲、
	figure                    // 1. 1、
	countForm                 // 1 引言, 001
	lower                     // （1） ①
	letterForm                // A.
	decimal                   // 1.1
	behindIt                  // 渡口（三）
	bareNumber                // nothing but the number
	glued                     // nothing parts number and title
	veryShort                 // up to 12 characters after the number
	short                     // up to 20
	medium                    // up to 30
	long                      // up to 44
	tooLong
	endsStop     // it ends with 。
	stopsAlone   // … and few of its run do, and it has a comma
	endsColon    // … with ：
	endsLoud     // … with ！ or ？
	asking       // it ends with ？, and so do most of its run
	endsOther    // … with another mark
	inner        // a mark of a sentence stands inside it
	oneComma     // it has one comma
	moreCommas   // or several
	badStart     // its title begins as the rest of a sentence does: 的 了 是
	quoted       // it opens with a quotation mark
	between      // a number before it and one after
	opensRun     // 1, and a 2 after
	endsRun      // the last of several
	onlyOne      // no other number belongs to its run
	skips        // the number before it is missing
	allShort     // nearly all of its run are as short
	mostShort    // more than half are
	fewShort     // fewer are
	hasText      // text stands under it
	noText       // the next of its run follows at once
	allText      // nearly all of its run have text under them
	fewText      // hardly any have
	near         // most of its run follow one another within a line or so
	blankBefore  // a blank line stands before it
	blankAfter   // one stands after it
	usualForm    // three or more lines of the text are headings of this form by their look
	blanksToFill // it has a blank to be filled in: ＿＿
	longBody     // a paragraph of sentences follows
	counts       // it names a number of points: 10分, a price
	setIn        // it stands deeper than others of its form
	orphan       // a decimal with neither parent nor brother before it: 127.0.0.1
	underParent  // a decimal whose parent stands before it: 3.1.1 after 3.1
	breaksIn     // the line before it, a long one, stops in the middle of a sentence: it may be the number of a page
	runBreaksIn  // and so it is with many of its run
	features
)
