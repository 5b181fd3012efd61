package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"juan/model"
)

// A note is a mark as `notes --json` has it.
type note struct {
	Article string         `json:"article"` // its title
	Section []string       `json:"section"` // headings over it, outermost first
	Quote   string         `json:"quote"`
	Note    string         `json:"note"`
	Kind    model.MarkKind `json:"kind"`
	Date    time.Time      `json:"date"`
	Changed time.Time      `json:"changed"`
	Path    string         `json:"path"` // "" for an embedded article
	Key     string         `json:"key"`
	ID      string         `json:"id"`
	Print   uint64         `json:"print,string"` // of the text of the article
	From    model.Anchor   `json:"from"`
	To      model.Anchor   `json:"to,omitzero"` // zero where a place is marked
}

// noteOf returns a mark as it is written, which [note.mark] turns back.
func noteOf(m model.Mark) note {
	n := note{m.Title, m.From.Headings(), m.Quote, m.Note, m.Kind, m.Made.UTC(), m.Changed.UTC(), m.Path, m.Key, m.ID, m.Print, m.From, m.To}
	if n.Section == nil {
		n.Section = []string{}
	}
	return n
}

func (n note) mark() model.Mark {
	return model.Mark{
		ID: n.ID, Key: n.Key, Path: n.Path, Title: n.Article, Print: n.Print, Kind: n.Kind,
		From: n.From, To: n.To, Quote: n.Quote, Note: n.Note, Made: n.Date, Changed: n.Changed,
	}
}

func (inv *invocation) notesCommand() *cobra.Command {
	c := inv.listing("notes [PATH|ID]", oneArg, inv.notes)
	f, say := c.Flags(), inv.words.Say
	f.BoolVar(&inv.flags.markdown, "markdown", false, say("cli.flag.notes.markdown"))
	f.StringVar(&inv.flags.load, "import", "", say("cli.flag.notes.import"))
	f.Lookup("import").Annotations = map[string][]string{placeholder: {"FILE"}}
	return c
}

// notes writes the bookmarks, notes and highlights, or takes in those of a file.
func (inv *invocation) notes(cmd *cobra.Command, args []string) error {
	if f := inv.flags; f.json && f.markdown || f.load != "" && (f.json || f.markdown) {
		return &usage{what: "notes", why: "error.state.one"}
	}
	m := inv.memory(nil)
	if m == nil {
		return &usage{what: "notes", why: "error.state.off"}
	}
	defer m.Close()
	if inv.flags.load != "" {
		return inv.loadNotes(cmd.Context(), m, inv.flags.load)
	}
	path := ""
	if len(args) > 0 {
		path = args[0]
	}
	marks, err := m.MarksOf(cmd.Context(), path)
	if err != nil {
		return err
	}
	all := make([]note, len(marks))
	for i, m := range marks {
		all[i] = noteOf(m)
	}
	switch {
	case inv.flags.json:
		return inv.writeJSON(all)
	case inv.flags.markdown:
		return inv.writeMarkdown(all)
	}
	return inv.listNotes(all)
}

// listNotes writes notes for people: where, and under it what is marked and noted.
func (inv *invocation) listNotes(all []note) error {
	w, last := inv.words, ""
	for _, n := range all {
		if where := oneLine(strings.Join(append([]string{n.Article}, n.Section...), " › ")); where != last {
			last = where
			if err := inv.write(where + "\n"); err != nil {
				return err
			}
		}
		line := "  " + day(n.Date) + "  " + inv.kind(n.Kind) + "  " + strings.TrimSpace(w.Say("status.quoted", oneLine(n.Quote))) + "\n"
		for s := range strings.SplitSeq(n.Note, "\n") {
			if s != "" {
				line += "      " + oneLine(s) + "\n"
			}
		}
		if err := inv.write(line); err != nil {
			return err
		}
	}
	return nil
}

