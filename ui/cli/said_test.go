package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"regexp"
	"regexp/syntax"
	"strings"
	"syscall"
	"testing"

	"juan/model"
	"juan/ui/words"
)

// What the system and libraries say has words in both languages.
func TestErrorsOfLibrariesAreWorded(t *testing.T) {
	var errs []error
	for _, p := range []string{
		"[", "(", ")", "a**", "*", "a{2,1}", "a{1001}", "[z-a]", "[[:no:]]", `\y`, `\`, "(?P<a", "(?P<1 >x)", "(?!x)", "(?<=x)", "\xff",
		strings.Repeat("(", 1001) + strings.Repeat(")", 1001), "((a{100}){100}){100}",
	} {
		_, err := model.NewPattern(p, false)
		var broken *syntax.Error
		if !errors.As(err, &broken) {
			t.Errorf("%.20q: %v", p, err)
		}
		errs = append(errs, err)
	}
	for _, e := range []error{
		syscall.ENOENT, syscall.EACCES, syscall.EISDIR, syscall.ENOTDIR, syscall.ENOSPC, syscall.EROFS, syscall.EIO, syscall.ENAMETOOLONG,
		syscall.ELOOP, syscall.EMFILE, syscall.ENOMEM, syscall.ENXIO, syscall.EBUSY, syscall.EEXIST, syscall.ETIMEDOUT,
	} {
		errs = append(errs, &fs.PathError{Op: "open", Path: "a.md", Err: e}, fmt.Errorf("reading: %w", e))
	}
	var sheet struct{ Document struct{ Bold bool } }
	errs = append(errs, json.Unmarshal([]byte("{"), &sheet), json.Unmarshal([]byte(`{"Document":{"Bold":"yes"}}`), &sheet))
	han := regexp.MustCompile(`\p{Han}`)
	for _, err := range errs {
		zh, en := Said(words.In(words.Chinese), err), Said(words.In(words.English), err)
		if !han.MatchString(zh) || strings.Contains(zh, "系统报告") || strings.HasPrefix(en, "error.") || han.MatchString(en) {
			t.Errorf("%.80v: %q, %q", err, zh, en)
		}
	}
	odd := errors.New("odd")
	if zh, en := Said(words.In(words.Chinese), odd), Said(words.In(words.English), odd); zh != "系统报告：odd" || en != "odd" {
		t.Errorf("%q, %q", zh, en)
	}
}
