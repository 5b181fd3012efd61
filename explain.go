package main

import (
	"errors"
	"io/fs"
	"path/filepath"
	"strconv"
	"strings"

	"juan/data/database"
	"juan/data/fault"
	"juan/data/memory"
	"juan/ui/cli"
	"juan/ui/words"
)

// explain words what data says of a source: what and why in one line, and
// whether it is only a notice.
func explain(w words.Words, err error) (line string, notice bool) {
	var n *fault.Notice
	if errors.As(err, &n) {
		code, about := n.Code()
		for i, a := range about {
			if detail, ok := a.(string); ok {
				about[i] = aboutPlace(w, detail)
			}
		}
		return n.Path + ": " + w.Say("notice."+code, about...), true
	}
	var t *memory.Trouble
	if errors.As(err, &t) {
		return aboutState(w, t), true
	}
	var d *database.Error
	if errors.As(err, &d) {
		return aboutDatabase(w, "cache.trouble.", d, "cache.unwritten"), true // doctor says where it lies
	}
	var e *fault.Error
	if !errors.As(err, &e) {
		return aboutOther(w, err), false
	}
	if e.Reason == fault.OpenerFailed && e.Err != nil {
		return e.Path + ": " + w.Say("error.reason.opener", aboutOther(w, e.Err)), false
	}
	code, about := e.Code()
	why := w.Say("error.reason."+code, about...)
	if e.Reason == fault.Unreadable && e.Err != nil {
		why = cli.Said(w, e.Err)
	}
	return e.Path + ": " + why, false
}

// aboutOther words an error of the system; one without words of its own is shown as it
// is.
func aboutOther(w words.Words, err error) string {
	var p *fs.PathError
	switch said, ok := cli.Worded(w, err); {
	case errors.As(err, &p):
		return p.Path + ": " + said
	case ok:
		return said
	}
	return err.Error() // worded already, or what a program said
}

// aboutPlace words where something is wrong: the line number of a parser's message,
// whose text is English, else the text as it is.
func aboutPlace(w words.Words, detail string) string {
	before, said := "", detail
	for _, parser := range []string{"yaml: ", "toml: "} {
		if i := strings.LastIndex(detail, parser); i == 0 || i > 0 && detail[i-1] == ' ' {
			before, said = detail[:i], detail[i+len(parser):]
		}
	}
	line, ok := strings.CutPrefix(said, "line ")
	end := strings.IndexFunc(line+" ", func(r rune) bool { return r < '0' || r > '9' })
	n, err := strconv.Atoi(line[:end])
	switch own, named := strings.CutPrefix(line[end:], ": "); {
	case !ok || err != nil:
		return before + said
	case said == detail && named && own != "":
		return w.Say("notice.line.of", n, own)
	case said == detail || w.Language != words.English:
		return before + w.Say("notice.line", n)
	}
	return before + said
}

// aboutState words trouble with the remembered state.
func aboutState(w words.Words, t *memory.Trouble) string {
	e := t.Failure
	if t.NoHome {
		return w.Say("state.nohome")
	}
	next := "state.unwritten"
	if e.Reason == database.Locked || e.Reason == database.Full {
		next = "state.again"
	}
	return aboutDatabase(w, "cli.state.trouble.", e, next)
}

// aboutDatabase words trouble with a database, by the table of reasons, and its
// consequence: it was set aside, or the message next.
func aboutDatabase(w words.Words, reasons string, e *database.Error, next string) string {
	line := w.Say(reasons + e.Reason.Code())
	if e.Reason == database.Unusable && e.Err != nil {
		line += ": " + aboutOther(w, e.Err)
	}
	if e.Aside != "" {
		return line + w.Say("cache.aside", filepath.Base(e.Aside))
	}
	return line + w.Say(next)
}

// empty reports whether an error is only that there is nothing in a source.
func empty(err error) bool {
	var e *fault.Error
	return errors.As(err, &e) && e.Reason == fault.Empty
}
