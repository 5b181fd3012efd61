package format

import (
	"html"
	"strings"

	"juan/data/format/compose"
	"juan/model"
)

// isSubtitles recognises subtitles by the file name (SubRip, WebVTT) or by the time at
// their start.
func (f *Text) isSubtitles() bool {
	switch f.suffix() {
	case ".srt", ".vtt":
		return strings.Contains(f.text, "-->")
	}
	return false
}

// subtitles reads subtitles: each is kept line by line, its time above. Their mark-up
// is styling and left out, except for the speaker.
func (f *Text) subtitles() Draft {
	var body []model.Block
	at := f.start
	var cue *compose.Text
	silent := false // inside of what is for players
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
		switch text := f.text[l.From:l.To]; {
		case cue == nil && isForPlayers(text):
			silent = true
			continue
		case silent && text != "":
			continue
		case l.From == l.To:
			flush()
			silent = false
			continue
		case cue == nil:
			cue = &compose.Text{Src: f.text}
		default:
			cue.HardBreak(l.From)
		}
		if strings.Contains(line, "-->") {
			cue.Verbatim(l.From, l.From+timesEnd(f.text[l.From:l.To]), 0, "")
		} else {
			cueLine(cue, l.From, l.To)
		}
	}
	flush()
	return Draft{Entry: f.entry(), Body: body}
}

// isForPlayers reports whether a line opens a block of WebVTT that is not shown.
func isForPlayers(line string) bool {
	word, _, _ := strings.Cut(line, " ")
	return word == "WEBVTT" || word == "NOTE" || word == "STYLE" || word == "REGION"
}

// timesEnd returns where the times of a subtitle end: what follows says where on the
// screen it stands.
func timesEnd(line string) int {
	from, behind, _ := strings.Cut(line, "-->")
	at := len(from) + len("-->") + len(behind) - len(strings.TrimLeft(behind, " "))
	if i := strings.IndexByte(line[at:], ' '); i >= 0 {
		return at + i
	}
	return len(line)
}

// cueLine adds a line of a subtitle without its marks: <i>, {\an8}, and
// <v 老周>船来了。 as 老周：船来了。
func cueLine(cue *compose.Text, from, to int) {
	for from < to {
		line := cue.Src[from:to]
		open := strings.IndexAny(line, "<{")
		size := 0
		if open < 0 {
			open = len(line)
		} else if size = cueMark(line[open:]); size == 0 {
			open++
		}
		cueWords(cue, from, from+open)
		mark := line[open : open+size]
		if voice := strings.TrimSuffix(strings.TrimPrefix(mark, "<v "), ">"); strings.HasPrefix(mark, "<v ") {
			cue.Add(voice+"：", from+open+len("<v "), 0, "")
		}
		from += open + size
	}
}

// cueWords adds words of a subtitle, with the characters that WebVTT has names for.
func cueWords(cue *compose.Text, from, to int) {
	if words := cue.Src[from:to]; strings.Contains(words, "&") {
		cue.Add(html.UnescapeString(words), from, 0, "")
	} else {
		cue.Verbatim(from, to, 0, "")
	}
}

// cueMark returns how many bytes the mark at the start of s takes, 0 where none
// stands there.
func cueMark(s string) int {
	end := strings.IndexAny(s[1:], "<>{}") + 1
	if end < 2 {
		return 0
	}
	inside := s[1:end]
	switch {
	case s[0] == '{':
		if s[end] == '}' && inside[0] == '\\' {
			return end + 1
		}
	case s[end] == '>':
		name := strings.TrimLeft(inside, "/")
		name, _, _ = strings.Cut(name, " ")
		name, _, _ = strings.Cut(name, ".")
		switch strings.ToLower(name) {
		case "i", "b", "u", "s", "c", "v", "font", "lang", "ruby", "rt":
			return end + 1
		}
		if strings.Trim(inside, "0123456789:.") == "" { // when the word is sung
			return end + 1
		}
	}
	return 0
}
