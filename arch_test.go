package main

import (
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

// A room is one package and what it may import: rooms that stand before it in
// the house, and modules of others. A pure room has no part in the world: no
// files, no network, no processes, no terminal.
type room struct {
	path    string
	pure    bool
	rooms   string
	modules string
}

// house returns the rooms, lowest first.
func house() []room {
	return []room{
		{path: "model/fold", pure: true, modules: "golang.org/x/text"},
		{path: "model/fold/internal/variants"}, // a program that makes a table; nothing imports it
		{path: "model/char", pure: true},
		{path: "model/structure/part", pure: true},
		{path: "model/lexis", pure: true, rooms: "model/char"},
		{path: "model/structure/number", pure: true, rooms: "model/char"},
		{path: "model/numeral", pure: true, rooms: "model/char model/structure/number"},
		{path: "model/structure/weigh", pure: true},
		{path: "model/structure/sentence", pure: true, rooms: "model/char model/lexis model/structure/number model/structure/weigh"},
		{path: "model/structure/flat", pure: true,
			rooms: "model/char model/lexis model/structure/number model/structure/part model/structure/sentence model/structure/weigh"},
		{path: "model/structure/lines", pure: true,
			rooms: "model/char model/lexis model/structure/number model/structure/part model/structure/sentence model/structure/weigh"},
		{path: "model/structure", pure: true, rooms: "model/structure/flat model/structure/lines model/structure/number model/structure/part"},
		{path: "model/structure/internal/fit"}, // for tests and for the program below
		{path: "model/structure/internal/refit", rooms: "model/structure/internal/fit"},
		{path: "model/lexis/internal/lexicon"}, // a program that makes a table; nothing imports it
		{path: "model/query", pure: true},
		{path: "model/sound", pure: true},
		{path: "model/sound/internal/readings", modules: "golang.org/x/text"}, // a program that makes tables; nothing imports it
		{path: "model/clause", pure: true, rooms: "model/char", modules: "github.com/clipperhouse/uax29/v2"},
		{path: "model", pure: true, rooms: "model/char model/clause model/fold model/numeral model/query model/sound"},
		{path: "model/figures", pure: true, rooms: "model model/char model/clause model/lexis model/numeral"},

		{path: "data/corpus"},
		{path: "data/charset", modules: "golang.org/x/text"},
		{path: "data/database", modules: "golang.org/x/sys modernc.org/sqlite"},
		{path: "data/catalogue", rooms: "model model/fold data/database"},
		{path: "data/memory", rooms: "model data/database"},
		{path: "data/fault"},
		{path: "data/format/formula", pure: true, rooms: "model/char"},
		{path: "data/limit", rooms: "data/fault"},
		{path: "data/format/dialect", pure: true},
		{path: "data/format/date", pure: true},
		{path: "data/internal/dump", rooms: "model model/char"}, // for tests, as is the next
		{path: "data/internal/sample", pure: true, rooms: "model/char", modules: "golang.org/x/text"},
		{path: "data/format/compose", pure: true, rooms: "model model/char data/format/formula"},
		{path: "data/format/outline", pure: true, rooms: "model model/structure data/limit data/format/compose"},
		{path: "data/parallel", pure: true},
		{path: "data/export", pure: true, rooms: "model model/char model/structure data/format/dialect", modules: "go.yaml.in/yaml/v3"},
		{path: "data/format/plain", pure: true, rooms: "model model/char model/structure model/structure/number data/format/dialect data/format/compose data/format/outline data/limit"},
		{path: "data/format/page", pure: true, rooms: "model model/char data/format/dialect data/format/compose data/format/date data/format/outline data/format/formula", modules: "golang.org/x/net"},
		{path: "data/format/book", pure: true, rooms: "model model/char model/structure/number data/charset data/fault data/format/compose data/format/date data/format/outline data/format/page data/limit"},
		{path: "data/format/front", pure: true, rooms: "model data/fault data/format/date data/format/outline", modules: "github.com/BurntSushi/toml go.yaml.in/yaml/v3"},
		{path: "data/format/markdown", rooms: "model model/char data/format/dialect data/format/compose data/format/outline data/format/page data/format/plain data/format/formula", modules: "github.com/yuin/goldmark"},
		{path: "data/format/terminal", pure: true, rooms: "model"},
		{path: "data/format/office", rooms: "data/charset model/char"},
		{path: "data/format/markup", pure: true, rooms: "data/format/dialect data/format/front"},
		{path: "data/format", rooms: "model model/char data/charset data/format/dialect data/fault data/format/book data/format/compose data/format/date data/format/front data/format/markdown data/format/outline data/format/page data/format/plain data/format/terminal data/limit data/format/markup data/format/office"},
		{path: "data", rooms: "model model/fold data/catalogue data/charset data/export data/fault data/format data/format/book data/limit data/parallel",
			modules: "github.com/fsnotify/fsnotify golang.org/x/text"},

		{path: "ui/cell", pure: true,
			modules: "github.com/charmbracelet/x/ansi github.com/clipperhouse/displaywidth github.com/clipperhouse/uax29/v2 github.com/mattn/go-runewidth"},
		{path: "ui/role", pure: true},
		{path: "ui/words", pure: true},
		{path: "ui/line", modules: "golang.org/x/sys"},
		{path: "ui/resident"},
		{path: "ui/monitor", rooms: "ui/line ui/resident", modules: "golang.org/x/sys"},
		{path: "ui/early"},
		{path: "ui/term", rooms: "ui/line", modules: "github.com/charmbracelet/colorprofile github.com/charmbracelet/x/ansi golang.org/x/sys"},
		{path: "ui/config", rooms: "ui/words", modules: "github.com/BurntSushi/toml"},
		{path: "ui/linebreak", pure: true, rooms: "ui/cell"},
		{path: "ui/script", pure: true, modules: "github.com/liuzl/da github.com/longbridgeapp/opencc"},
		{path: "ui/repair", pure: true, rooms: "ui/linebreak ui/script", modules: "github.com/mattn/go-runewidth golang.org/x/text"},
		{path: "ui/typeset", pure: true, rooms: "model model/char model/clause model/lexis ui/cell ui/role ui/linebreak ui/repair ui/script", modules: "github.com/alecthomas/chroma/v2"},
		{path: "ui/picture", pure: true, modules: "github.com/charmbracelet/x/ansi golang.org/x/image"},
		{path: "ui/theme", pure: true, rooms: "model ui/role", modules: "charm.land/glamour/v2 charm.land/lipgloss/v2 github.com/charmbracelet/colorprofile github.com/charmbracelet/x/ansi github.com/lucasb-eyer/go-colorful"},
		{path: "ui/screen", pure: true, rooms: "ui/cell ui/repair ui/role ui/script ui/theme"},
		{path: "ui/template", pure: true},
		{path: "ui/notices", pure: true},
		{path: "ui/task", pure: true, modules: "charm.land/bubbletea/v2"},
		{path: "ui", pure: true, rooms: "model model/clause model/lexis model/numeral model/query ui/cell ui/role ui/words ui/linebreak ui/screen ui/script ui/task ui/typeset ui/theme ui/picture",
			modules: "charm.land/bubbles/v2 charm.land/bubbletea/v2 charm.land/glamour/v2 github.com/charmbracelet/colorprofile github.com/charmbracelet/x/ansi"},
		{path: "ui/cli", rooms: "model model/figures model/query ui/cell ui/picture ui/role ui/words ui/repair ui/term ui/config ui/notices ui/template ui/typeset ui/theme",
			modules: "charm.land/glamour/v2 github.com/charmbracelet/colorprofile github.com/spf13/cobra github.com/spf13/pflag"},

		{path: "ui/launch", rooms: "model ui ui/cell ui/cli ui/config ui/line ui/monitor ui/picture ui/script ui/term ui/words",
			modules: "charm.land/bubbletea/v2 github.com/charmbracelet/ultraviolet github.com/charmbracelet/x/ansi github.com/charmbracelet/x/term golang.org/x/sys golang.org/x/text"},

		{path: "", rooms: "model data data/catalogue data/charset data/corpus data/database data/fault data/memory ui ui/cli ui/config ui/early ui/launch ui/repair ui/resident ui/term ui/words",
			modules: "github.com/charmbracelet/x/term"},
	}
}

// world are the packages of the standard library that a pure room may not import, each
// with all below it, except net/url, which only parses strings, and runtime/debug,
// which shows where a panic came from.
const world = "os net log io/fs io/ioutil path/filepath syscall runtime plugin unsafe testing"

// The imports of every package on every kind of system are those that the
// table permits, and the table permits none that nobody uses.
func TestImportsPointDown(t *testing.T) {
	found, own := make(map[string][]string), module(t)
	for _, system := range []string{"linux", "darwin", "windows"} {
		for path, imports := range list(t, system, own) {
			found[path] = slices.Compact(slices.Sorted(slices.Values(append(found[path], imports...))))
		}
	}
	var built []string
	for _, r := range house() {
		used := make(map[string]bool)
		for _, imp := range found[r.path] {
			permit, ok := r.permits(imp, own, built)
			if !ok {
				t.Errorf("%s may not import %s", r, imp)
			}
			used[permit] = true
		}
		for _, p := range strings.Fields(r.rooms + " " + r.modules) {
			if !used[p] {
				t.Errorf("%s may import %s and does not", r, p)
			}
		}
		built = append(built, r.path)
	}
	for path := range found {
		if !slices.Contains(built, path) {
			t.Errorf("%s stands in no line of the table", room{path: path})
		}
	}
}

// list returns what each package of juan imports when it is built for a
// system.
func list(t *testing.T, system, own string) map[string][]string {
	cmd := exec.Command("go", "list", "-f", `{{.ImportPath}} {{join .Imports " "}}`, "./...")
	cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=0")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	packages := make(map[string][]string)
	for line := range strings.Lines(string(out)) {
		f := strings.Fields(line)
		path, _ := ours(f[0], own)
		packages[path] = f[1:]
	}
	return packages
}

// permits returns the word of the table that lets r import a package, "" where
// it needs none. Rooms that are not yet built stand above r.
func (r room) permits(imp, own string, built []string) (permit string, ok bool) {
	if path, ok := ours(imp, own); ok {
		return path, slices.Contains(built, path) && slices.Contains(strings.Fields(r.rooms), path)
	}
	if first, _, _ := strings.Cut(imp, "/"); !strings.Contains(first, ".") {
		return "", !r.pure || imp == "net/url" || imp == "runtime/debug" || !under(imp, world)
	}
	for _, m := range strings.Fields(r.modules) {
		if under(imp, m) {
			return m, true
		}
	}
	return "", false
}

// ours returns a package's path inside the module, "" for the program itself.
func ours(imp, own string) (path string, ok bool) {
	if imp == own {
		return "", true
	}
	return strings.CutPrefix(imp, own+"/")
}

// module returns the path of juan's own module, as go.mod has it.
func module(t *testing.T) string {
	raw, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	line, _, _ := strings.Cut(string(raw), "\n")
	return strings.TrimPrefix(line, "module ")
}

// under reports whether a package is one of those named, or below one.
func under(imp, names string) bool {
	return slices.ContainsFunc(strings.Fields(names), func(n string) bool {
		return imp == n || strings.HasPrefix(imp, n+"/")
	})
}

func (r room) String() string { return "juan/" + r.path }
