package main

import (
	"bytes"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"juan/data/charset"
	"juan/ui"
	"juan/ui/cli"
	"juan/ui/words"
)

// readmes are the pages that a stranger sees first, and the languages of what juan
// shows in them.
func readmes() map[string]words.Language {
	return map[string]words.Language{"README.md": words.English, "README.zh-CN.md": words.Chinese}
}

// documents are all pages about juan.
func documents() []string {
	return []string{"README.md", "README.zh-CN.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/corpus/guide.md", "data/corpus/guide-en.md"}
}

func document(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// blocks returns the blocks of code of a page in a language.
func blocks(text, language string) (found []string) {
	for _, m := range regexp.MustCompile("(?ms)^```"+language+"\n(.*?)^```").FindAllStringSubmatch(text, -1) {
		found = append(found, m[1])
	}
	return found
}

// spans returns the spans of code of a page outside of its blocks.
func spans(text string) (found []string) {
	text = regexp.MustCompile("(?ms)^```.*?^```").ReplaceAllString(text, "")
	for _, m := range regexp.MustCompile("`([^`\n]+)`").FindAllStringSubmatch(text, -1) {
		found = append(found, strings.ReplaceAll(m[1], `\|`, "|"))
	}
	return found
}

// commands returns every command line of a page: its spans, and the lines of its blocks
// for a shell.
func commands(text string) []string {
	found := spans(text)
	for _, block := range blocks(text, "sh") {
		found = append(found, strings.Split(block, "\n")...)
	}
	return found
}

// arguments returns what juan gets in a command line, and whether it is in one. What a
// reader is to put in the place of a name in capitals or in brackets is any word.
func arguments(line string) (args []string, ok bool) {
	m := regexp.MustCompile(`(?:^|\| |&& )juan((?: '[^']*'| [^ #|>&]\S*)*)`).FindStringSubmatch(line)
	if m == nil {
		return nil, false
	}
	rest := regexp.MustCompile(`[\[\]…]|\.\.\.`).ReplaceAllString(m[1], "")
	for _, a := range regexp.MustCompile(`'[^']*'|\S+`).FindAllString(rest, -1) {
		args = append(args, strings.Trim(a, "'"))
	}
	return args, true
}

// refused returns what juan says of arguments that it does not take, "" where it does.
func refused(t *testing.T, args ...string) string {
	t.Helper()
	var out, errs bytes.Buffer
	code := cli.Run(t.Context(), cli.World{
		Args: append(args, "--help"), Stdin: strings.NewReader(""), Stdout: &out, Stderr: &errs,
		Encodings: charset.Names, Echo: func() {}, Version: func() string { return "1.2.3" }, Keys: keys,
	})
	if code == 0 && out.Len() == 0 {
		return "no help"
	}
	return errs.String()
}

// Each command line of juan in a page is one that juan takes.
func TestCommandLinesOfTheDocuments(t *testing.T) {
	for _, name := range documents() {
		n := 0
		for _, line := range commands(document(t, name)) {
			args, ok := arguments(line)
			if !ok {
				continue
			}
			n++
			if i := slices.Index(args, "--"); i >= 0 {
				args = args[:i]
			}
			if why := refused(t, args...); why != "" {
				t.Errorf("%s: %s: %s", name, line, why)
			}
		}
		if n == 0 && (strings.HasPrefix(name, "README") || strings.Contains(name, "guide")) {
			t.Errorf("%s has no command line", name)
		}
	}
}

// Each option that a page names is one of juan's, and so is each value of it that the
// page lists.
func TestOptionsOfTheDocuments(t *testing.T) {
	manual, _, _ := run(t, "", "man")
	manual = strings.ReplaceAll(manual, `\-`, "-")
	option := regexp.MustCompile(`^(--[a-z-]+)(?:[ =](.*))?$`)
	for _, name := range documents() {
		for _, span := range spans(document(t, name)) {
			m := option.FindStringSubmatch(span)
			if m == nil {
				continue
			}
			if !regexp.MustCompile(regexp.QuoteMeta(m[1]) + `\b`).MatchString(manual) {
				t.Errorf("%s: juan has no %s", name, m[1])
			}
			if values := strings.Split(m[2], "|"); len(values) > 1 {
				for _, v := range values {
					if why := refused(t, "list", m[1], v); why != "" {
						t.Errorf("%s: %s %s: %s", name, m[1], v, why)
					}
				}
			}
		}
	}
}

// Each key that a page names does something.
func TestKeysOfTheDocuments(t *testing.T) {
	rows, _ := ui.KeyTable(words.In(words.English), nil)
	known := make(map[string]bool)
	for _, row := range rows {
		for _, key := range strings.Fields(row.Keys) {
			known[key] = true
		}
	}
	key := regexp.MustCompile(`^([!-~←→↑↓]|\^[a-z]|Alt\+.|S-Tab|[A-Z][a-z]{2}|Home|Enter|Space|PgDn|PgUp)$`)
	for _, name := range []string{"README.md", "README.zh-CN.md", "data/corpus/guide.md", "data/corpus/guide-en.md"} {
		n := 0
		for _, span := range spans(document(t, name)) {
			if key.MatchString(span) && span != "C" && span != "^" { // a locale, and the sign for Ctrl
				n++
				if !known[span] {
					t.Errorf("%s: no command has the key %s", name, span)
				}
			}
		}
		if n < 50 {
			t.Errorf("%s names %d keys", name, n)
		}
	}
}

// files returns the paths of all files of the project, with slashes.
func files(t *testing.T) (found []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS("."), ".", func(p string, d fs.DirEntry, err error) error {
		if p == ".git" && err == nil && d.IsDir() {
			return fs.SkipDir
		}
		found = append(found, p)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// Each file and folder that a page names is there, and the READMEs lead to each other.
func TestFilesOfTheDocuments(t *testing.T) {
	all := files(t)
	link := regexp.MustCompile(`\]\(([^)#:]+)\)`)
	file := regexp.MustCompile(`^(?:[\w.-]+/)*[\w.-]+\.(?:go|md|sh|tsv)$|^(?:\.ci|\.github|data|model|ui)(?:/[\w.-]+)*$`)
	for _, name := range documents() {
		text := document(t, name)
		for _, m := range link.FindAllStringSubmatch(text, -1) {
			if _, err := os.Stat(filepath.Join(filepath.Dir(name), m[1])); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
		if strings.HasPrefix(name, "data/") {
			continue // the guides name files of the reader's
		}
		for _, span := range spans(text) {
			if file.MatchString(span) && !slices.ContainsFunc(all, func(p string) bool { return p == span || strings.HasSuffix(p, "/"+span) }) && !example(span) {
				t.Errorf("%s: there is no %s", name, span)
			}
		}
	}
	for name := range readmes() {
		for other := range readmes() {
			if other != name && !strings.Contains(document(t, name), "]("+other+")") {
				t.Errorf("%s does not lead to %s", name, other)
			}
		}
	}
}

// example reports whether a file is one that a reader may have, or one of bubbletea's.
func example(name string) bool {
	return strings.HasPrefix(name, "report.") || strings.HasSuffix(name, "_renderer.go")
}

// Each test, benchmark, fuzz target and target of make that a page names is there.
func TestDevelopersCommandsOfTheDocuments(t *testing.T) {
	makefile := document(t, "Makefile")
	named := regexp.MustCompile(`-(run|bench|fuzz) (\S+)`)
	for _, name := range documents() {
		folder := "."
		for _, line := range commands(document(t, name)) {
			line, _, _ = strings.Cut(line, "  #")
			if to, ok := strings.CutPrefix(line, "cd "); ok {
				folder = strings.TrimSpace(to)
			}
			if target, ok := strings.CutPrefix(line, "make "); ok && !strings.Contains(line, "|") {
				if target = strings.Fields(target)[0]; !strings.Contains(makefile, "\n"+target+":") {
					t.Errorf("%s: no target %s", name, target)
				}
			}
			for _, m := range named.FindAllStringSubmatch(line, -1) {
				if pattern := strings.Trim(m[2], "'"); pattern != "^$" && pattern != "." && !tested(t, folder, line, m[1], pattern) {
					t.Errorf("%s: %s: nothing is called %s", name, line, pattern)
				}
			}
		}
	}
}

// tested reports whether a package that a command line names has a function of a kind
// whose name the pattern matches; only what stands before a slash, for parts of it, counts.
func tested(t *testing.T, folder, line, kind, pattern string) bool {
	t.Helper()
	pattern, _, _ = strings.Cut(pattern, "/")
	prefix := map[string]string{"run": "(?:Test|Example|Fuzz)", "bench": "Benchmark", "fuzz": "Fuzz"}[kind]
	function := regexp.MustCompile(`(?m)^func (` + prefix + `\w+)\(`)
	for _, dir := range packages(line) {
		tests, err := filepath.Glob(filepath.Join(path.Join(folder, dir), "*_test.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range tests {
			for _, f := range function.FindAllStringSubmatch(document(t, file), -1) {
				if regexp.MustCompile(pattern).MatchString(f[1]) {
					return true
				}
			}
		}
	}
	return false
}

// packages returns the folders that a command line names, the root where it names none.
func packages(line string) []string {
	found := regexp.MustCompile(`\./[\w./-]*`).FindAllString(line, -1)
	if len(found) == 0 {
		return []string{"."}
	}
	return found
}

// The settings that a page shows are right, and those that it says are the defaults are.
func TestSettingsOfTheDocuments(t *testing.T) {
	defaults, _, _ := run(t, "", "config", "--default")
	setting := regexp.MustCompile(`^(\w+) = ("[^"]*"|\S+)`)
	for _, name := range []string{"README.md", "data/corpus/guide.md", "data/corpus/guide-en.md"} {
		shown := 0
		for _, block := range blocks(document(t, name), "toml") {
			if strings.Contains(block, "[[heading]]") {
				continue // corrections of a text
			}
			if _, errs, code := configured(t, block, "config", "--check"); code != 0 || errs != "" {
				t.Errorf("%s: %s", name, errs)
			}
			block, _, _ := strings.Cut("\n"+block, "\n[")
			for line := range strings.SplitSeq(block, "\n") {
				m := setting.FindString(line)
				if m == "" {
					continue
				}
				shown++
				if !strings.Contains(defaults, "\n#"+m+"\n") {
					t.Errorf("%s: %s is no default", name, m)
				}
			}
		}
		if shown < 10 {
			t.Errorf("%s shows %d settings", name, shown)
		}
	}
}

// The table of rooms in ARCHITECTURE.md has every room of the house, and says of each
// whether it is pure.
func TestTheMapHasEveryRoom(t *testing.T) {
	text := document(t, "ARCHITECTURE.md")
	for _, r := range house() {
		if r.path == "" || strings.Contains(r.path, "/internal/") {
			continue
		}
		pure := "|"
		if r.pure {
			pure = "| ○"
		}
		if !strings.Contains(text, "| `"+r.path+"` "+pure+" |") {
			t.Errorf("no row | `%s` %s |", r.path, pure)
		}
	}
}
