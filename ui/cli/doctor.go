package cli

import (
	"cmp"
	"os"
	"runtime"
	"strconv"
	"strings"

	"github.com/charmbracelet/colorprofile"
	"github.com/spf13/cobra"

	"juan/ui/config"
	"juan/ui/term"
	"juan/ui/words"
)

// A diagnosis is what doctor finds, as `doctor --json` has it.
type diagnosis struct {
	Version     string    `json:"version"`
	Terminal    bool      `json:"terminal"` // at both ends
	Name        string    `json:"name"`     // as the terminal calls itself, else TERM
	Multiplexer string    `json:"multiplexer"`
	Columns     int       `json:"columns"`
	Rows        int       `json:"rows"`
	Colors      string    `json:"colors"`     // none, mono, 16, 256, truecolor
	Background  string    `json:"background"` // dark, light, unknown
	Ambiguous   ambiguity `json:"ambiguous"`
	Clusters    string    `json:"clusters"`     // yes, no, unknown
	Sync        string    `json:"synchronized"` // yes, no, unknown
	Pictures    string    `json:"pictures"`     // placeholders (kitty's), iterm2, sixel, blocks, off, none
	Copying     string    `json:"copying"`      // the way of what is copied: terminal, tmux, screen
	Clipboard   string    `json:"osc52"`        // yes, unknown
	Links       string    `json:"osc8"`         // yes, unknown
	Keyboard    string    `json:"keyboard"`     // kitty, legacy, unknown
	InputMethod string    `json:"input_method"`
	Locale      string    `json:"locale"`
	Language    string    `json:"language"`
	Config      string    `json:"config"`
	ConfigRead  bool      `json:"config_read"`
	State       string    `json:"state"` // the folder for what is remembered, "" where there is none
	Memory      State     `json:"memory"`
	Cache       Cache     `json:"cache"`
}

// ambiguity is how wide ambiguous characters are, by each witness.
type ambiguity struct {
	Setting  string `json:"setting"`
	Asked    bool   `json:"asked"`
	Answered bool   `json:"answered"`
	Cells    int    `json:"cells"` // as the terminal draws them, 0 where unknown
	Used     int    `json:"used"`
	Replace  bool   `json:"replace"`
}

// doctor says what the terminal can do and what was chosen, and shows a
// specimen to look at.
func (inv *invocation) doctor(*cobra.Command, []string) error {
	var a term.Answer
	if inv.terminal() {
		a = inv.AskAll(term.Question{Inside: term.Inside(inv.getenv)})
	}
	inv.answer = &a
	d := inv.diagnose(a)
	if inv.flags.json {
		return inv.writeJSON(d)
	}
	pen, err := inv.pen()
	if err != nil {
		return err
	}
	if err := inv.table(pen.policy, inv.findings(d)); err != nil {
		return err
	}
	for _, s := range inv.advice(d) {
		if err := inv.say(pen, s); err != nil {
			return err
		}
	}
	if err := inv.say(pen, inv.words.Say("doctor.specimen")); err != nil {
		return err
	}
	return inv.specimen(pen)
}

func (inv *invocation) diagnose(a term.Answer) diagnosis {
	get := inv.getenv
	policy, replace := inv.policy()
	d := diagnosis{
		Version: inv.Version(), Terminal: inv.terminal(), Name: a.Name, Multiplexer: term.Multiplexer(get),
		Colors: colors(inv.profile()), Background: background(a, get), Clusters: mode(a, term.Clusters), Sync: mode(a, term.Synchronized),
		Keyboard: "unknown", InputMethod: term.InputMethod(get), Locale: locale(get), Language: "zh",
		Config: inv.configFile(), State: config.State(get), Memory: inv.stored(), Cache: inv.Cache(inv.cache()),
		Ambiguous: ambiguity{inv.ambiguous(), a.Asked, a.Answered, a.Cells, 1, replace},
	}
	if d.Name == "" {
		d.Name = get("TERM")
	}
	if policy.WideAmbiguous {
		d.Ambiguous.Used = 2
	}
	if inv.words.Language == words.English {
		d.Language = "en"
	}
	if inv.OutTerminal {
		d.Columns, d.Rows = inv.Size()
	}
	if a.Keyboard {
		d.Keyboard = "kitty"
	} else if a.Answered {
		d.Keyboard = "legacy"
	}
	d.Pictures, d.Copying = inv.shows(a), "terminal"
	if d.Multiplexer == "tmux" || d.Multiplexer == "screen" {
		d.Copying = d.Multiplexer
	}
	links, clipboard := a.Capable(get)
	d.Links, d.Clipboard = known(links), known(clipboard)
	_, err := os.Stat(d.Config)
	d.ConfigRead = err == nil
	return d
}

