package ui

import "juan/ui/screen"

// A canvas is what a pane may know of the screen.
type canvas struct {
	screen.Canvas
	focused bool   // keys go to the pane, and it looks so
	pace    int    // characters that the reader reads in a minute
	lines   bool   // the text is made of lines: it has no measure but the pane
	beside  bool   // the text is one of two
	ruled   bool   // it stands below the other: its title is set in a rule
	nothing string // the words shown where no article is open
	blank   bool   // nothing is shown yet: where the text was left is about to be known
}
