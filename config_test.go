package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// configured returns what a juan wrote that found these settings.
func configured(t *testing.T, settings string, args ...string) (out, errs string, code int) {
	t.Helper()
	file := write(t, t.TempDir(), "config.toml", settings)
	out, errs, code = run(t, "", append(args, "--config", file)...)
	return out, strings.ReplaceAll(errs, file, "FILE"), code
}

// Each kind of error costs one message, which names the line, and the program works;
// what is right in the same file holds.
func TestEveryWrongSettingIsToldAndTheOthersHold(t *testing.T) {
	out, errs, code := configured(t, `theme = "朱墨"
width = "wide"
colour = "red"
mouse == true
language = "en"
panes = "up"
pictures = 1
gap = "yes"

[open]
"[" = "cat {}"

[keys]
fnid = "x"
palette = "no such key"
theme = "x"
order = "x"
help = "q"
close = []
jump-back = 7
redraw = "ctrl+i"
zen = ["Q", "f6"]

[keys.lsit]
find = "x"

[keys.prompt]
choose = "y"

[keys.list]
line-down = [
quit = "W"
`, "keys")
	want := []string{
		"1: theme: expected auto, ", "2: width: expected 2–10000; using the default, 84", "3: no such setting: colour; ignored", "4: this line is not valid TOML and is ignored",
		`6: panes: expected "both", "list", "contents", "none"; using the default, "both"`, "7: pictures: expected ", "8: gap: expected true, false; using the default, false", `11: open."[": expected `,
		"14: keys.fnid: no command called “fnid” (did you mean find?); ignored", "15: keys.palette: no key called “no such key”; ", "17: keys.order: x is also the key for theme (theme) (line 16); ",
		"18: keys.help: q is already the key for quit (quit), which needs another, or []; using the default", "19: keys.close: close (back) must have a key; ",
		`20: keys.jump-back: expected "x", ["x", "ctrl+x"], []; using the default`, "21: keys.redraw: terminals cannot tell “ctrl+i” from other keys; ",
		"25: keys.lsit.find: no part of the screen called “lsit”, choose from list, text, outline, popup, prompt, selection, marks, note; ", "28: keys.prompt.choose: “y” types text here; ", "31: this line is not valid TOML and is ignored",
	}
	said := strings.Split(strings.TrimSuffix(errs, "\n"), "\n")
	for i := range max(len(said), len(want)) {
		if i >= len(said) || i >= len(want) || !strings.HasPrefix(said[i], "juan: FILE:"+want[min(i, len(want)-1)]) {
			t.Fatalf("message %d of %d, %d are wanted:\n%s", i, len(said), len(want), errs)
		}
	}
	if code != 0 {
		t.Errorf("exit %d", code)
	}
	rows := make(map[string]bool)
	for line := range strings.Lines(out) {
		rows[strings.Join(strings.Fields(line), " ")] = true
	}
	for _, want := range []string{"x theme", "Q F6 text only", "? F1 help", "S sort the articles", "W quit (articles)", "q quit (text, contents, popups)", ": command palette", "Esc back"} {
		if !rows[want] {
			t.Errorf("no row %q in\n%s", want, out)
		}
	}
}

// The default settings say nothing, and neither do they with every # taken off: they
// are what holds in any case.
func TestDefaultSettings(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		doc, errs, code := run(t, "", "config", "--default", "--lang", lang)
		if code != 0 || errs != "" {
			t.Fatalf("exit %d, %s", code, errs)
		}
		var taken strings.Builder
		for line := range strings.Lines(doc) {
			if rest, ok := strings.CutPrefix(line, "#"); ok && !strings.HasPrefix(rest, " ") {
				line = rest
			}
			taken.WriteString(line)
		}
		keys, _, _ := run(t, "", "keys", "--lang", lang)
		for _, settings := range []string{doc, taken.String()} {
			out, errs, code := configured(t, settings, "keys", "--lang", lang)
			if out != keys || errs != "" || code != 0 {
				t.Errorf("%s: exit %d, %s\nthe keys are\n%s\nin\n%s", lang, code, errs, out, settings)
			}
		}
	}
}

