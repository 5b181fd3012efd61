// Package role names what a stretch of screen is for. Layout says roles, a
// theme gives them their looks; neither knows the other. It imports nothing.
package role

// A Role is what one stretch of screen is for. Roles of the text may be
// overlaid by voices (model.Voice), roles of the screen never are.
type Role uint8

// The text.
const (
	Body Role = iota // running text: paragraphs, list items
	Title
	Byline // the line under the title: date, source, size
	Heading1
	Heading2
	Heading3
	Heading4
	Heading5
	Heading6
	Lead       // a run-in heading at the start of its paragraph
	Quote      // text inside a quote
	QuoteBar   // the bar beside it
	Verse      // lines of verse
	Marker     // the marker of a list item
	Task       // an open task's box
	TaskDone   // a done task's box
	NoteMark   // the mark of a footnote in the text, and its label before the note
	Picture    // the description of an image
	Rule       // the rule between stretches of text, under the title, over the notes
	TableHead  // a cell of the head of a table
	TableCell  // any other cell
	TableRule  // the inner rules of a table
	Mark       // a control character made visible
	Continued  // the sign that a line goes on: before folded code, at the edge of scrolled code
	CodeIndent // the blank before a line of code
	Output     // a line of a program's, which has looks of its own
)

// Code, one role for each style of ansi.StyleConfig.CodeBlock.Chroma, in its
// order. Text is code of no other class.
const (
	CodeText Role = Output + 1 + iota
	CodeError
	CodeComment
	CodeCommentPreproc
	CodeKeyword
	CodeKeywordReserved
	CodeKeywordNamespace
	CodeKeywordType
	CodeOperator
	CodePunctuation
	CodeName
	CodeNameBuiltin
	CodeNameTag
	CodeNameAttribute
	CodeNameClass
	CodeNameConstant
	CodeNameDecorator
	CodeNameException
	CodeNameFunction
	CodeNameOther
	CodeLiteral
	CodeLiteralNumber
	CodeLiteralDate
	CodeLiteralString
	CodeLiteralStringEscape
	CodeGenericDeleted
	CodeGenericEmph
	CodeGenericInserted
	CodeGenericStrong
	CodeGenericSubheading
)

// The screen around the text.
const (
	PaneTitle Role = CodeGenericSubheading + 1 + iota
	PaneTitleFocused
	Separator   // the rule between panes
	Row         // a row of a list
	RowCursor   // the row the focus is on
	RowSelected // the row that is open, its pane out of focus
	RowDim      // the second line of a row: sizes, dates
	Hit         // what a search found
	HitCurrent  // the hit one is at
	LastSeen    // the line one saw last before all lines changed
	Spoken      // the sentence that is read aloud
	HitMargin   // its mark in the margin
	Quantity    // an amount, a date or a share that is lit
	Selected    // what the reader selected of the text
	Highlighted // what the reader highlighted in it
	MarkSign    // the sign of a mark, beside the text and in the contents
	Prompt      // the words before what is typed
	Input       // what is typed
	Status      // where one is
	StatusAlert // what went wrong
	Hint        // a key and what it does
	Popup
	PopupTitle
	PopupBorder

	Count // how many roles there are
)

// Heading returns the role of a heading of the given level, 1 the highest;
// levels below 6 look like 6.
func Heading(level int) Role {
	return Heading1 + Role(min(max(level, 1), 6)-1)
}

// IsCode reports whether r is a role of code.
func (r Role) IsCode() bool { return CodeText <= r && r <= CodeGenericSubheading }

// IsHeading reports whether r is a role of headings.
func (r Role) IsHeading() bool { return Heading1 <= r && r <= Heading6 }
