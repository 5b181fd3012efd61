package theme

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"charm.land/glamour/v2/ansi"
	"charm.land/glamour/v2/styles"
)

// Auto is the name of the sheet that follows the terminal's background.
const Auto = "auto"

// Own is a sheet of the reader's, by the name that it is chosen by.
type Own struct {
	Name  string
	Sheet ansi.StyleConfig
}

// Names returns the names of the built-in sheets, in order, Auto first.
func Names() []string {
	names := []string{Contrast}
	for name := range styles.DefaultStyles {
		names = append(names, name)
	}
	slices.Sort(names)
	return slices.Insert(names, 0, Auto)
}

// Sheet returns the style sheet with a name, Auto by the ground, and whether
// there is one. Auto leaves running text in the terminal's own colour.
func Sheet(name string, g Ground) (ansi.StyleConfig, bool) {
	auto := name == "" || name == Auto
	if auto {
		name = styles.DarkStyle
		if g == Light {
			name = styles.LightStyle
		}
	}
	if strings.ToLower(name) == Contrast {
		return contrasting(g), true
	}
	s, ok := styles.DefaultStyles[strings.ToLower(name)]
	if !ok {
		return ansi.StyleConfig{}, false
	}
	sheet := *s
	if auto {
		sheet.Document.Color = nil
	}
	return sheet, true
}

// Read returns the style sheet of a JSON document in glamour's format.
func Read(doc []byte) (ansi.StyleConfig, error) {
	var s ansi.StyleConfig
	if err := json.Unmarshal(doc, &s); err != nil {
		return s, fmt.Errorf("read style sheet: %w", err)
	}
	return s, nil
}
