package model

import (
	"context"
	"errors"
	"time"
)

// A Memory keeps what the reader left behind from one run to the next. Many
// goroutines may use it at once, and many processes the same one. What befalls it is
// returned once, by the call that meets it; calls that fail later return an
// [ErrNotKept].
type Memory interface {
	// Begin returns what is remembered of the user, and of the sources that are opened.
	// It waits no longer than ctx; where ctx is done already it returns what is known
	// by then.
	Begin(ctx context.Context) (Begun, error)
	// Recall returns what is remembered of the articles of entries, without their
	// places and folds. Articles of which nothing is remembered are left out.
	Recall(ctx context.Context, among []*Entry) ([]Remembered, error)
	// Place returns all that is kept of the article of an entry.
	Place(ctx context.Context, e *Entry) (Remembered, bool, error)
	// Keep keeps something. What another process kept of the same later than k.At stays.
	Keep(ctx context.Context, k Keeping) error
	// Marks returns the marks in the article of an entry, in the order of the text
	// as it was.
	Marks(ctx context.Context, e *Entry) ([]Mark, error)
	// PutMark keeps a mark in the place of the one with its ID, or under an ID of
	// its own where it has none, and returns it.
	PutMark(ctx context.Context, m Mark) (Mark, error)
	// DropMark forgets the mark with an ID.
	DropMark(ctx context.Context, id string) error
	// AllMarks returns the marks in all articles, by article.
	AllMarks(ctx context.Context) ([]Mark, error)
}

// ErrNotKept says that a memory failed for a reason that was reported before.
var ErrNotKept = errors.New("not kept")

// A Begun is what a run begins with. The zero Begun is the first.
type Begun struct {
	Session Session
	Habits  Habits
	Left    Remembered // the article that was open, its Key "" where nothing is kept of it
	Any     bool       // something is kept of an article, or of marks
}

// A Remembered is what is kept of an article.
type Remembered struct {
	Key   string    `json:"key"`
	Was   string    `json:"-"`    // the key that it was kept under, where its file was moved; else ""
	Path  string    `json:"path"` // its file, "" for an embedded one
	Title string    `json:"title"`
	Print uint64    `json:"print,string"` // of the text as it was
	Place Anchor    `json:"place"`        // where it was left
	Row   int       `json:"row"`          // of the text pane in which that place stood, from 0
	Share float64   `json:"share"`        // how far it was read
	Folds []Fold    `json:"folds,omitempty"`
	At    time.Time `json:"at"`
}

// A Fold is a section whose sub-sections were hidden or shown.
type Fold struct {
	Section string `json:"section"` // as [Anchor] has it
	Nth     int    `json:"nth,omitempty"`
	Hidden  bool   `json:"hidden"`
}

// A Session is what is kept of reading some sources.
type Session struct {
	Key    string `json:"key"`   // the article that was open
	Order  Order  `json:"order"` // of the list
	View   View   `json:"view"`
	Guided bool   `json:"guided,omitempty"` // the guide was opened: it comes first no longer
	Back   []Spot `json:"back,omitempty"`   // where jumps came from
	Forth  []Spot `json:"forth,omitempty"`  // where they were taken back from
}

// A View is how the panes stood.
type View struct {
	Focus     uint8 `json:"focus"` // panes, as the interface counts them
	Side      uint8 `json:"side"`
	Reading   bool  `json:"reading"`
	Alone     bool  `json:"alone"`
	NoOutline bool  `json:"no_outline"`
}

// A Spot is a place in an article that need not be held.
type Spot struct {
	Key    string `json:"key"`
	Anchor `json:"place"`
}

// Habits are what the reader chose for whatever is read.
type Habits struct {
	Theme   string   `json:"theme"` // a style sheet, "" where none was chosen
	List    int      `json:"list"`  // cells more or less than panes and text have
	Outline int      `json:"outline"`
	Measure int      `json:"measure"`
	Recent  []string `json:"recent,omitempty"` // queries, the last one last
	Pace    Pace     `json:"pace"`             // how fast the reader reads
}

// A Keeping is what is to be kept; what is nil or empty stays as it was.
type Keeping struct {
	Articles []Remembered
	Session  *Session
	Habits   *Habits
	At       time.Time // when it was so
}

// A Mark is what the reader left in the text of an article.
type Mark struct {
	ID      string    `json:"id"`    // names it for good
	Key     string    `json:"key"`   // of the article
	Path    string    `json:"path"`  // its file, "" for an embedded one
	Title   string    `json:"title"` // of the article
	Print   uint64    `json:"print,string"`
	Kind    MarkKind  `json:"kind"`
	From    Anchor    `json:"from"`
	To      Anchor    `json:"to"`    // zero where the mark is of a place
	Quote   string    `json:"quote"` // the text that is marked
	Note    string    `json:"note"`  // what the reader wrote
	Made    time.Time `json:"made"`
	Changed time.Time `json:"changed"`
}

// A MarkKind says what a mark is.
type MarkKind uint8

// The kinds of marks.
const (
	Bookmark MarkKind = iota
	Highlight
	Noted // a note, on a place or a stretch of text
)

// MarshalText names the kind.
func (k MarkKind) MarshalText() ([]byte, error) {
	switch k {
	case Highlight:
		return []byte("highlight"), nil
	case Noted:
		return []byte("note"), nil
	}
	return []byte("bookmark"), nil
}

// UnmarshalText reads the name of a kind. An unknown name is taken for a bookmark.
func (k *MarkKind) UnmarshalText(name []byte) error {
	switch string(name) {
	case "highlight":
		*k = Highlight
	case "note":
		*k = Noted
	default:
		*k = Bookmark
	}
	return nil
}
