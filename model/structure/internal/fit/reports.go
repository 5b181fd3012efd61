package fit

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
)

// A Report is a real report that examples are taken from: its text with white
// space where its line breaks were, and without, and its headings.
type Report struct {
	Title    string
	Bodies   []string
	Headings []string // as they stand
	Levels   []int
}

// Reports reads the reports in a folder beside the repository.
func Reports(dir string) ([]Report, error) {
	list, err := os.ReadFile(filepath.Join(dir, "reports.json"))
	if err != nil {
		return nil, err
	}
	var all []struct {
		Title    string
		Headings [][2]any
	}
	if err := json.Unmarshal(list, &all); err != nil {
		return nil, err
	}
	out := make([]Report, len(all))
	for i, a := range all {
		out[i].Title = a.Title
		for _, h := range a.Headings {
			out[i].Levels = append(out[i].Levels, int(h[0].(float64)))
			out[i].Headings = append(out[i].Headings, h[1].(string))
		}
	}
	for _, file := range []string{"reports-space.txt", "reports-none.txt"} {
		raw, err := os.ReadFile(filepath.Join(dir, file))
		if err != nil {
			return nil, err
		}
		lines := strings.Split(string(raw), "\n")
		for k, l := range lines {
			for i := range out {
				if l == "-" && k+2 < len(lines) && out[i].Title == strings.TrimSpace(lines[k+1]) {
					out[i].Bodies = append(out[i].Bodies, lines[k+2])
				}
			}
		}
	}
	return out, nil
}
