package ui

import (
	tea "charm.land/bubbletea/v2"
	"charm.land/glamour/v2/ansi"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/picture"
	"juan/ui/script"
	"juan/ui/theme"
	"juan/ui/typeset"
	"juan/ui/words"
)

// Options are what main decides and the ui obeys.
type Options struct {
	// Library is what there is to read. It is used off the goroutine of the ui.
	Library model.Library
	// Explain words an error of the library in the language of the interface, and
	// says whether it is only a notice.
	Explain  func(error) (text string, notice bool)
	Words    words.Words
	Pictures Gallery // what pictures show; nil where none are shown
	// EditNote returns a function that runs the user's editor on a text and one that
	// reads the text afterwards, outside the goroutine of the ui; nil where there is no
	// editor.
	EditNote func(text string) (run tea.ExecCommand, read func() (string, error), err error)
	// Medium is how the terminal draws pictures, and the first 16 bits of what they are
	// called there; Beside gives it the pictures that are drawn past the renderer, nil
	// for none.
	Medium picture.Medium
	Beside *picture.Writer
	// Copy puts text on a clipboard that says whether it has it, off the
	// goroutine of the ui; nil where only the terminal can be sent to.
	Copy func(text string) error
	Edit Editor // opens the reader's editor; nil where there is none
	Pipe Pipe   // hands text to a command; nil where none may run
	// Voice says a sentence aloud.
	Voice Voice
	// Pass wraps a control sequence for the terminal so that the program between
	// it and juan hands it on; nil where it gets there as it is.
	Pass      func(sequence string) string
	Policy    cell.Policy
	Sheet     string            // the name of a style sheet, theme.Auto for the background's
	Custom    *ansi.StyleConfig // a sheet of the reader's own, in its place
	Themes    []theme.Own       // that can be chosen beside the built-in ones
	Settings  typeset.Settings  // how to set; width and policy are the ui's
	Keymap    Keymap            // the reader's own keys
	NoList    bool              // the list stands beside the text only while keys go to it
	NoOutline bool              // so do the contents, until they are asked for
	NoMouse   bool              // the mouse is left to the terminal
	Ground    theme.Ground      // the background, as far as it is known before it is asked
	Links     bool              // the terminal has hyperlinks (OSC 8)
	Notice    string            // said once at the start
	// Traditional is the form that simplified text is shown in when the reader asks
	// for the other script; that of Taiwan where it is not set.
	Traditional script.Form
	// Memory remembers between runs, nil where nothing is remembered. It is used
	// outside the goroutine of the ui, except for what it has loaded already when the
	// app is made.
	Memory model.Memory
	Fixed  Fixed // what the command line says, whatever was chosen before
	Alone  bool  // what is opened is one text: start in it, not in the list
	// Short is asked, once all has come and before any key was pressed, whether the open
	// article fits on one screen and is to be printed: then the program ends. nil is no.
	Short func(*model.Article) bool
	Start Start             // where the first text is opened
	Typed []tea.KeyPressMsg // before the screen was there
}

// Fixed says which choices the command line has made.
type Fixed struct{ Theme, Measure bool }
