package data

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"strings"
	"time"

	"juan/data/fault"
	"juan/data/format"
	"juan/data/limit"
)

// An Opener reads files that juan cannot: the output of the command is read instead.
// Only commands from the user's settings are run.
type Opener struct {
	Pattern string // of names, as path.Match has it: *.pdf; case does not matter
	Command []string
}

// maxOpening is how long a command may take.
const maxOpening = 2 * time.Minute

// placeholder stands for the file in a command. One without it gets the bytes
// of the file from its standard input.
const placeholder = "{}"

// opener returns the command for a file of that name, nil where there is none.
func (o Options) opener(name string) []string {
	for _, one := range o.Openers {
		if ok, _ := path.Match(strings.ToLower(one.Pattern), strings.ToLower(path.Base(filepath.ToSlash(name)))); ok && len(one.Command) > 0 {
			return one.Command
		}
	}
	return nil
}

// readable reports whether a file of a folder may hold articles, by its name.
func (o Options) readable(name string) bool { return format.Readable(name) || o.opener(name) != nil }

// opened yields the articles in the output of a command for a file. disk is the path of
// the file, "" for a member of an archive, which is first written to a temporary file.
func (l *loader) opened(f file, command []string, disk string, r io.Reader) error {
	if disk == "" && strings.Contains(strings.Join(command, " "), placeholder) {
		copied, err := setAside(f.Name, r)
		if err != nil {
			return &fault.Error{Path: f.Name, Reason: fault.OpenerFailed, Err: err}
		}
		defer os.Remove(copied)
		disk = copied
	}
	text, err := output(l.ctx, command, disk, r)
	if err != nil {
		return &fault.Error{Path: f.Name, Reason: fault.OpenerFailed, Err: err}
	}
	f.AsText = true
	return l.text(f, text)
}

// setAside writes bytes to a file of the same extension.
func setAside(name string, r io.Reader) (p string, err error) {
	f, err := os.CreateTemp("", "juan-*"+format.Suffix(name))
	if err != nil {
		return "", err
	}
	_, err = io.Copy(f, r)
	if err = errors.Join(err, f.Close()); err != nil {
		os.Remove(f.Name())
		return "", err
	}
	return f.Name(), nil
}

// output runs a command and returns its output, at most limit.File bytes. There is no
// shell: a name is one argument whatever it contains, and one that begins with a hyphen
// is not taken for an option.
func output(ctx context.Context, command []string, disk string, stdin io.Reader) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, maxOpening)
	defer cancel()
	if strings.HasPrefix(disk, "-") {
		disk = "." + string(filepath.Separator) + disk
	}
	args := make([]string, len(command))
	for i, a := range command {
		args[i] = strings.ReplaceAll(a, placeholder, disk)
	}
	cmd := exec.CommandContext(ctx, args[0], args[1:]...)
	cmd.WaitDelay = time.Second
	var out, said limited
	out.left, said.left = limit.File, 4<<10
	cmd.Stdout, cmd.Stderr = &out, &said
	cmd.Stdin = stdin
	if err := cmd.Run(); err != nil {
		if line := strings.TrimSpace(fault.FirstLine(strings.TrimSpace(said.String()))); line != "" {
			err = errors.New(line)
		}
		return nil, err
	}
	if out.over {
		return nil, &fault.Error{Reason: fault.TooBig}
	}
	return out.Bytes(), nil
}

// A limited buffer keeps so many bytes and lets the rest go.
type limited struct {
	bytes.Buffer
	left int
	over bool
}

func (b *limited) Write(p []byte) (int, error) {
	n := min(len(p), b.left)
	b.left -= n
	b.over = b.over || n < len(p)
	b.Buffer.Write(p[:n])
	return len(p), nil
}
