package launch

import (
	"os"
	"runtime"
	"testing"

	"juan/ui/words"
)

// A note is handed to the editor in a file of the reader's own, which is gone
// when what the editor left of it was read.
func TestANoteInTheEditor(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the editor of this test is a command of Unix")
	}
	edit := noteEditor(words.In(words.English), func(string) string { return "cp" }, func(run func() error) error { return run() })
	run, read, err := edit("渡口")
	if err != nil {
		t.Fatal(err)
	}
	cmd := run.(*lent).Cmd
	file := cmd.Args[len(cmd.Args)-1]
	info, err := os.Stat(file)
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v %v", info, err)
	}
	if err := os.WriteFile(file, []byte("石桥"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got, err := read(); got != "石桥" || err != nil {
		t.Errorf("%q %v", got, err)
	}
	if _, err := os.Stat(file); err == nil {
		t.Error("the file is still there")
	}
	if _, _, err := noteEditor(words.In(words.English), func(string) string { return "no-such-editor" }, nil)("x"); err == nil {
		t.Error("an editor that is not there is run")
	}
}
