package config

import (
	"fmt"
	"slices"
	"strings"
)

// A setting is one that may stand in the file. The file is parsed by this table, and
// the printed default file is made from it. The catalogue says what a setting is for,
// under "config." and its key.
type setting struct {
	key   string
	value string // the default, as TOML writes it
	want  string // what may be written
	set   func(c *Config, value any) (ok bool)
}

// The widths that make sense: below the first not even one wide character fits.
const minWidth, maxWidth = 2, 10_000

// settings returns the table, except for the tables of commands and keys.
func settings() []setting {
	return []setting{
		{"theme", `"auto"`, `"…"`, func(c *Config, v any) bool { return text(&c.Theme, v) }},
		choice("language", `""`, func(c *Config) *string { return &c.Language }, "zh", "zh-Hant", "en", ""),
		{"width", "84", fmt.Sprintf("%d–%d", minWidth, maxWidth), width},
		choice("paragraph", `"indent"`, func(c *Config) *string { return &c.Paragraph }, "indent", "space"),
		{"indent", "true", "true, false", indent},
		choice("panes", `"both"`, func(c *Config) *string { return &c.Panes }, "both", "list", "contents", "none"),
		{"mouse", "true", "true, false", func(c *Config, v any) bool {
			on, ok := v.(bool)
			c.NoMouse = ok && !on
			return ok
		}},
		boolean("ascii", func(c *Config) *bool { return &c.ASCII }),
		choice("pictures", `"auto"`, func(c *Config) *string { return &c.Pictures }, "auto", "blocks", "off"),
		{"ambiguous", `"auto"`, listed("auto", "1", "2", "replace"), func(c *Config, v any) bool {
			if n, ok := v.(int64); ok {
				v = fmt.Sprint(n)
			}
			return text(&c.Ambiguous, v, "auto", "1", "2", "replace")
		}},
		boolean("gap", func(c *Config) *bool { return &c.Gap }),
		boolean("hang", func(c *Config) *bool { return &c.Hang }),
		boolean("strict", func(c *Config) *bool { return &c.Strict }),
		{"voice", `""`, `"espeak-ng -v cmn --stdin"`, voice},
	}
}

// find returns the setting with a key, and whether there is one.
func find(key string) (setting, bool) {
	all := settings()
	i := slices.IndexFunc(all, func(s setting) bool { return s.key == key })
	if i < 0 {
		return setting{}, false
	}
	return all[i], true
}

// names returns all keys that may stand in the file.
func names() []string {
	out := []string{"open", "keys"}
	for _, s := range settings() {
		out = append(out, s.key)
	}
	return out
}

// choice is a setting that is one of a few strings.
func choice(key, value string, at func(*Config) *string, allowed ...string) setting {
	return setting{key, value, listed(allowed...), func(c *Config, v any) bool { return text(at(c), v, allowed...) }}
}

// boolean is a setting that is off where nothing is said.
func boolean(key string, at func(*Config) *bool) setting {
	return setting{key, "false", "true, false", func(c *Config, v any) (ok bool) {
		on, ok := v.(bool)
		*at(c) = ok && on
		return ok
	}}
}

// voice is a command; "" is none.
func voice(c *Config, value any) bool {
	if value == "" {
		return true
	}
	c.Voice = command(value)
	return len(c.Voice) > 0 && c.Voice[0] != ""
}

func width(c *Config, value any) bool {
	n, ok := value.(int64)
	if !ok || n < minWidth || n > maxWidth {
		return false
	}
	c.Width = int(n)
	return true
}

// indent is another way to say paragraph, which goes before it.
func indent(c *Config, value any) bool {
	on, ok := value.(bool)
	if ok && c.Paragraph == "" {
		c.Paragraph = map[bool]string{true: "indent", false: "space"}[on]
	}
	return ok
}

// text takes a string, one of the allowed where any are named.
func text(dst *string, value any, allowed ...string) bool {
	s, ok := value.(string)
	if !ok || len(allowed) > 0 && !slices.Contains(allowed, s) {
		return false
	}
	*dst = s
	return true
}

// listed returns strings as they are written in the file.
func listed(allowed ...string) string {
	return `"` + strings.Join(allowed, `", "`) + `"`
}
