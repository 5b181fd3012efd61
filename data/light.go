package data

import (
	"strings"

	"juan/data/fault"
	"juan/data/format/compose"
	"juan/data/markup"
	"juan/model"
)

// lightMarkup returns the text of a file in a light mark-up language as
// Markdown; ok is false where its name does not say that it is in one. Offsets
// count in the Markdown.
func (f *file) lightMarkup() (text string, ok bool) {
	source := f.text[f.start:]
	switch f.suffix() {
	case ".org":
		return markup.Org(source), true
	case ".rst", ".rest":
		return markup.RST(source), true
	case ".adoc", ".asciidoc", ".asc":
		return markup.AsciiDoc(source), true
	}
	return "", false
}

// asMarkdown reads Markdown that was made of the text.
func (f *file) asMarkdown(text string) draft {
	one := *f
	one.text, one.start, one.name = text, 0, stem(f.name)+".md"
	d := one.markdown()
	for _, n := range one.notices[len(f.notices):] {
		n.(*fault.Notice).Path = f.name
		f.notices = append(f.notices, n)
	}
	return d
}

// isSubtitles tells subtitles by their name (SubRip, WebVTT) or by the time at
// their start.
func (f *file) isSubtitles() bool {
	switch f.suffix() {
	case ".srt", ".vtt":
		return strings.Contains(f.text, "-->")
	}
	return false
}

// subtitles reads subtitles: each is kept line by line, its time above.
func (f *file) subtitles() draft {
	var body []model.Block
	at := f.start
	var cue *compose.Text
	flush := func() {
		if cue != nil {
			for _, p := range cue.Parts() {
				body = append(body, model.Verse{Leaf: model.Leaf{Src: p.At}, Prose: p.Prose})
			}
		}
		cue = nil
	}
	for line := range strings.Lines(f.text[f.start:]) {
		l := compose.Trimmed(f.text, at, at+len(line))
		at += len(line)
		switch {
		case l.From == l.To:
			flush()
			continue
		case cue == nil:
			cue = &compose.Text{Src: f.text}
		default:
			cue.HardBreak(l.From)
		}
		cue.Verbatim(l.From, l.To, 0, "")
	}
	flush()
	return draft{entry: f.entry(), body: body}
}
