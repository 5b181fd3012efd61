package main

import (
	"cmp"
	"debug/elf"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
)

// mostBytes is how large the program may be as it is released, with all that it carries.
const mostBytes = 26_000_000

// measuredWith is the Go whose sizes are told: those of another are not ours.
const measuredWith = "go1.26"

// A part of the program is some modules, named by how their paths begin.
type part struct {
	name    string
	modules string
	bytes   float64
}

// parts returns what the program is made of, juan's own first.
func parts(own string) []part {
	return []part{
		{name: "juan: code, tables, the library that it carries", modules: own + " main"},
		{name: "Go: runtime, standard library", modules: "std"},
		{name: "SQLite and the C library that it was translated with", modules: "modernc.org/ github.com/ncruces/go-strftime github.com/remyoudompheng/ github.com/dustin/go-humanize"},
		{name: "lexers and styles of code: chroma", modules: "github.com/alecthomas/chroma/ github.com/dlclark/regexp2/"},
		{name: "the terminal: bubbletea, bubbles, lipgloss, glamour, widths", modules: "charm.land/ github.com/charmbracelet/ github.com/clipperhouse/ github.com/mattn/ github.com/rivo/ github.com/muesli/ github.com/xo/ github.com/lucasb-eyer/ github.com/atotto/"},
		{name: "encodings, normal forms: x/text", modules: "golang.org/x/text"},
		{name: "OpenCC’s phrases", modules: "github.com/longbridgeapp/ github.com/liuzl/"},
		{name: "formats: goldmark, x/net/html, x/image, YAML, TOML", modules: "github.com/yuin/ golang.org/x/net golang.org/x/image go.yaml.in/ github.com/BurntSushi/ github.com/microcosm-cc/ github.com/aymerick/ github.com/gorilla/"},
		{name: "the command line: cobra, pflag; fsnotify, x/sys", modules: "github.com/spf13/ github.com/fsnotify/ golang.org/x/sys golang.org/x/sync github.com/google/ github.com/bits-and-blooms/ github.com/inconshreveable/"},
	}
}

// The program is no larger than it may be, and ARCHITECTURE says within 0.5 MB what its
// parts cost. Nothing in it looks for methods by names that only turn up while it runs:
// the linker would have to keep the exported methods of all types.
func TestSize(t *testing.T) {
	if testing.Short() {
		t.Skip("a build takes a while")
	}
	if !strings.HasPrefix(runtime.Version(), measuredWith) {
		t.Skipf("%s builds other sizes than %s", runtime.Version(), measuredWith)
	}
	file := released(t)
	sections, symbols := file.Sections, symbolsOf(t, file)
	total, code, lines := 0.0, 0.0, 0.0
	for _, s := range sections {
		switch size := float64(s.FileSize); {
		case s.Type == elf.SHT_NOBITS || s.Name == ".symtab" || s.Name == ".strtab":
		case s.Name == ".gopclntab":
			total, lines = total+size, size
		case s.Name == ".text":
			total, code = total+size, size
		default:
			total += size
		}
	}
	if total > mostBytes {
		t.Errorf("%.0f bytes, more than %d", total, mostBytes)
	}
	all, rest := parts(module(t)), total
	for _, s := range symbols {
		if s.Name == "reflect.Value.MethodByName" || s.Name == "reflect.(*rtype).MethodByName" {
			t.Errorf("%s is in the program: what calls it?", s.Name)
		}
		p, section := of(all, s.Name), sections[s.Section]
		if p == nil || section.Type == elf.SHT_NOBITS || section.Name == ".gopclntab" {
			continue
		}
		size := float64(s.Size)
		if section.Name == ".text" { // each function with its share of the tables that lead from code to lines
			size *= 1 + lines/code
		}
		p.bytes, rest = p.bytes+size, rest-size
	}
	for path, size := range embedded(t) {
		if p := of(all, path+".x"); p != nil {
			p.bytes, rest = p.bytes+size, rest-size
		}
	}
	all = append(all, part{name: "constants and types, which are of no one part", bytes: rest})
	compareSizes(t, all, total)
}

