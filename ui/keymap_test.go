package ui

import (
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"juan/ui/words"
)

// rowOf returns the keys of a command in a part of the screen.
func rowOf(t []command, name string, in scope) []string {
	for _, c := range t {
		if c.name == name && c.in&in != 0 {
			return c.keys
		}
	}
	return nil
}

// Every key of the table is a key that the reader may write, as it stands there and
// as it is shown.
func TestKeysCanBeWrittenAsTheyAreShown(t *testing.T) {
	for _, c := range commands() {
		for _, k := range c.keys {
			for _, written := range []string{k, KeyName(k)} {
				if got, why := parseKey(written); got != k || why != "" {
					t.Errorf("%q of %s is %q (%s), want %q", written, c.name, got, why, k)
				}
			}
		}
	}
}

func TestParseKey(t *testing.T) {
	for written, want := range map[string]string{
		"x": "x", "X": "X", "shift+x": "X", "Ctrl+X": "ctrl+x", "^x": "ctrl+x", "^": "^", "^^": "ctrl+^", "+": "+", "ctrl++": "ctrl++", "C-x": "ctrl+x",
		"alt+shift+ctrl+left": "ctrl+alt+shift+left", "PageDown": "pgdown", "F5": "f5", "Return": "enter", "，": ",", "；": ";", "【": "[", " ": "space", "　": "space",
		"alt+X": "alt+shift+x", "-": "-", "M-x": "alt+x", "S-left": "shift+left", "Ｊ": "J",
	} {
		if got, why := parseKey(written); got != want {
			t.Errorf("%q is %q (%s), want %q", written, got, why, want)
		}
	}
	for written, want := range map[string]string{
		"": "key", "xy": "key", "ctrl+": "key", "hyper+x": "key", "卷": "key", "\x01": "key", "é": "key", "f3": "terminal", "ctrl+i": "terminal", "ctrl+m": "terminal", "shift+1": "shift",
	} {
		if got, why := parseKey(written); why != want {
			t.Errorf("%q is %q (%s), want the fault %s", written, got, why, want)
		}
	}
}

func FuzzParseKey(f *testing.F) {
	for _, s := range []string{"ctrl+alt+x", "^^", "s-", "，", "\xff"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, written string) {
		key, why := parseKey(written)
		if (key == "") == (why == "") {
			t.Fatalf("%q is %q and %q", written, key, why)
		}
		if again, _ := parseKey(key); why == "" && again != key {
			t.Errorf("%q is %q, and that %q", written, key, again)
		}
	})
}

func TestKeymap(t *testing.T) {
	for _, tc := range []struct {
		own    Keymap
		name   string
		in     scope
		keys   string
		faults []string
	}{
		{nil, "find", inList, "/", nil},
		{Keymap{{"", "find", []string{"x", "Ctrl+F"}, 1}}, "find", inText, "x ctrl+f", nil},
		{Keymap{{"", "find", nil, 1}}, "find", inText, "", nil},
		{Keymap{{"list", "find", []string{"x"}, 1}}, "find", inList, "x", nil},
		{Keymap{{"list", "find", []string{"x"}, 1}}, "find", inText, "/", nil},
		{Keymap{{"list", "find", []string{"x"}, 1}, {"", "find", []string{"X"}, 2}}, "find", inList, "x", nil},
		{Keymap{{"list", "find", []string{"x"}, 1}, {"", "find", []string{"X"}, 2}}, "find", inOutline, "X", nil},
		// A swap is no conflict, whatever the order.
		{Keymap{{"", "line-down", []string{"k"}, 1}, {"", "line-up", []string{"j"}, 2}}, "line-up", inText, "j", nil},
		// Keys that write leave those of a prompt alone.
		{Keymap{{"", "line-down", []string{"x"}, 1}}, "line-down", inPrompt, "j down", nil},
		{Keymap{{"", "line-down", []string{"x", "f5"}, 1}}, "line-down", inPrompt, "x f5", nil},
		// A key that another command has is left to it; the entry further down gives way.
		{Keymap{{"", "find", []string{"q"}, 7}}, "find", inList, "/", []string{"7 keys.find: q已是quit（退出）的键，给它换一个或写[]；用默认值"}},
		{Keymap{{"", "find", []string{"x"}, 3}, {"", "theme", []string{"x"}, 2}}, "find", inList, "/", []string{"3 keys.find: x也给了theme（换配色）（第2行）；用默认值"}},
		{Keymap{{"", "find", []string{"x"}, 3}, {"", "theme", []string{"x"}, 2}}, "theme", inList, "x", []string{"3 keys.find: x也给了theme（换配色）（第2行）；用默认值"}},
		// What falls back may stand in the way of another.
		{Keymap{{"", "find", []string{"q"}, 1}, {"", "theme", []string{"/"}, 2}}, "theme", inList, "T",
			[]string{"1 keys.find: q已是quit（退出）的键，给它换一个或写[]；用默认值", "2 keys.theme: /已是find（筛选／查找）的键，给它换一个或写[]；用默认值"}},
		{Keymap{{"", "fnid", []string{"x"}, 4}}, "find", inList, "/", []string{"4 keys.fnid: 没有“fnid”这个命令，是不是find；不算"}},
		{Keymap{{"lst", "find", []string{"x"}, 4}}, "find", inList, "/", []string{"4 keys.lst.find: 没有“lst”这个地方，可以写：list, text, outline, popup, prompt, selection, marks, note；不算"}},
		{Keymap{{"prompt", "find", []string{"f5"}, 4}}, "find", inList, "/", []string{"4 keys.prompt.find: find（筛选／查找）在prompt里没有；不算"}},
		{Keymap{{"prompt", "close", []string{"x"}, 4}}, "close", inPrompt, "esc", []string{"4 keys.prompt.close: “x”在输入时是文字，换成ctrl+x、f5这样的；用默认值"}},
		{Keymap{{"", "close", nil, 4}}, "close", inText, "esc", []string{"4 keys.close: close（返回）不能没有键；用默认值"}},
		{Keymap{{"", "find", []string{"ctrl+i"}, 4}}, "find", inText, "/", []string{"4 keys.find: “ctrl+i”这个键，终端和别的分不开；用默认值"}},
	} {
		got, faults := table(tc.own)
		if keys := strings.Join(rowOf(got, tc.name, tc.in), " "); keys != tc.keys {
			t.Errorf("%v: %s has %q, want %q", tc.own, tc.name, keys, tc.keys)
		}
		var said []string
		for _, f := range faults {
			said = append(said, f.at())
		}
		if !slices.Equal(said, tc.faults) {
			t.Errorf("%v: %q, want %q", tc.own, said, tc.faults)
		}
	}
}

