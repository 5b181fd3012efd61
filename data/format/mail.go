package format

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/limit"
)

// isMail recognises a message, or a page that a browser has saved as one, by the file
// name or by the header.
func isMail(raw []byte, name string) bool {
	switch Suffix(name) {
	case ".eml", ".mht", ".mhtml":
		return true
	}
	head := raw[:min(len(raw), 2048)]
	return (bytes.HasPrefix(head, []byte("From: <Saved by")) || bytes.HasPrefix(head, []byte("MIME-Version:")) || bytes.HasPrefix(head, []byte("Return-Path:"))) &&
		bytes.Contains(head, []byte("Content-Type:"))
}

// mail reads a message: its page, or its text. Attachments are left out.
func (f *Text) mail(m *mail.Message) (d Draft, err error) {
	words := mime.WordDecoder{CharsetReader: func(name string, r io.Reader) (io.Reader, error) {
		text, err := io.ReadAll(r)
		return strings.NewReader(charset.DecodeAs(text, name)), err
	}}
	header := func(key string) string {
		text, err := words.DecodeHeader(m.Header.Get(key))
		if err != nil {
			text = m.Header.Get(key)
		}
		return strings.Join(strings.Fields(charset.DecodeAs([]byte(text), "")), " ")
	}
	part, ok := textPart(mailPart{m.Header.Get("Content-Type"), m.Header.Get("Content-Transfer-Encoding"), m.Body}, 0)
	if !ok || strings.TrimSpace(part.text) == "" {
		return Draft{}, &fault.Error{Path: f.Name, Reason: fault.Empty}
	}
	f.text, f.AsText = charset.OneLineBreak(part.text), true
	if part.html {
		if d, err = f.html(); err != nil {
			return Draft{}, err
		}
	} else {
		d = f.plain()
	}
	if subject := header("Subject"); subject != "" && (d.Entry.Title == f.Title || !f.isSavedPage()) {
		d.Entry.Title = subject
	}
	if from := header("From"); !strings.HasPrefix(from, "<Saved by") {
		d.Entry.Source = from
	}
	if day, err := m.Header.Date(); err == nil {
		d.Entry.Date = day
	}
	return d, nil
}

// isSavedPage reports whether the message is a page that a browser saved: it has a
// title of its own, without the name of its site.
func (f *Text) isSavedPage() bool {
	end := Suffix(f.Name)
	return end == ".mht" || end == ".mhtml"
}

// A mailPart is a part of a message as it is sent.
type mailPart struct {
	kind, encoding string
	body           io.Reader
}

// A mailText is the text of a message.
type mailText struct {
	text string
	html bool
}

// maxParts is how deep the parts of a message lie in each other.
const maxParts = 8

// textPart returns the first page in a part, or else its first text.
func textPart(p mailPart, depth int) (best mailText, ok bool) {
	kind, params, err := mime.ParseMediaType(p.kind)
	if err != nil && kind == "" {
		kind = "text/plain"
	}
	switch {
	case strings.HasPrefix(kind, "multipart/") && depth < maxParts:
		parts := multipart.NewReader(p.body, params["boundary"])
		for {
			one, err := parts.NextRawPart()
			if err != nil {
				return best, ok
			}
			if one.FileName() != "" && !strings.Contains(one.Header.Get("Content-Type"), "text/html") {
				continue
			}
			text, found := textPart(mailPart{one.Header.Get("Content-Type"), one.Header.Get("Content-Transfer-Encoding"), one}, depth+1)
			switch {
			case found && text.html:
				return text, true
			case found && !ok:
				best, ok = text, true
			}
		}
	case kind == "text/html", kind == "text/plain", kind == "application/xhtml+xml":
		raw, err := io.ReadAll(io.LimitReader(transferred(p), limit.File))
		if err != nil && len(raw) == 0 {
			return best, false
		}
		name := params["charset"]
		if name == "" && kind != "text/plain" {
			name = charset.Declared(raw).String()
		}
		return mailText{charset.DecodeAs(raw, name), kind != "text/plain"}, true
	}
	return best, false
}

// transferred returns the bytes of a part as they were before it was sent.
func transferred(p mailPart) io.Reader {
	switch strings.ToLower(strings.TrimSpace(p.encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(p.body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, p.body)
	}
	return p.body
}
