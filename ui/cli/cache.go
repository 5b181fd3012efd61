package cli

import (
	"fmt"
	"strconv"

	"github.com/spf13/cobra"
)

// A Cache is what is kept of large folders between runs, as `cache --json` has
// it.
type Cache struct {
	Path     string `json:"path"`
	Bytes    int64  `json:"bytes"`
	Sources  int    `json:"sources"`  // files it knows
	Articles int    `json:"articles"` // in them
	Segments int    `json:"segments"` // files of folded text
	State    string `json:"state"`    // "off", "absent", "sound" or "unusable"
	Why      string `json:"why"`      // it is unusable, "" where it is not
}

func (inv *invocation) cacheCommand() *cobra.Command {
	c := inv.listing("cache", noArgs, inv.showCache)
	c.Flags().BoolVar(&inv.flags.clear, "clear", false, inv.words.Say("cli.flag.clear"))
	return c
}

// showCache says what the cache holds, or clears it.
func (inv *invocation) showCache(*cobra.Command, []string) error {
	dir := inv.cache()
	if inv.flags.clear && dir == "" {
		return &usage{what: "cache", why: "error.cache.off"}
	}
	if inv.flags.clear {
		if err := inv.ClearCache(dir); err != nil {
			return &usage{what: dir, why: "error.cache", args: []any{Said(inv.words, err)}}
		}
	}
	c := inv.Cache(dir)
	if inv.flags.json {
		return inv.writeJSON([]Cache{c})
	}
	pen, err := inv.pen()
	if err != nil {
		return err
	}
	w := inv.words
	row := func(key, value string) []string { return []string{w.Say("cache." + key), oneLine(value)} }
	return inv.table(pen.policy, [][]string{
		row("path", c.Path),
		row("state", inv.condition(c.State, c.Why)),
		row("bytes", amount(c.Bytes)),
		row("sources", strconv.Itoa(c.Sources)),
		row("articles", strconv.Itoa(c.Articles)),
		row("segments", strconv.Itoa(c.Segments)),
	})
}

// condition words the state of the cache or of what is remembered, and why it is
// unusable.
func (inv *invocation) condition(state, why string) string {
	said := inv.words.Say("cache.is." + state)
	if why != "" {
		said += " (" + why + ")"
	}
	return said
}

// amount writes bytes for people.
func amount(n int64) string {
	switch {
	case n >= 1<<30:
		return fmt.Sprintf("%.1f GB", float64(n)/(1<<30))
	case n >= 1<<20:
		return fmt.Sprintf("%.1f MB", float64(n)/(1<<20))
	}
	return fmt.Sprintf("%d KB", (n+1023)>>10)
}
