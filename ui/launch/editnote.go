package launch

import (
	"fmt"
	"io"
	"os"

	tea "charm.land/bubbletea/v2"

	"juan/ui/words"
)

// mostNote is how many bytes of a note are taken from the editor.
const mostNote = 64 << 10

// noteEditor returns what runs the reader's editor on a note: in a file that only
// the reader can read, which is gone once it was read.
func noteEditor(w words.Words, getenv func(string) string, lend func(run func() error) error) func(text string) (tea.ExecCommand, func() (string, error), error) {
	return func(text string) (tea.ExecCommand, func() (string, error), error) {
		file, err := os.CreateTemp("", "juan-note-*.txt") // 0600
		if err != nil {
			return nil, nil, fmt.Errorf("making a file for the note: %w", err)
		}
		_, err = file.WriteString(text)
		if e := file.Close(); err == nil {
			err = e
		}
		cmd, worded := editorOn(w, getenv, file.Name(), 1)
		if worded != nil {
			err = worded
		}
		if err != nil {
			os.Remove(file.Name())
			return nil, nil, err
		}
		read := func() (string, error) {
			defer os.Remove(file.Name())
			f, err := os.Open(file.Name())
			if err != nil {
				return "", err
			}
			defer f.Close()
			raw, err := io.ReadAll(io.LimitReader(f, mostNote))
			return string(raw), err
		}
		return &lent{cmd, lend}, read, nil
	}
}
