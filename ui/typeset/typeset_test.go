package typeset

import (
	"strings"
	"testing"
	"time"

	"juan/model"
	"juan/ui/cell"
	"juan/ui/role"
)

func article(blocks ...model.Block) *model.Article {
	return model.NewArticle(model.Entry{Title: "题"}, blocks)
}

func para(text string) model.Paragraph { return model.Paragraph{Prose: model.Plain(text)} }

// text returns a line as it looks.
func text(l Line) string {
	var b strings.Builder
	for _, r := range l.Runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

func TestForKeepsWhatFits(t *testing.T) {
	a := article(para("一"))
	d := (*Doc)(nil).For(a, Settings{Width: 40})
	if d.For(a, Settings{Width: 40}) != d {
		t.Error("the same settings make a new layout")
	}
	if d.For(a, Settings{Width: 42}) == d || d.For(article(para("一")), Settings{Width: 40}) == d {
		t.Error("another width or article is given the old layout")
	}
}

// Each script has its first line: two Han, one in Japanese, none in Korean; an
// opening quotation mark changes nothing, and an indent in the source is not
// added to ours.
func TestFirstLine(t *testing.T) {
	for source, want := range map[string]string{
		"渡口的早晨":          "    渡口的早晨",
		"“渡口”的早晨":        "    “渡口”的早晨",
		"\u3000\u3000渡口": "    渡口",
		"    渡口":         "    渡口",
		"渡し場の朝は早い。":      "  渡し場の朝は早い。",
		"나루터의 아침":        "나루터의 아침",
		"The ferry":      "The ferry",
	} {
		d := (*Doc)(nil).For(article(para(source)), Settings{Width: 40})
		if got := text(d.Block(0)[0]); got != want {
			t.Errorf("%q begins %q, want %q", source, got, want)
		}
		d = d.For(article(para(source)), Settings{Width: 40, Spaced: true})
		if got := text(d.Block(0)[0]); got != strings.TrimSpace(want) {
			t.Errorf("%q begins %q between blank lines", source, got)
		}
	}
}

func TestParagraphsArePartedOnce(t *testing.T) {
	a := article(para("渡口的早晨。"), para("渡口的夜晚。"))
	for spaced, want := range map[bool]int{false: 2, true: 3} {
		d := (*Doc)(nil).For(a, Settings{Width: 40, Spaced: spaced})
		if got := len(d.Lines(model.Pos{}, 9)); got != want {
			t.Errorf("spaced %t: %d lines, want %d", spaced, got, want)
		}
	}
}

func TestHeadingHangsAfterItsNumber(t *testing.T) {
	h := model.Heading{Prose: model.Plain("（一）着力稳增长，发展走在前列，再加上一句凑够两行"), Number: len("（一）")}
	for level, hang := range map[int]int{2: 6, 3: 8} {
		h.Level = level
		lines := (*Doc)(nil).For(article(h), Settings{Width: 30}).Block(0)
		if len(lines) < 2 || !strings.HasPrefix(text(lines[1]), spaces(hang)) || text(lines[1])[hang] == ' ' {
			t.Errorf("level %d: second line is %q", level, text(lines[len(lines)-1]))
		}
		if r := lines[0].Runs[0]; r.Role != role.Heading(level) {
			t.Errorf("level %d: role is %d", level, r.Role)
		}
	}
}

func TestTitleIsCentredAndHasPosZero(t *testing.T) {
	a := model.NewArticle(model.Entry{Title: "渡口"}, []model.Block{para("早晨的渡口没有人。")})
	s := Settings{Width: 20, Titled: true, Byline: "今天"}
	lines := (*Doc)(nil).For(a, s).Lines(model.Pos{}, 9)
	want := []string{"        渡口", "        今天", strings.Repeat("─", 20), "", "    早晨的渡口没有人", "。"}
	if len(lines) < 5 {
		t.Fatalf("%d lines", len(lines))
	}
	for i, l := range lines[:4] {
		if text(l) != want[i] {
			t.Errorf("line %d is %q, want %q", i, text(l), want[i])
		}
	}
	if lines[0].At != 0 || lines[0].Runs[1].Role != role.Title || lines[1].Runs[1].Role != role.Byline {
		t.Error("the title has no roles or no place")
	}
}

// A picture stands in the middle, between blank lines.
func TestPicture(t *testing.T) {
	p := model.Paragraph{Prose: model.NewProse("渡口", []model.Span{{To: len("渡口"), Voice: model.Picture, Target: "a.png"}})}
	d := (*Doc)(nil).For(article(para("早晨。"), p, para("夜晚。")), Settings{Width: 20, Image: "像"})
	var got []string
	for _, l := range d.Lines(model.Pos{}, 9) {
		got = append(got, text(l))
	}
	if want := "    早晨。||    ［像：渡口］||    夜晚。"; strings.Join(got, "|") != want {
		t.Errorf("page is %q", got)
	}
}

// The name of a file is no description; a word of Latin letters has brackets of
// its own.
func TestPicturesSayWhatIsSaidOfThem(t *testing.T) {
	for _, tc := range []struct{ name, target, word, want string }{
		{"a,b.png", "dir/a,b.png", "图", "［图］"},
		{"渡口", "dir/a.png", "图", "［图：渡口］"},
		{"a.png", "dir/a.png", "image", "[image]"},
		{"The ferry", "a.png", "image", "[image: The ferry]"},
	} {
		p := model.Paragraph{Prose: model.NewProse(tc.name, []model.Span{{To: len(tc.name), Voice: model.Picture, Target: tc.target}})}
		line := (*Doc)(nil).For(article(p), Settings{Width: 60, Image: tc.word, Repair: On}).Block(0)[0]
		if got := strings.TrimSpace(text(line)); got != tc.want || line.To != len(tc.name) {
			t.Errorf("%q of %q is %q, bytes %d to %d", tc.name, tc.target, got, line.From, line.To)
		}
	}
}

// The bar of a quote stands off the edge of the page, that of a quote in a
// quote after it.
func TestQuotesStandOff(t *testing.T) {
	d := &draft{}
	d.in(model.Container{Kind: model.Quote}, func() {
		d.p("早晨。")
		d.in(model.Container{Kind: model.Quote}, func() { d.p("夜晚。") })
	})
	var got []string
	for _, l := range (*Doc)(nil).For(article(d.body...), Settings{Width: 40, Spaced: true}).Lines(model.Pos{}, 9) {
		got = append(got, text(l))
	}
	if want := "  │ 早晨。|  │|  │ │ 夜晚。"; strings.Join(got, "|") != want {
		t.Errorf("page is %q", strings.Join(got, "|"))
	}
}

// On paper the shortest article keeps its title and its byline.
func TestNothingIsLostOnPaper(t *testing.T) {
	a := model.NewArticle(model.Entry{Title: "渡口"}, nil)
	if got := len((*Doc)(nil).For(a, Settings{Width: 20, Titled: true, Byline: "今天", Fold: true}).Block(0)); got != 5 {
		t.Errorf("%d lines", got)
	}
}

// Notes hang alike, though their labels are not alike.
func TestNotesHangAlike(t *testing.T) {
	var body []model.Block
	body = append(body, para("早晨。"))
	for i, m := range []string{"9", "10", "a-long-label"} {
		p := para("渡口。")
		p.Nest = []model.Container{{Kind: model.Note, ID: i + 1, Marker: m}}
		body = append(body, p)
	}
	got := ""
	d := (*Doc)(nil).For(article(body...), Settings{Width: 40})
	for _, l := range d.Lines(model.Pos{Block: 1}, 9) {
		got += text(l) + "|"
	}
	if want := strings.Repeat("─", 16) + "|  [9] 渡口。| [10] 渡口。|[a-long-label]  渡口。|"; got != want {
		t.Errorf("notes are %q", got)
	}
}

// Repaired marks stand for the byte they replace, and what lies between them
// for itself.
func TestRunsOfRepairedText(t *testing.T) {
	source := "增长2.7%,增速第三"
	d := (*Doc)(nil).For(article(para(source)), Settings{Width: 40, Repair: On})
	got := ""
	for _, r := range d.Block(0)[0].Runs {
		if r.From < 0 {
			continue
		}
		got += r.Text + "|"
		if r.Text == "，" && source[r.From:r.To] != "," || r.verbatim() && source[r.From:r.To] != r.Text {
			t.Errorf("%q stands for %q", r.Text, source[r.From:r.To])
		}
	}
	if want := "增长2.7%|，|增速第三|"; got != want {
		t.Errorf("runs are %q, want %q", got, want)
	}
}

func TestAutoRepairsOnlyWhatWasNormalised(t *testing.T) {
	flat := strings.Repeat("城市,乡村,河流;道路。", 10)
	for source, want := range map[string]bool{flat: true, "城市,乡村。": false, strings.ReplaceAll(flat, ",", "，"): false} {
		if got := (*Doc)(nil).For(article(para(source)), Settings{Width: 40}).Repaired(); got != want {
			t.Errorf("%.20q… is repaired: %t", source, got)
		}
	}
}

func TestVoicesAndTargets(t *testing.T) {
	source := "见渡口与桥1。"
	link, note := strings.Index(source, "渡"), strings.Index(source, "1")
	p := model.NewProse(source, []model.Span{
		{To: link},
		{From: link, To: link + 6, Voice: model.Link | model.Strong, Target: "a.md"},
		{From: link + 6, To: note},
		{From: note, To: note + 1, Voice: model.NoteRef, Target: "1"},
		{From: note + 1, To: len(source)},
	})
	line := (*Doc)(nil).For(article(model.Paragraph{Prose: p}), Settings{Width: 40}).Block(0)[0]
	if got := text(line); got != "    见渡口与桥[1]。" {
		t.Errorf("line is %q", got)
	}
	seen := 0
	for _, r := range line.Runs {
		switch {
		case r.Text == "渡口" && r.Voice == model.Link|model.Strong && r.Target == "a.md":
			seen |= 1
		case r.Text == "1" && r.Role == role.NoteMark && r.Target == "1":
			seen |= 2
		}
	}
	if seen != 3 {
		t.Errorf("runs are %+v", line.Runs)
	}
}

func TestLeadIsARunOfItsOwn(t *testing.T) {
	p := para("发展工业。实施三项工程。")
	p.Lead = model.Lead{End: len("发展工业"), Kind: model.RunIn}
	r := (*Doc)(nil).For(article(p), Settings{Width: 40}).Block(0)[0].Runs[1]
	if r.Text != "发展工业" || r.Role != role.Lead {
		t.Errorf("%q is %d", r.Text, r.Role)
	}
}

func TestControlsBecomeMarks(t *testing.T) {
	line := (*Doc)(nil).For(article(para("文\x1b]0;x\a字\u202e倒")), Settings{Width: 40}).Block(0)[0]
	if got := text(line); got != "    文␛]0;x␇字␦倒" {
		t.Errorf("line is %q", got)
	}
	for _, r := range line.Runs {
		if strings.ContainsAny(r.Text, "␛␇␦") && r.Role != role.Mark {
			t.Errorf("%q is no mark", r.Text)
		}
	}
}

func TestCodeHasRolesAndTabs(t *testing.T) {
	c := model.Code{Language: "go,ignore", Source: "func f() {\n\treturn // 完\n}"}
	lines := (*Doc)(nil).For(article(c), Settings{Width: 40}).Block(0)
	if got := text(lines[1]); got != "      return // 完" {
		t.Errorf("second line is %q", got)
	}
	roles := map[string]role.Role{}
	for _, l := range lines {
		for _, r := range l.Runs {
			roles[strings.TrimSpace(r.Text)] = r.Role
		}
	}
	if !roles["func"].IsCode() || roles["func"] == role.CodeText || roles["// 完"] != role.CodeComment || roles["return"] != role.CodeKeyword {
		t.Errorf("roles are %v", roles)
	}
}

func TestNoLanguageIsGuessed(t *testing.T) {
	c := model.Code{Source: "func f() {}"}
	for _, r := range (*Doc)(nil).For(article(c), Settings{Width: 40}).Block(0)[0].Runs {
		if r.From >= 0 && r.Role != role.CodeText {
			t.Errorf("%q is %d", r.Text, r.Role)
		}
	}
}

func TestWideCodeIsMovedOrFolded(t *testing.T) {
	c := model.Code{Source: "0123456789汉字0123456789"}
	d := (*Doc)(nil).For(article(c), Settings{Width: 14})
	line := d.Block(0)[0]
	if len(d.Block(0)) != 1 || !line.Wide {
		t.Fatalf("%d lines, wide %t", len(d.Block(0)), line.Wide)
	}
	for from, want := range map[int]string{0: "  0123456789 ›", 3: "  ‹456789汉字›", 9: "  ‹汉字012345›", 10: "  ‹ 字0123456›", 12: "  ‹ 0123456789"} {
		if got := text(Line{Runs: line.Window(from, 14, cell.Policy{})}); got != want {
			t.Errorf("from %d it is %q, want %q", from, got, want)
		}
	}
	folded := d.For(article(c), Settings{Width: 14, Fold: true}).Block(0)
	if len(folded) != 3 || text(folded[1]) != "  ↳ 字01234567" {
		t.Errorf("%d lines, the second %q", len(folded), text(folded[min(1, len(folded)-1)]))
	}
}

func TestSplitKeepsClustersWhole(t *testing.T) {
	r := Run{Text: "ae\u0301o", From: 10, To: 15}
	a, b, c := r.Split(11, 12)
	if a.Text != "a" || b.Text != "e\u0301" || c.Text != "o" || b.From != 11 || b.To != 14 {
		t.Errorf("%q %q %q, the middle from %d to %d", a.Text, b.Text, c.Text, b.From, b.To)
	}
	mended := Run{Text: "，", From: 10, To: 11}
	if _, in, _ := mended.Split(0, 11); in.Text != "，" {
		t.Errorf("a mended mark is %q of a hit on it", in.Text)
	}
	if before, in, _ := mended.Split(11, 20); before.Text != "，" || in.Text != "" {
		t.Error("a mended mark before a hit is part of it")
	}
}

func TestFiguresMeetAtThePoint(t *testing.T) {
	for source, want := range map[string]int{
		"3449.2亿元": 4, "-1.5%": 2, "￥1,240.50": len("￥1,240"), "约10%": len("约10"), "96公里": 2,
		"": 0, "面议": 0, "2021-02-01": 0, "5.3:52.7:42": 0, "30个，竣工24个": 0, "第3": 0,
	} {
		if got, _ := point(source); got != want {
			t.Errorf("the point of %q is at %d, want %d", source, got, want)
		}
	}
}

// A search that leads into a cell shows its row from the first line on.
func TestPlaceInATable(t *testing.T) {
	row := func(cells ...string) (out []model.Prose) {
		for _, c := range cells {
			out = append(out, model.Plain(c))
		}
		return out
	}
	table := model.Table{Head: true, Rows: [][]model.Prose{
		row("名", "说明"), row("渡口", strings.Repeat("早晨没有人，", 9)), row("桥", "夜里有灯"),
	}}
	d := (*Doc)(nil).For(article(table), Settings{Width: 40})
	for word, first := range map[string]string{"没有": "渡口", "有灯": "桥"} {
		at := strings.Index(table.Text(), word)
		line := d.Block(0)[d.Line(model.Pos{Byte: at})]
		if !strings.HasPrefix(text(line), first) {
			t.Errorf("%q is said to be on %q", word, text(line))
		}
	}
}

// The byline has the day and the size, where the article comes from unless the
// title says it, and the note on it.
func TestByline(t *testing.T) {
	day := time.Date(2024, 3, 5, 0, 0, 0, 0, time.UTC)
	for _, tc := range []struct {
		entry model.Entry
		want  string
	}{
		{model.Entry{}, "9字"},
		{model.Entry{Title: "江河", Source: "江河", Date: day}, "2024-03-05 · 9字"},
		{model.Entry{Title: "江河", Source: "水经", Note: "转述，\n文字另写。"}, "9字\n水经\n转述， 文字另写。"},
	} {
		if got := Byline(cell.Policy{}, model.NewArticle(tc.entry, nil), "9字"); got != tc.want {
			t.Errorf("%+v: %q, want %q", tc.entry, got, tc.want)
		}
	}
}

// What we draw ourselves for terminals with wide ambiguous characters is as
// wide in any other.
func TestPlainGlyphsAreUnambiguous(t *testing.T) {
	s := Settings{Policy: cell.Policy{WideAmbiguous: true}}
	d := (*Doc)(nil).For(article(para("")), s)
	for r := role.Heading2; r <= role.Heading6; r++ {
		if g := headingMark(s, r); s.Policy.Width(g) != (cell.Policy{}).Width(g) {
			t.Errorf("the mark %q has two widths", g)
		}
	}
	for _, g := range []string{upright(s), level(s, 3), heavy(s, 3), cross(s), d.marker(box{}), "↳", "‹", "›", Byline(s.Policy, model.NewArticle(model.Entry{Source: "a"}, nil), "b")} {
		if wide, narrow := s.Policy.Width(g), (cell.Policy{}).Width(g); wide != narrow {
			t.Errorf("%q is %d or %d cells", g, narrow, wide)
		}
	}
}

// The lines of an item hang behind its marker.
func TestItemsHang(t *testing.T) {
	item := para("1. 把门窗一扇一扇地关好，再回头看一遍有没有漏掉的。")
	item.Hang = len("1. ")
	lines := (*Doc)(nil).For(article(item), Settings{Width: 24}).Block(0)
	if len(lines) < 2 {
		t.Fatalf("%d lines", len(lines))
	}
	edge := func(l Line) int { return len(text(l)) - len(strings.TrimLeft(text(l), " ")) }
	if first, second := edge(lines[0]), edge(lines[1]); second != first+4 {
		t.Errorf("%q hangs at %d, %q at %d", text(lines[0]), first, text(lines[1]), second)
	}
}