// at says a fault with its line.
func (f KeyFault) at() string {
	return string(rune('0'+f.Line)) + " " + f.Say(words.In(words.Chinese))
}

// Under any keymap no two commands share a key, every command is there, and there
// is a way out of everything.
func FuzzKeymap(f *testing.F) {
	f.Add("find=q theme=/ list.quit=x", "close= line-down=k line-up=j")
	f.Add("text.find=] outline.heading-next=j prompt.close=ctrl+g", "interrupt=x,f9")
	f.Fuzz(func(t *testing.T, one, two string) {
		var own Keymap
		for i, entry := range strings.Fields(one + " " + two) {
			name, keys, _ := strings.Cut(entry, "=")
			b := Binding{Command: name, Line: i + 1, Keys: strings.FieldsFunc(keys, func(r rune) bool { return r == ',' })}
			if focus, rest, ok := strings.Cut(name, "."); ok {
				b.Focus, b.Command = focus, rest
			}
			own = append(own, b)
		}
		got, faults := table(own)
		if c := clashing(got); c != nil {
			t.Fatalf("%v: %+v", own, c)
		}
		if len(faults) > len(own) {
			t.Fatalf("%v: %d faults", own, len(faults))
		}
		for _, c := range commands() {
			for _, f := range focuses() {
				keys := rowOf(got, c.name, f.in)
				if c.in&f.in != 0 && len(keys) == 0 && (c.name == "close" || c.name == "interrupt") {
					t.Fatalf("%v: %s has no key in %s", own, c.name, f.name)
				}
			}
		}
	})
}

// Keys of the reader's own are heard, and the old ones are not; footer, help and
// palette show them.
func TestOwnKeysEverywhere(t *testing.T) {
	opt := options(library())
	opt.Keymap = Keymap{
		{"", "help", []string{"w", "f5"}, 1}, {"", "find", []string{"x"}, 2}, {"text", "quit", []string{"ctrl+x"}, 3}, {"", "close", []string{"ctrl+g"}, 4},
		{"", "take-offer", []string{"f6"}, 5}, {"", "theme", nil, 6}, {"outline", "find", []string{"v"}, 7},
	}
	a := open(t, opt, 140, 40)
	if last := text(a); !strings.Contains(last, "x 筛选") || !strings.Contains(last, "w 帮助") {
		t.Errorf("the footer has not the keys\n%s", last)
	}
	press(a, "w")
	for _, want := range []string{"x", "筛选／查找（文章、正文）", "筛选／查找（目录）", "^g", "没有键"} {
		if !strings.Contains(text(a), want) {
			t.Errorf("the help does not show %q\n%s", want, text(a))
		}
	}
	press(a, "'w")
	if got := state(a); got != "list a" {
		t.Errorf("the key of the help does not close it: %s", got)
	}
	press(a, "w")
	press(a, "esc", "'字")
	if got := state(a); !strings.Contains(got, "prompt:字") {
		t.Errorf("Esc, which is no key any more: %s", got)
	}
	press(a, "ctrl+g")
	press(a, "/", "?", "T")
	if got := state(a); got != "list a" {
		t.Errorf("old keys still do something: %s", got)
	}
	press(a, "3", "v")
	if got := state(a); got != "outline a prompt:" {
		t.Errorf("the outline’s own key: %s", got)
	}
	press(a, "ctrl+g", "1", ":", "'筛选")
	if !strings.Contains(text(a), "x") || strings.Contains(text(a), " / ") {
		t.Errorf("the palette has other keys\n%s", text(a))
	}
	press(a, "ctrl+g", "ctrl+g")
	if got := a.notice.text; got != "已在最外层，q退出" {
		t.Errorf("nothing to close says %q", got)
	}
	for where, want := range map[string]string{"1": "", "2": "quit", "3": ""} {
		press(a, where)
		if c, _ := a.bound(tea.KeyPressMsg{Code: 'x', Mod: tea.ModCtrl}); c.name != want {
			t.Errorf("in pane %s the text’s own key is %q", where, c.name)
		}
	}
}

// Rows of the key table have the reader's keys too.
func TestKeyTableHasOwnKeys(t *testing.T) {
	rows, faults := KeyTable(words.In(words.English), Keymap{{"list", "quit", []string{"x"}, 1}, {"", "theme", nil, 2}, {"", "no", nil, 3}})
	for _, want := range []KeyRow{{"x", "quit (articles)"}, {"q", "quit (text, contents, popups)"}, {"no key", "theme"}} {
		if !slices.Contains(rows, want) {
			t.Errorf("%v is not in %v", want, rows)
		}
	}
	if len(faults) != 1 || faults[0].Line != 3 {
		t.Errorf("%v", faults)
	}
}
