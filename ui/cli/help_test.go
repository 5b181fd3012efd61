package cli

import (
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"juan/ui/cell"
	"juan/ui/words"
)

// The help of juan fits a screen of 80 × 24 with a line left for the prompt, and no
// help has a line wider than that except for an example.
func TestHelpFitsTheScreen(t *testing.T) {
	for _, lang := range []string{"zh", "zh-Hant", "en"} {
		for _, name := range []string{"", "print", "list", "outline", "search", "figures", "import", "notes", "doctor", "cache", "config", "state", "keys", "completion", "man", "version"} {
			w, out, _ := world(strings.Fields(name + " --help --lang " + lang)...)
			if code := Run(t.Context(), w); code != done {
				t.Errorf("%s: exit %d", name, code)
			}
			lines := strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
			if name == "" && len(lines) > 23 {
				t.Errorf("%s: %d lines", lang, len(lines))
			}
			for _, line := range lines {
				if wide := (cell.Policy{}).Width(line); wide > 80 && !strings.HasPrefix(line, "  juan ") {
					t.Errorf("%s, %s: %d cells: %s", lang, name, wide, line)
				}
			}
		}
	}
}

// Every command has examples, the same in each language, which it would take.
func TestExamplesAreTaken(t *testing.T) {
	counts := make(map[string]int)
	for _, l := range []words.Language{words.Chinese, words.English, words.Traditional} {
		w, _, _ := world()
		inv := &invocation{World: w, words: words.In(l)}
		root := inv.command()
		for _, c := range append(root.Commands(), root) {
			n := 0
			for command, what := range inv.examples(c) {
				n++
				args := exampleArgs(command)
				if what == "" || args == nil {
					t.Errorf("%s: %q, %q", c.Name(), command, what)
					continue
				}
				about, rest, err := root.Find(args)
				if err == nil {
					about.InitDefaultHelpFlag()
					err = about.ParseFlags(rest)
				}
				if err != nil || about != c {
					t.Errorf("%s is of %s: %v", command, about.Name(), err)
				}
				about.Flags().VisitAll(func(f *pflag.Flag) { f.Changed = false })
			}
			if had, ok := counts[c.Name()]; ok && had != n {
				t.Errorf("%s has %d examples, and %d in another language", c.Name(), n, had)
			}
			counts[c.Name()] = n
		}
	}
}

// exampleArgs returns the arguments that juan gets in a line of a shell, nil for none.
func exampleArgs(line string) []string {
	m := regexp.MustCompile(`(?:^|\| |\()juan((?:'[^']*'|[^|>)])*)`).FindStringSubmatch(line)
	if m == nil {
		return nil
	}
	args := []string{}
	for _, a := range regexp.MustCompile(`'[^']*'|\S+`).FindAllString(m[1], -1) {
		args = append(args, strings.Trim(a, "'"))
	}
	return args
}

// The manual page has the examples too.
func TestManHasTheExamples(t *testing.T) {
	w, out, _ := world("man", "--lang", "en")
	Run(t.Context(), w)
	for _, want := range []string{".SH \"EXAMPLES\"", "juan search \\-n \\-C 1", "\\-\\-encoding", "\\-V, \\-\\-version"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("no %s", want)
		}
	}
}
