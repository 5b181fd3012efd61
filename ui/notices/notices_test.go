package notices

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// root is the folder of the program.
const root = "../.."

var update = flag.Bool("update", false, "write the notices anew")

// The notices are the licence of juan, those of what it learned from, that of Go, and
// those of each module whose code is in the program on any kind of system.
func TestComplete(t *testing.T) {
	want := gathered(t)
	if *update {
		pack(t, want)
	}
	var got bytes.Buffer
	if err := Write(&got); err != nil {
		t.Fatal(err)
	}
	if got.String() != want {
		t.Errorf("the notices are not those of the modules that there are: go test ./ui/notices -update\nthere are: %s\nwanted: %s",
			names(got.String()), names(want))
	}
	for _, name := range []string{"juan", "cppjieba", "OpenCC", "Unicode", "Go", "modernc.org/sqlite", "github.com/inconshreveable/mousetrap"} {
		if !slices.Contains(names(want), name) {
			t.Errorf("no notice of %s", name)
		}
	}
}

// gathered returns the notices of what the program is made of now.
func gathered(t *testing.T) string {
	var all strings.Builder
	all.WriteString(section("juan", text(t, root, "LICENSE")))
	learned, err := filepath.Glob("learned/*.txt")
	if err != nil || len(learned) == 0 {
		t.Fatal("nothing was learned", err)
	}
	for _, file := range learned {
		all.WriteString(section(strings.TrimSuffix(filepath.Base(file), ".txt"), text(t, "", file)))
	}
	all.WriteString(section("Go", text(t, goroot(t), "LICENSE")))
	modules := linked(t)
	for _, m := range slices.Sorted(maps.Keys(modules)) {
		var texts []string
		for _, file := range licences(t, modules[m]) {
			texts = append(texts, text(t, modules[m], file))
		}
		if texts == nil {
			t.Errorf("%s has no licence", m)
		}
		all.WriteString(section(m, strings.Join(texts, "\n")))
	}
	return all.String()
}

// linked returns the modules whose code is in the program, and their folders.
func linked(t *testing.T) map[string]string {
	modules := make(map[string]string)
	for _, system := range []string{"linux", "darwin", "windows", "freebsd"} {
		cmd := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Dir}}{{end}}{{end}}", ".")
		cmd.Dir, cmd.Env = root, append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
		out, err := cmd.Output()
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(out)) {
			if path, dir, ok := strings.Cut(strings.TrimSpace(line), "\t"); ok {
				modules[path] = dir
			}
		}
	}
	return modules
}

// goroot returns the folder of Go itself.
func goroot(t *testing.T) string {
	out, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(out))
}

// licences returns the names of files in a folder that say under which conditions what
// lies there may be used.
func licences(t *testing.T, dir string) (names []string) {
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		for _, begin := range []string{"LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "PATENTS", "UNLICENSE"} {
			if strings.HasPrefix(strings.ToUpper(f.Name()), begin) && f.Type().IsRegular() && filepath.Ext(f.Name()) != ".go" {
				names = append(names, f.Name())
				break
			}
		}
	}
	return names
}

// text returns a file as lines without blanks at their ends.
func text(t *testing.T, dir, name string) string {
	raw, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for line := range strings.Lines(strings.NewReplacer("\f", "", "\ufeff", "").Replace(string(raw))) {
		lines = append(lines, strings.TrimRight(line, " \t\r\n"))
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n") + "\n"
}

// section returns a notice under its name.
func section(name, text string) string {
	return fmt.Sprintf("%s\n%s\n\n%s\n\n", name, strings.Repeat("=", len(name)), text)
}

// names returns the names of sections.
func names(all string) (names []string) {
	lines := strings.Split(all, "\n")
	for i := range lines[:len(lines)-1] {
		if lines[i] != "" && lines[i+1] == strings.Repeat("=", len(lines[i])) {
			names = append(names, lines[i])
		}
	}
	return names
}

func pack(t *testing.T, all string) {
	var b bytes.Buffer
	w, _ := gzip.NewWriterLevel(&b, gzip.BestCompression)
	w.Write([]byte(all))
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("notices.txt.gz", b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	packed = b.String()
}