// released builds the program as it is released, but with the names of its symbols.
func released(t *testing.T) *elf.File {
	t.Helper()
	name := filepath.Join(t.TempDir(), "juan")
	build := exec.Command("go", "build", "-buildvcs=false", "-ldflags", "-w -buildid=", "-o", name, ".")
	build.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS=linux", "GOARCH=amd64")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	file, err := elf.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { file.Close() })
	return file
}

// symbolsOf returns the symbols that lie in a section.
func symbolsOf(t *testing.T, file *elf.File) []elf.Symbol {
	t.Helper()
	symbols, err := file.Symbols()
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(symbols, func(s elf.Symbol) bool { return int(s.Section) >= len(file.Sections) })
}

// of returns the part that a symbol belongs to, nil for what is of no package.
func of(all []part, symbol string) *part {
	symbol, _, _ = strings.Cut(symbol, "[") // what a function is made for is not where it is
	path, _, _ := strings.Cut(symbol[strings.LastIndexByte(symbol, '/')+1:], ".")
	path = symbol[:strings.LastIndexByte(symbol, '/')+1] + path
	first, _, _ := strings.Cut(path, "/")
	for i, p := range all {
		for _, m := range strings.Fields(p.modules) {
			if path == m || strings.HasPrefix(path, strings.TrimSuffix(m, "/")+"/") {
				return &all[i]
			}
		}
	}
	if strings.ContainsAny(first, ".:") || !strings.Contains(symbol, ".") {
		return nil
	}
	return &all[slices.IndexFunc(all, func(p part) bool { return p.modules == "std" })]
}

// embedded returns how many bytes of files each package carries.
func embedded(t *testing.T) map[string]float64 {
	t.Helper()
	list := exec.Command("go", "list", "-deps", "-f", `{{$p := .}}{{range .EmbedFiles}}{{$p.ImportPath}}	{{$p.Dir}}/{{.}}{{"\n"}}{{end}}`, ".")
	list.Env = append(os.Environ(), "CGO_ENABLED=0", "GOOS=linux", "GOARCH=amd64")
	out, err := list.Output()
	if err != nil {
		t.Fatal(err)
	}
	carried := make(map[string]float64)
	for line := range strings.Lines(string(out)) {
		path, file, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if info, err := os.Stat(file); ok && err == nil {
			carried[path] += float64(info.Size())
		}
	}
	return carried
}

// compareSizes holds the table of ARCHITECTURE to the sizes of parts.
func compareSizes(t *testing.T, all []part, total float64) {
	t.Helper()
	slices.SortStableFunc(all, func(a, b part) int { return cmp.Compare(b.bytes, a.bytes) })
	table := ""
	for _, p := range append(all, part{name: "**in all**", bytes: total}) {
		table += fmt.Sprintf("| %s | %.1f |\n", p.name, p.bytes/1e6)
	}
	const begin = "| part of the program | MB |\n| :--- | ---: |\n"
	text := document(t, "ARCHITECTURE.md")
	before, after, ok := strings.Cut(text, begin)
	if !ok {
		t.Fatalf("no table of sizes:\n%s", table)
	}
	told := regexp.MustCompile(`^(\|.*\|\n)*`).FindString(after)
	if *update {
		if err := os.WriteFile("ARCHITECTURE.md", []byte(before+begin+table+strings.TrimPrefix(after, told)), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	for _, p := range append(all, part{name: "**in all**", bytes: total}) {
		var said float64
		_, row, _ := strings.Cut(told, "| "+p.name+" | ")
		if _, err := fmt.Sscan(row, &said); err != nil || math.Abs(said-p.bytes/1e6) > 0.5 {
			t.Errorf("%s: %.2f MB, told are %q (go test . -run Size -update)", p.name, p.bytes/1e6, row[:min(5, len(row))])
		}
	}
}
