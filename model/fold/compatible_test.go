package fold

import (
	"slices"
	"strings"
	"testing"
)

// A character that says more than its plain text finds itself alone; the plain
// text finds it, and knows that it is not literal.
func TestCompatibleCharacters(t *testing.T) {
	text := "第①条㈠款Ⅳ级ⅳ级，1条（一）款IV级，面积½公顷、8㎡，8m2、x²，①②，№5"
	folded := New(text)
	for _, tc := range []struct {
		query          string
		found, literal int
	}{
		{"①", 2, 2}, {"1", 4, 1}, {"①②", 1, 1}, {"①2", 0, 0}, {"㈠", 1, 1}, {"（一）", 2, 1}, {"Ⅳ", 2, 1}, {"ⅳ", 2, 1}, {"iv", 3, 0}, {"IV级", 3, 1},
		{"½", 1, 1}, {"1/2", 1, 0}, {"㎡", 1, 1}, {"8㎡", 1, 1}, {"8m2", 2, 1}, {"m2", 2, 1}, {"m", 2, 1}, {"x2", 1, 0}, {"x²", 1, 1}, {"²", 1, 1}, {"№", 1, 1}, {"no5", 1, 0},
	} {
		n, literal := NewNeedle(tc.query), 0
		for f := range n.All(folded.String(), folded.Marks()) {
			if n.Literal(folded.Marks(), f) {
				literal++
			}
		}
		if found := count(n, folded); found != tc.found || literal != tc.literal {
			t.Errorf("%s: %d found, %d literal, want %d and %d", tc.query, found, literal, tc.found, tc.literal)
		}
		if found := count(NewExact(tc.query), folded); found != tc.literal {
			t.Errorf("%s exactly: %d found, want %d", tc.query, found, tc.literal)
		}
	}
}

// Headings are distinguished from other parts, and run-in headings from the rest of
// their paragraphs; marks, blanks and invisible characters may stand anywhere.
func TestHeadings(t *testing.T) {
	var f Folder
	f.AddHeading("一、总则")
	f.Add("正文\x01\x00一")
	f.Add("")
	f.AddHeading("")
	f.AddHeading("二、附则")
	f.Add("末\u200b")
	f.AddRunIn("做强“產業”。  新建园区 3 个。", len("做强“產業”。"))
	f.AddRunIn("ABC:"+strings.Repeat("正文", 3000), len("ABC:"))
	f.AddRunIn("\u200b", 3)
	f.AddHeading("三")
	s := f.Text().String()
	var got []string
	for h := range Headings(s) {
		got = append(got, s[h.From:h.Heading])
		if c := s[h.Next-1]; c != Break[0] && c != HeadingBreak[0] {
			t.Errorf("the part of %q ends in %q", got[len(got)-1], c)
		}
		for at := h.From; at < h.End; at++ {
			if end, heading := PartEnd(s, at); end != h.End || at < heading != (at < h.Heading) {
				t.Fatalf("byte %d: end %d, heading %d; the headings say %+v", at, end, heading, h)
			}
		}
	}
	want := []string{"一、总则", "", "二、附则", "做强产业。", "abc：", "", "三"}
	if !slices.Equal(got, want) {
		t.Errorf("headings are %q, want %q", got, want)
	}
}
