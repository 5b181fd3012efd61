package format

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"juan/data/format/compose"
	"juan/model"
)

// isLyrics recognises lyrics by the file name and by a time at the start of a line.
func (f *Text) isLyrics() bool {
	if f.suffix() != ".lrc" {
		return false
	}
	for line := range strings.Lines(f.text[f.start:]) {
		if times, _ := sungAt(line); len(times) > 0 {
			return true
		}
	}
	return false
}

// A sungLine is a line of a song, at some time in seconds; none where there is
// silence.
type sungLine struct {
	time     float64
	from, to int // bytes of the text
}

// maxSung is how often a line may be sung.
const maxSung = 32

// lyrics reads the words of a song in the order in which they are sung, a stanza up to
// each silence. [ti:…] and [ar:…] give the title and the artist; lines without a time
// stay where they are.
func (f *Text) lyrics() Draft {
	e := f.entry()
	e.Title = f.titled
	var lines []sungLine
	at, now := f.start, 0.0
	for line := range strings.Lines(f.text[f.start:]) {
		l := compose.Trimmed(f.text, at, at+len(line))
		at += len(line)
		text := f.text[l.From:l.To]
		if key, value, ok := lyricsField(text); ok {
			switch key {
			case "ti":
				e.Title = cmp.Or(e.Title, value)
			case "ar":
				e.Source = cmp.Or(e.Source, value)
			}
			continue
		}
		times, size := sungAt(text)
		if len(times) == 0 {
			times = []float64{now}
		}
		from := l.From + size + len(text[size:]) - len(strings.TrimLeft(text[size:], " \t"))
		for _, time := range times[:min(len(times), maxSung)] {
			lines = append(lines, sungLine{time, from, l.To})
		}
		now = times[0]
	}
	slices.SortStableFunc(lines, func(a, b sungLine) int { return cmp.Compare(a.time, b.time) })
	e.Title = cmp.Or(e.Title, f.Title)
	return Draft{Entry: e, Body: f.stanzas(lines)}
}

// stanzas returns the lines of a song as verse.
func (f *Text) stanzas(lines []sungLine) (body []model.Block) {
	var stanza *compose.Text
	flush := func() {
		if stanza != nil {
			for _, p := range stanza.Parts() {
				body = append(body, model.Verse{Leaf: model.Leaf{Src: p.At}, Prose: p.Prose})
			}
		}
		stanza = nil
	}
	for _, l := range lines {
		switch {
		case l.from >= l.to:
			flush()
			continue
		case stanza == nil:
			stanza = &compose.Text{Src: f.text}
		default:
			stanza.HardBreak(l.from)
		}
		cueLine(stanza, l.from, l.to)
	}
	flush()
	return body
}

// sungAt returns the times that a line opens with, [01:02.50][02:10.00], in
// seconds, and how many bytes they take.
func sungAt(line string) (times []float64, size int) {
	for {
		inside, _, ok := strings.Cut(strings.TrimPrefix(line[size:], "["), "]")
		minutes, seconds, timed := strings.Cut(inside, ":")
		m, err := strconv.Atoi(minutes)
		s, err2 := strconv.ParseFloat(strings.Replace(seconds, ":", ".", 1), 64)
		if !ok || !timed || line[size] != '[' || len(inside) > 16 || err != nil || err2 != nil {
			return times, size
		}
		times = append(times, float64(60*m)+s)
		size += len("[") + len(inside) + len("]")
	}
}

// lyricsField reads a line that says something of a song: [ar:某人].
func lyricsField(line string) (key, value string, ok bool) {
	inside, isTag := strings.CutPrefix(line, "[")
	inside, closed := strings.CutSuffix(inside, "]")
	key, value, ok = strings.Cut(inside, ":")
	switch key = strings.ToLower(strings.TrimSpace(key)); key {
	case "ti", "ar", "al", "by", "au", "lr", "re", "ve", "offset", "length", "tool", "kana":
		return key, strings.TrimSpace(value), ok && isTag && closed
	}
	return "", "", false
}
