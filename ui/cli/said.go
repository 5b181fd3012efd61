package cli

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os/exec"
	"regexp/syntax"
	"syscall"

	"juan/ui/words"
)

// Said words an error of the system or of a library. One without words in the catalogue
// is given as it is: in English, which Chinese introduces as the message of the system.
func Said(w words.Words, err error) string {
	said, _ := Worded(w, err)
	return said
}

// Worded is Said, and reports whether the catalogue has words for the error.
func Worded(w words.Words, err error) (said string, ok bool) {
	var (
		pattern *syntax.Error
		form    *json.SyntaxError
		kind    *json.UnmarshalTypeError
		ended   *exec.ExitError
	)
	switch {
	case errors.As(err, &pattern):
		if code := patternCode(pattern.Code); code != "" {
			return w.Say("error.pattern."+code, pattern.Expr), true
		}
	case errors.As(err, &form):
		return w.Say("error.json", form.Offset), true
	case errors.As(err, &kind):
		return w.Say("error.json.kind", kind.Offset, kind.Field), true
	case errors.As(err, &ended) && ended.ExitCode() >= 0:
		return w.Say("error.exit", ended.ExitCode()), true
	case systemCode(err) != "":
		return w.Say("error.system." + systemCode(err)), true
	}
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err // where is said already
	}
	return w.Say("error.system", err), false
}

// systemCode returns the short name of what the system says, "" for what has no words.
func systemCode(err error) string {
	for _, known := range []struct {
		err  error
		code string
	}{
		{fs.ErrNotExist, "notexist"}, {fs.ErrPermission, "permission"}, {fs.ErrExist, "exist"}, {exec.ErrNotFound, "program"},
		{context.DeadlineExceeded, "late"}, {context.Canceled, "canceled"}, {io.ErrUnexpectedEOF, "short"},
		{syscall.EISDIR, "folder"}, {syscall.ENOTDIR, "nofolder"}, {syscall.ENOSPC, "full"}, {syscall.EDQUOT, "full"},
		{syscall.EROFS, "readonly"}, {syscall.EIO, "io"}, {syscall.ENAMETOOLONG, "name"}, {syscall.ELOOP, "loop"},
		{syscall.EMFILE, "files"}, {syscall.ENFILE, "files"}, {syscall.ENOMEM, "memory"}, {syscall.ENXIO, "device"},
		{syscall.ENODEV, "device"}, {syscall.EBUSY, "busy"}, {syscall.ENOEXEC, "exec"}, {syscall.EFBIG, "large"},
		{syscall.ESTALE, "stale"}, {syscall.ETIMEDOUT, "late"}, {syscall.EINVAL, "invalid"}, {syscall.EPIPE, "closed"},
	} {
		if errors.Is(err, known.err) {
			return known.code
		}
	}
	return ""
}

// patternCode returns the short name of what is wrong with a regular expression.
func patternCode(code syntax.ErrorCode) string {
	switch code {
	case syntax.ErrInvalidCharClass, syntax.ErrInvalidCharRange:
		return "class"
	case syntax.ErrInvalidEscape:
		return "escape"
	case syntax.ErrInvalidNamedCapture:
		return "capture"
	case syntax.ErrInvalidPerlOp:
		return "group"
	case syntax.ErrInvalidRepeatOp, syntax.ErrMissingRepeatArgument:
		return "repeat"
	case syntax.ErrInvalidRepeatSize:
		return "times"
	case syntax.ErrInvalidUTF8:
		return "utf8"
	case syntax.ErrMissingBracket:
		return "bracket"
	case syntax.ErrMissingParen:
		return "paren"
	case syntax.ErrUnexpectedParen:
		return "closing"
	case syntax.ErrTrailingBackslash:
		return "backslash"
	case syntax.ErrNestingDepth, syntax.ErrLarge:
		return "large"
	}
	return ""
}