func TestConfigSaysWhereAndWhether(t *testing.T) {
	if out, errs, code := configured(t, "gap = true\n", "config", "--check"); code != 0 || errs != "" || !strings.Contains(out, "没有写错") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
	if out, errs, code := configured(t, "gap = 1\nkeys.quit = 1\n", "config", "--check"); code != 2 || strings.Count(errs, "\n") != 2 || !strings.Contains(out, "有2处写错") {
		t.Errorf("exit %d, %q, %q", code, out, errs)
	}
	home := t.TempDir()
	cmd := juan(t, "config", "--path")
	cmd.Env = append(cmd.Env, "XDG_CONFIG_HOME="+home)
	out, err := cmd.Output()
	if want := filepath.Join(home, "juan", "config.toml") + "\n"; err != nil || string(out) != want {
		t.Errorf("%q, %v, want %q", out, err, want)
	}
	if out, _, code := run(t, "", "config"); code != 0 || !strings.Contains(out, "没有这个文件") {
		t.Errorf("exit %d, %q", code, out)
	}
}

// A file of settings that never ends, or is no file of text at all, is not waited for.
func TestSettingsThatNeverEnd(t *testing.T) {
	if _, err := os.Stat("/dev/zero"); err != nil {
		t.Skip(err)
	}
	if out, errs, code := run(t, "", "list", "--config", "/dev/zero"); code != 0 || out == "" || strings.Count(errs, "\n") != 1 {
		t.Errorf("exit %d, %q", code, errs)
	}
	if out, errs, code := configured(t, `theme = "/dev/zero"`, "list"); code != 0 || out == "" || strings.Count(errs, "\n") != 1 {
		t.Errorf("exit %d, %q", code, errs)
	}
}

// A style sheet is found from where the settings lie.
func TestThemeOfAFileBesideTheSettings(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "mine.json", `{"heading": {"color": "#010203"}}`)
	file := write(t, dir, "config.toml", `theme = "mine.json"`)
	if _, errs, code := run(t, "", "list", "--config", file); code != 0 || errs != "" {
		t.Errorf("exit %d, %q", code, errs)
	}
	write(t, dir, "mine.json", `{"heading": 1}`)
	if _, errs, code := run(t, "", "list", "--config", file); code != 0 || strings.Count(errs, "\n") != 1 || !strings.Contains(errs, ":1: ") {
		t.Errorf("exit %d, %q", code, errs)
	}
}

// What is written is of ASCII where the text is and that is asked for.
func TestOutputOfASCII(t *testing.T) {
	text := "---\ntitle: The ferry\ndate: 2021-03-01\ntags: [boats]\n---\n\n# One\n\n## Two\n\n### Three\n\n#### Four\n\n##### Five\n\n###### Six\n\n" +
		"- item\n  - inner\n- [ ] open\n- [x] done\n\n> quote\n\n---\n\n| a | b |\n| :-- | --: |\n| ferry | 1.5 |\n\n```go\n" + strings.Repeat("wide code ", 30) + "\n```\n\nA note.[^1]\n\n[^1]: The note.\n\n![a ferry](a.png)\n"
	file := write(t, t.TempDir(), "a.md", text)
	for _, args := range [][]string{{"print", file}, {"list", file}, {"outline", file}, {"search", "ferry", file}, {"keys"}} {
		out, errs, code := run(t, "", append(args, "--ascii", "--lang", "en", "--width", "40")...)
		for i, r := range out {
			if code != 0 || r > 127 {
				t.Errorf("%q, exit %d, %s: there is %q in\n%s", args, code, errs, r, out[max(0, i-100):])
				break
			}
		}
	}
}
