package markdown

import (
	"cmp"
	"html"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"

	"juan/data/format/compose"
	"juan/data/format/dialect"
	"juan/model"
)

// inline returns the running text below n.
func (m *Reader) inline(n ast.Node) *compose.Text {
	c := &compose.Text{Src: m.src, Base: m.base}
	m.spans(c, n, 0, "")
	return c
}

// spans adds the running text below n in the voice v.
func (m *Reader) spans(c *compose.Text, n ast.Node, v model.Voice, target string) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		switch k := k.(type) {
		case *ast.Text:
			m.text(c, k, v, target)
		case *written:
			c.Add(k.text, k.at, v|k.voice, cmp.Or(k.target, target))
		case *ast.String:
			c.Add(string(k.Value), c.End(), v, target)
		case *ast.CodeSpan:
			m.codeSpan(c, k, v|model.Verbatim, target)
		case *ast.Emphasis:
			voice := model.Emphasis
			if k.Level == 2 {
				voice = model.Strong
			}
			m.spans(c, k, v|voice, target)
		case *east.Strikethrough:
			m.spans(c, k, v|model.Strike, target)
		case *ast.Link:
			if to := m.destination(k.Destination); to == "" && len(k.Destination) > 0 {
				m.spans(c, k, v, target)
			} else {
				m.spans(c, k, v|model.Link, to)
			}
		case *ast.Image:
			m.image(c, k, v)
		case *ast.AutoLink:
			m.autoLink(c, k, v)
		case *ast.RawHTML:
			m.rawHTML(c, k, v, target)
		case *noteRef:
			label := m.notes.label(k.note)
			c.Add(label, c.End(), v|model.NoteRef, label)
		default:
			m.spans(c, k, v, target)
		}
	}
}

// text adds a stretch of text, escapes and entities resolved.
func (m *Reader) text(c *compose.Text, t *ast.Text, v model.Voice, target string) {
	from, to := t.Segment.Start, t.Segment.Stop
	if t.IsRaw() {
		c.Verbatim(from, to, v, target)
	} else {
		m.linkify(c, from, to, v, target)
	}
	switch {
	case t.HardLineBreak(), t.SoftLineBreak() && c.Verse:
		c.HardBreak(to)
	case t.SoftLineBreak() && len(c.Pieces) > 0 && compose.KeepsLine(m.src, to):
		c.NewParagraph(to)
	case t.SoftLineBreak():
		c.SoftBreak()
	}
}

// linkify adds src[from:to] with the bare links that the parser, which wants
// a space before them, has left.
func (m *Reader) linkify(c *compose.Text, from, to int, v model.Voice, target string) {
	for v&(model.Link|model.Picture) == 0 {
		start, end := dialect.BareLink(m.src[from:to], 0)
		if end == 0 {
			break
		}
		url := m.src[from+start : from+end]
		m.unescape(c, from, from+start, v, target)
		c.Verbatim(from+start, from+end, v|model.Link, url)
		from += end
	}
	m.unescape(c, from, to, v, target)
}

// unescape adds src[from:to] with backslash escapes and entities resolved.
func (m *Reader) unescape(c *compose.Text, from, to int, v model.Voice, target string) {
	for from < to {
		i := strings.IndexAny(m.src[from:to], "\\&")
		if i < 0 {
			break
		}
		c.Verbatim(from, from+i, v, target)
		from += i
		text, size := compose.Entity(m.src[from:to])
		c.Add(text, from, v, target)
		from += size
	}
	c.Verbatim(from, to, v, target)
}

func (m *Reader) codeSpan(c *compose.Text, n ast.Node, v model.Voice, target string) {
	for k := n.FirstChild(); k != nil; k = k.NextSibling() {
		t, ok := k.(*ast.Text)
		if !ok {
			continue
		}
		s := m.src[t.Segment.Start:t.Segment.Stop]
		line := strings.TrimRight(s, "\r\n")
		c.Verbatim(t.Segment.Start, t.Segment.Start+len(line), v, target)
		if len(line) < len(s) && k.NextSibling() != nil {
			c.Add(" ", t.Segment.Start+len(line), v, target)
		}
	}
}

// longestCaption is how many bytes of a caption or of the name of a file stand in
// for a picture: those of a definition may be said any number of times.
const longestCaption = 1000

