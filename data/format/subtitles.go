package format

import (
	"strings"

	"juan/data/format/compose"
	"juan/model"
)

// isSubtitles tells subtitles by their name (SubRip, WebVTT) or by the time at
// their start.
func (f *Text) isSubtitles() bool {
	switch f.suffix() {
	case ".srt", ".vtt":
		return strings.Contains(f.text, "-->")
	}
	return false
}

// subtitles reads subtitles: each is kept line by line, its time above.
func (f *Text) subtitles() Draft {
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
	return Draft{Entry: f.entry(), Body: body}
}
