package main

import (
	"errors"

	"juan/data"
	"juan/ui/words"
)

// explain words what data says of a source: what and why in one line, and
// whether it is only a notice.
func explain(w words.Words, err error) (line string, notice bool) {
	var n *data.Notice
	if errors.As(err, &n) {
		return n.Path + ": " + remark(w, n), true
	}
	var e *data.Error
	if !errors.As(err, &e) {
		return err.Error(), false
	}
	why := w.Say(reason(e.Reason))
	if e.Reason == data.Unreadable && e.Err != nil {
		why = e.Err.Error()
	}
	return e.Path + ": " + why, false
}

func remark(w words.Words, n *data.Notice) string {
	switch n.Remark {
	case data.Undecodable:
		return w.Say("notice.undecodable", n.N)
	case data.Furniture:
		return w.Say("notice.furniture", n.N, n.Detail)
	case data.BadMeta:
		return w.Say("notice.meta", n.Detail)
	case data.SideFile:
		return w.Say("notice.sidefile", n.Detail)
	case data.Unparsed:
		return w.Say("notice.unparsed")
	case data.BadSideFile:
		return w.Say("notice.badsidefile", n.Detail)
	}
	return w.Say("notice.skipped", n.N, n.Detail)
}

// reason returns the catalogue's key of a reason.
func reason(r data.Reason) string {
	switch r {
	case data.NotFound:
		return "error.reason.notfound"
	case data.Denied:
		return "error.reason.denied"
	case data.NoArticles:
		return "error.reason.noarticles"
	case data.Empty:
		return "error.reason.empty"
	case data.Binary:
		return "error.reason.binary"
	case data.Special:
		return "error.reason.special"
	case data.TooBig:
		return "error.reason.toobig"
	case data.TooMany:
		return "error.reason.toomany"
	case data.BadEncoding:
		return "error.reason.encoding"
	case data.BadArchive:
		return "error.reason.archive"
	case data.BadEPUB:
		return "error.reason.epub"
	case data.BadRecords:
		return "error.reason.records"
	case data.Loop:
		return "error.reason.loop"
	case data.Exists:
		return "error.reason.exists"
	case data.Lossy:
		return "error.reason.lossy"
	case data.Unwritable:
		return "error.reason.unwritable"
	}
	return "error.reason.unreadable"
}
