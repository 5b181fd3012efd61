package fold

import "testing"

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

// Headings are told from other parts.
func TestHeadings(t *testing.T) {
	var f Folder
	f.AddHeading("一、总则")
	f.Add("正文\x01\x00一")
	f.Add("")
	f.AddHeading("")
	f.AddHeading("二、附则")
	f.Add("末\u200b")
	s := f.Text().String()
	var got []string
	for from, to := range Headings(s) {
		got = append(got, s[from:to])
	}
	if len(got) != 3 || got[0] != "一、总则" || got[1] != "" || got[2] != "二、附则" {
		t.Errorf("headings are %q", got)
	}
}
