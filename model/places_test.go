package model

import "testing"

// A picture has places for the lines it stands in; no other block has one more
// than its text.
func TestPlaces(t *testing.T) {
	picture := Paragraph{Prose: NewProse("渡口", []Span{{To: len("渡口"), Voice: Picture, Target: "a.png"}})}
	for _, tc := range []struct {
		b    Block
		want int
	}{
		{Paragraph{Prose: Plain("渡口")}, len("渡口")},
		{Rule{}, 0},
		{picture, len("渡口") + PictureRows},
	} {
		if got := Places(tc.b); got != tc.want {
			t.Errorf("%+v has %d places, want %d", tc.b, got, tc.want)
		}
		a := NewArticle(Entry{}, []Block{Paragraph{Prose: Plain("河边。")}, tc.b})
		end := Pos{1, tc.want}
		if a.End() != end || a.Clamp(Pos{1, 1000}) != end || a.Share(end) != 1 {
			t.Errorf("%+v ends at %v, share %v", tc.b, a.End(), a.Share(end))
		}
		before := 0.0
		for at := range tc.want + 1 {
			p := Pos{1, at}
			if a.Clamp(p) != p || a.Share(p) < before || a.Offset(p) > a.Offset(Pos{1, len(tc.b.Text())}) || at >= len(tc.b.Text()) && a.CharsBefore(p) != a.Chars {
				t.Errorf("%v: clamped %v, share %v after %v, byte %d, %d characters", p, a.Clamp(p), a.Share(p), before, a.Offset(p), a.CharsBefore(p))
			}
			before = a.Share(p)
		}
	}
}