// kind words the kind of a mark.
func (inv *invocation) kind(k model.MarkKind) string {
	switch k {
	case model.Highlight:
		return inv.words.Say("notes.highlight")
	case model.Noted:
		return inv.words.Say("notes.note")
	}
	return inv.words.Say("notes.bookmark")
}

// noteFrom and noteTo stand around what a note is made from again, in a comment that
// a reader of Markdown does not show.
const noteFrom, noteTo = "<!-- juan ", " -->"

// writeMarkdown writes notes as Markdown: a heading for each article and section.
func (inv *invocation) writeMarkdown(all []note) error {
	var b strings.Builder
	key, section := "", ""
	for i, n := range all {
		if n.Key != key || i == 0 {
			b.WriteString("# " + plainMarkdown(n.Article) + "\n\n")
			key, section = n.Key, ""
		}
		if s := strings.Join(n.Section, " › "); s != section {
			b.WriteString("## " + plainMarkdown(s) + "\n\n")
			section = s
		}
		for line := range strings.SplitSeq(n.Quote, "\n") {
			b.WriteString("> " + plainMarkdown(line) + "\n")
		}
		b.WriteString("\n")
		if n.Note != "" {
			b.WriteString(withoutControls(n.Note) + "\n\n")
		}
		data, err := json.Marshal(n) // < and > are escaped: nothing in it ends the comment
		if err != nil {
			return err
		}
		b.WriteString(day(n.Date) + " · " + inv.kind(n.Kind) + "\n\n" + noteFrom + escaped(data) + noteTo + "\n\n")
	}
	return inv.write(b.String())
}

// plainMarkdown returns a line whose characters mean themselves in Markdown.
func plainMarkdown(s string) string {
	var b strings.Builder
	for _, r := range oneLine(s) {
		if strings.ContainsRune("\\`*_[]<>#|~&", r) {
			b.WriteByte('\\')
		}
		b.WriteRune(r)
	}
	return b.String()
}

// withoutControls returns text without characters that would act on a terminal.
func withoutControls(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || acts(r) {
			return -1
		}
		return r
	}, s)
}

// loadNotes takes in notes that were written to a file as JSON or Markdown, "-" for
// standard input.
func (inv *invocation) loadNotes(ctx context.Context, m Store, name string) error {
	text, err := inv.contents(name)
	if err != nil {
		return &usage{what: name, why: "error.state.file", args: []any{Said(inv.words, err)}}
	}
	all, ok := readNotes(text)
	if !ok {
		return &usage{what: name, why: "error.notes.import"}
	}
	marks := make([]model.Mark, len(all))
	for i, n := range all {
		marks[i] = n.mark()
	}
	if err := m.PutMarks(ctx, marks); err != nil {
		return err
	}
	return inv.write(inv.words.Say("notes.imported", len(marks)) + "\n")
}

// contents returns what a file holds, "-" for standard input.
func (inv *invocation) contents(name string) ([]byte, error) {
	if name == "-" {
		return io.ReadAll(inv.Stdin)
	}
	return os.ReadFile(name)
}

// readNotes returns the notes in what [invocation.notes] wrote, and whether it did.
func readNotes(text []byte) (all []note, ok bool) {
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	if s := bytes.TrimSpace(text); len(s) > 0 && s[0] == '[' {
		return all, json.Unmarshal(s, &all) == nil && named(all)
	}
	for line := range bytes.Lines(text) {
		data, found := bytes.CutPrefix(bytes.TrimSpace(line), []byte(noteFrom))
		if !found {
			continue
		}
		var n note
		if json.Unmarshal(bytes.TrimSuffix(data, []byte(noteTo)), &n) != nil {
			return nil, false
		}
		all = append(all, n)
	}
	return all, named(all) && (len(all) > 0 || len(bytes.TrimSpace(text)) == 0)
}

// named reports whether each note has a name and an article.
func named(all []note) bool {
	for _, n := range all {
		if n.ID == "" || n.Key == "" {
			return false
		}
	}
	return true
}
