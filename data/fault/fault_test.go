package fault

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"syscall"
	"testing"
)

// Every reason and every remark has a code and words of its own, since a caller
// distinguishes them by nothing else.
func TestCodesAreTheirOwn(t *testing.T) {
	codes, words := map[string]bool{}, map[string]bool{}
	for r := Unreadable; r <= OpenerFailed; r++ {
		codes[r.Code()], words[r.String()] = true, true
	}
	if n := int(OpenerFailed) + 1; len(codes) != n || len(words) != n {
		t.Errorf("%d reasons have %d codes and %d words", n, len(codes), len(words))
	}
	codes, words = map[string]bool{}, map[string]bool{}
	for r := Undecodable; r <= Zeros; r++ {
		n := &Notice{Path: "p", Remark: r, N: 2, Detail: "d"}
		code, _ := n.Code()
		codes[code], words[n.Error()] = true, true
	}
	if n := int(Zeros) + 1; len(codes) != n || len(words) != n {
		t.Errorf("%d remarks have %d codes and %d words", n, len(codes), len(words))
	}
}

// An error is one line that begins with its path, whatever the system has said,
// and what that was can be asked for.
func TestErrorsNameTheirPath(t *testing.T) {
	said := errors.New("what the system says")
	for r := Unreadable; r <= OpenerFailed; r++ {
		for _, cause := range []error{nil, said} {
			e := &Error{"卷/a.txt", r, cause}
			if line := e.Error(); !strings.HasPrefix(line, "卷/a.txt: ") || len(line) == len("卷/a.txt: ") || strings.Contains(line, "\n") {
				t.Errorf("%d: %q", r, line)
			}
			if errors.Is(e, said) != (cause != nil) {
				t.Errorf("%d: %v is lost", r, cause)
			}
		}
	}
}

// What an error or a notice is about goes with its code, the format that is not
// read in the code itself.
func TestCodesTellWhatTheyAreAbout(t *testing.T) {
	for _, c := range []struct {
		err  interface{ Code() (string, []any) }
		want string
	}{
		{&Error{"a.pdf", Foreign, Format("pdf")}, "foreign.pdf []"},
		{&Error{"a", Foreign, nil}, "foreign []"},
		{&Error{"a", OpenerFailed, errors.New("no such program")}, "opener [no such program]"},
		{&Error{"a", OpenerFailed, nil}, "opener []"},
		{&Error{"a", TooBig, errors.New("x")}, "toobig []"},
		{&Notice{"a", Undecodable, 3, ""}, "undecodable [3]"},
		{&Notice{"a", Furniture, 2, "第 1 页"}, "furniture [2 第 1 页]"},
		{&Notice{"a", Skipped, 4, "line 9"}, "skipped [4 line 9]"},
		{&Notice{"a", SideFile, 1, "a.toml"}, "sidefile [a.toml]"},
		{&Notice{"a", Unparsed, 0, ""}, "unparsed []"},
	} {
		code, about := c.err.Code()
		if got := fmt.Sprint(code, " ", about); got != c.want {
			t.Errorf("%q, want %q", got, c.want)
		}
	}
}

// About says of any error once why and where: said again, of whatever path, it
// stays as it is.
func TestAboutIsSaidOnce(t *testing.T) {
	for _, c := range []struct {
		err  error
		want Reason
	}{
		{fs.ErrNotExist, NotFound},
		{&fs.PathError{Op: "open", Path: "x", Err: fs.ErrPermission}, Denied},
		{&fs.PathError{Op: "open", Path: "x", Err: syscall.EIO}, Unreadable},
		{fmt.Errorf("reading: %w", fs.ErrNotExist), NotFound},
		{errors.New("anything"), Unreadable},
		{&Error{Reason: TooBig}, TooBig},
		{fmt.Errorf("in it: %w", &Error{Path: "", Reason: Encrypted}), Encrypted},
	} {
		one := About("p", c.err)
		if one.Reason != c.want || one.Path != "p" {
			t.Errorf("%v: %+v", c.err, one)
		}
		if two := About("q", one); *two != *one {
			t.Errorf("%v: %+v, then %+v", c.err, one, two)
		}
		if strings.Contains(one.Error(), "x") && c.want == Unreadable {
			t.Errorf("%q names another path", one)
		}
	}
	if e := About("p", &Error{Path: "inside", Reason: Empty}); e.Path != "inside" {
		t.Errorf("the path inside becomes %q", e.Path)
	}
	if !errors.Is(About("p", &fs.PathError{Op: "open", Path: "x", Err: syscall.EIO}), syscall.EIO) {
		t.Error("what the system said is lost")
	}
}

// The first line is the beginning of what was said, without a line break, and a
// line by itself stays.
func TestFirstLine(t *testing.T) {
	for _, s := range []string{"", "\n", "一", "一\n二\n三", "\n一"} {
		one := FirstLine(s)
		if !strings.HasPrefix(s, one) || strings.Contains(one, "\n") || FirstLine(one) != one {
			t.Errorf("%q: %q", s, one)
		}
		if rest := s[len(one):]; rest != "" && rest[0] != '\n' {
			t.Errorf("%q: %q is cut", s, one)
		}
	}
}
