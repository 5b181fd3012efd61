package repair

// A Change says that the SourceLen bytes at Source in the text are shown as
// the ShownLen bytes at Shown. One of the lengths may be 0.
type Change struct {
	Source, SourceLen int
	Shown, ShownLen   int
}

// A Map holds the differences between a text and what is shown of it, in
// order. Offsets are bytes. What lies between two changes is the same in both.
type Map []Change