// findings words a diagnosis, one thing a row.
func (inv *invocation) findings(d diagnosis) [][]string {
	w := inv.words
	row := func(key, value string) []string { return []string{w.Say("doctor." + key), oneLine(value)} }
	say := func(value string) string { return w.Say("doctor.is." + value) }
	size := say("unknown")
	if d.Columns > 0 {
		size = strconv.Itoa(d.Columns) + "×" + strconv.Itoa(d.Rows)
	}
	where := cmp.Or(d.Name, say("unknown"))
	if d.Multiplexer != "" {
		where += " (" + d.Multiplexer + ")"
	}
	file := d.Config
	switch {
	case file == "":
		file = w.Say("config.nohome")
	case !d.ConfigRead:
		file += " (" + say("absent") + ")"
	}
	return [][]string{
		row("version", d.Version),
		row("terminal", where),
		row("size", size),
		row("colors", say("colors."+d.Colors)),
		row("background", say(d.Background)),
		row("ambiguous", inv.ambiguity(d.Ambiguous)),
		row("clusters", say(d.Clusters)),
		row("sync", say(d.Sync)),
		row("pictures", w.Say("doctor.pictures."+d.Pictures)),
		row("copying", w.Say("doctor.way."+d.Copying)),
		row("osc52", say(d.Clipboard)),
		row("osc8", say(d.Links)),
		row("keyboard", say("keyboard."+d.Keyboard)),
		row("inputmethod", d.InputMethod+" "+w.Say("doctor.inputhint")),
		row("locale", cmp.Or(d.Locale, say("unset"))+" → "+d.Language),
		row("config", file),
		row("state", inv.stateIn(d)),
		row("cache", inv.cacheIn(d.Cache)),
	}
}

// cacheIn words where the cache is, how large and in which state.
func (inv *invocation) cacheIn(c Cache) string {
	if c.Path == "" {
		return inv.condition(c.State, c.Why)
	}
	return c.Path + " (" + amount(c.Bytes) + ", " + inv.condition(c.State, c.Why) + ")"
}

// stateIn words where it is remembered what is read, and how much that is.
func (inv *invocation) stateIn(d diagnosis) string {
	if d.State == "" {
		return inv.words.Say("state.nohome")
	}
	return d.State + " (" + amount(d.Memory.Bytes) + ", " + inv.condition(d.Memory.State, d.Memory.Why) + ")"
}

func (inv *invocation) ambiguity(a ambiguity) string {
	w := inv.words
	s := w.Say("doctor.setting", a.Setting) + w.Say("doctor.comma")
	switch {
	case !a.Asked:
		s += w.Say("doctor.notasked")
	case a.Cells == 0:
		s += w.Say("doctor.noanswer")
	default:
		s += w.Say("doctor.answer", a.Cells)
	}
	s += w.Say("doctor.comma") + w.Say("doctor.used", a.Used)
	if a.Replace {
		s += w.Say("doctor.comma") + w.Say("doctor.replaced")
	}
	return s
}

// advice returns what the reader should know or might do.
func (inv *invocation) advice(d diagnosis) []string {
	var out []string
	if !d.Terminal {
		out = append(out, inv.words.Say("doctor.noterminal"))
	}
	if d.Multiplexer != "" {
		out = append(out, inv.words.Say("doctor.outer", d.Multiplexer))
	}
	return out
}

func (inv *invocation) terminal() bool {
	return inv.InTerminal && inv.OutTerminal && !inv.dumb()
}

// dumb reports whether the terminal says that it knows no control sequence, or
// nothing at all; on Windows none says anything.
func (inv *invocation) dumb() bool {
	name := inv.getenv("TERM")
	return name == "dumb" || name == "" && runtime.GOOS != "windows"
}

func background(a term.Answer, getenv func(string) string) string {
	switch dark, known := a.Dark(getenv); {
	case !known:
		return "unknown"
	case dark:
		return "dark"
	}
	return "light"
}

func mode(a term.Answer, n int) string {
	switch a.Modes[n] {
	case term.Known:
		return "yes"
	case term.Missing:
		return "no"
	}
	return "unknown"
}

func known(yes bool) string {
	if yes {
		return "yes"
	}
	return "unknown"
}

func colors(p colorprofile.Profile) string {
	switch p {
	case colorprofile.TrueColor:
		return "truecolor"
	case colorprofile.ANSI256:
		return "256"
	case colorprofile.ANSI:
		return "16"
	case colorprofile.ASCII:
		return "mono"
	}
	return "none"
}

// locale returns what the environment says of the language.
func locale(getenv func(string) string) string {
	list := getenv("LANGUAGE")
	if list != "" {
		list = "LANGUAGE=" + list + " "
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if v := getenv(name); v != "" {
			return list + name + "=" + v
		}
	}
	return strings.TrimSpace(list)
}