// image adds the description of an image and its caption, its file name where
// it has neither, as one piece: an image is one thing, however its description is spelled.
func (m *Reader) image(c *compose.Text, n *ast.Image, v model.Voice) {
	target, caption := m.destination(n.Destination), short(n.Title)
	alt := &compose.Text{Src: m.src, Base: m.base}
	m.spans(alt, n, v|model.Picture, target)
	at := c.End()
	var said strings.Builder
	for i, p := range alt.Pieces {
		if i == 0 {
			at = p.At
		}
		said.WriteString(p.Text)
	}
	text := said.String()
	switch {
	case text == "" || caption != "" && isFiller(text):
		text = cmp.Or(caption, path.Base(strings.ToValidUTF8(target[max(0, len(target)-longestCaption):], "")))
		if caption == "" && target == "" {
			return
		}
	case caption != "" && !strings.Contains(text, caption):
		text += "：" + caption
	}
	c.Add(text, at, v|model.Picture, target)
}

// short returns a caption, "" for one that is too long to be one.
func short(caption []byte) string {
	if len(caption) > longestCaption {
		return ""
	}
	return string(caption)
}

// isFiller reports whether the description of an image is what an editor has
// put there.
func isFiller(alt string) bool {
	switch strings.ToLower(strings.TrimSpace(alt)) {
	case "image", "img", "image.png", "图片", "alt", "alt text", "在这里插入图片描述", "输入图片说明", "图片描述", "这里写图片描述", "picture":
		return true
	}
	return false
}

func (m *Reader) autoLink(c *compose.Text, n *ast.AutoLink, v model.Voice) {
	label := n.Label(m.raw)
	target := compose.Address(string(n.URL(m.raw)))
	if n.AutoLinkType == ast.AutoLinkEmail && !strings.HasPrefix(target, "mailto:") {
		target = "mailto:" + target
	}
	at := max(n.Pos(), 0) // or a mark before it
	at += max(0, strings.Index(m.src[at:], string(label)))
	c.Verbatim(at, at+len(label), v|model.Link, target)
}

// rawHTML keeps of a tag what changes the text: a line break, and what
// [compose.Text.OpenTag] knows; something that only looks like a tag of HTML (the T of
// Vec<T>) is text.
func (m *Reader) rawHTML(c *compose.Text, n *ast.RawHTML, v model.Voice, target string) {
	first := n.Segments.At(0)
	tag := strings.ToLower(m.src[first.Start:first.Stop])
	name, end := elementOf(tag)
	switch {
	case name == "br" && strings.Trim(tag[3:], " /\t>") == "":
		c.HardBreak(first.Start)
	case isComponent(m.src[first.Start:first.Stop]):
	case n.Segments.Len() == 1 && !isElement(tag):
		c.Verbatim(first.Start, first.Stop, v, target)
	case end:
		c.CloseTag(name, first.Start, v, target)
	case !strings.HasSuffix(tag, "/>"):
		c.OpenTag(name, first.Start, v, target)
	}
}

// isComponent reports whether a tag is a component of the program that makes pages
// of the text: one without an end and with a capital, <Badge text="2.0+" />. The T
// of Vec<T> has no slash.
func isComponent(tag string) bool {
	return len(tag) > 3 && tag[1] >= 'A' && tag[1] <= 'Z' && strings.HasSuffix(tag, "/>")
}

// elementOf returns the name of the element that a tag opens or ends.
func elementOf(tag string) (name string, end bool) {
	name, end = strings.CutPrefix(strings.TrimPrefix(tag, "<"), "/")
	if i := strings.IndexAny(name, " \t\r\n/>"); i >= 0 {
		name = name[:i]
	}
	return name, end
}

// elements are those of HTML that stand in running text, the old ones too.
const elements = " a abbr acronym address area article aside audio b base bdi bdo big blockquote body br button canvas caption center cite code col colgroup data dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark math menu meta meter nav noscript object ol optgroup option output p param picture pre progress q rb rp rt rtc ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr "

// isElement reports whether a tag, in lower case, is an element of HTML (one
// of its own making has a hyphen), a comment or a declaration.
func isElement(tag string) bool {
	name, _ := elementOf(tag)
	return name == "" || name[0] == '!' || name[0] == '?' || strings.Contains(name, "-") || strings.Contains(elements, " "+name+" ")
}

// destination returns the address that b is. That of a definition is one string
// however often it is linked to.
func (m *Reader) destination(b []byte) string {
	if len(b) == 0 {
		return ""
	}
	if s, known := m.targets[&b[0]]; known {
		return s
	}
	s := string(b)
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	s = compose.Address(s)
	if len(b) > 64 { // a short one is not worth a place among them
		if m.targets == nil {
			m.targets = map[*byte]string{}
		}
		m.targets[&b[0]] = s
	}
	return s
}
