package markdown

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"juan/data/format/compose"
	"juan/model"
)

// Markdown as authors write it has more than CommonMark: what the programs
// that they write for add to it, and what Chinese writers leave out. Each
// addition is a parser of its own and needs no more of the text than its own
// block, so that a text can be parsed piece by piece.

// authorBlocks returns the parsers of the blocks that authors add.
func authorBlocks() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(looseHeading{}, 590), // before the headings of CommonMark
		util.Prioritized(commentBlock{}, 595),
		util.Prioritized(remarkLine{}, 595),
		util.Prioritized(displayMath{}, 596),
		util.Prioritized(fenceMark{}, 597),
		util.Prioritized(shortcodeMark{}, 598),
		util.Prioritized(admonition{}, 599),
		util.Prioritized(alertTitle{}, 599),
	}
}

// authorInlines returns the parsers of the running text that authors add.
func authorInlines() []util.PrioritizedValue {
	return []util.PrioritizedValue{
		util.Prioritized(wikiLink{}, 190), // before links
		util.Prioritized(templateLink{}, 190),
		util.Prioritized(highlight{}, 498),
		util.Prioritized(inlineMath{}, 190),
		util.Prioritized(scriptMark{}, 190), // before ~~
		util.Prioritized(inlineNote{}, 190),
		util.Prioritized(comment{}, 190),
		util.Prioritized(braces{}, 190),
		util.Prioritized(blockName{}, 190),
	}
}

// authorKind is the kind of all nodes for the additions of authors: they are
// distinguished by their Go types.
var authorKind = ast.NewNodeKind("Author")

// A written node is running text that stands for what the source has: nothing
// for a comment, the name for a wiki link, x² for a formula.
type written struct {
	ast.BaseInline
	text   string
	at     int // byte of the source where the text stands, or what it stands for
	voice  model.Voice
	target string
}

func (*written) Kind() ast.NodeKind              { return authorKind }
func (n *written) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// said advances block by size bytes and returns the node of what they say.
func said(block text.Reader, size int, n *written) ast.Node {
	_, at := block.PeekLine()
	if n.at == 0 {
		n.at = at.Start
	}
	block.Advance(size)
	return n
}

// A looseHeading parses headings without a blank after their marks, with a
// full-width blank there, or with full-width marks: ##标题, ＃标题. One # may
// as well begin a tag (#读书); it is a heading where it stands alone between
// blank lines, has no second #, and is followed by more text.
type looseHeading struct{}

func (looseHeading) Trigger() []byte { return []byte{'#', "＃"[0]} }

func (looseHeading) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	level, size := headingMarks(line[pos:])
	title := bytes.TrimRight(line[pos+size:], " \t\r\n#")
	wide := line[pos] != '#'
	spaced := len(title) > 0 && !wide && (title[0] == ' ' || title[0] == '\t')
	if level == 0 || level > 6 || len(title) == 0 || spaced && !closedTight(line, title, level) || len(title) > 300 {
		return nil, parser.NoChildren
	}
	if spaced {
		trimmed := bytes.TrimLeft(title, " \t")
		size, title = size+len(title)-len(trimmed), trimmed
	}
	if !wide && !spaced && util.IsPunct(title[0]) && bytes.IndexByte([]byte("[(*`\""), title[0]) < 0 {
		return nil, parser.NoChildren
	}
	if level == 1 && !spaced && !standsAlone(title, reader.Source(), segment, wide) {
		return nil, parser.NoChildren
	}
	from := segment.Start - segment.Padding + pos + size
	node := ast.NewHeading(level)
	node.Lines().Append(text.NewSegment(from, from+len(title)))
	reader.AdvanceToEOL()
	return node, parser.NoChildren
}

// closedTight reports whether a heading is closed by as many marks as it opens
// with, without the blank that CommonMark wants before them: ### 标题###. A name
// that ends in one (# C#) is not.
func closedTight(line, title []byte, level int) bool {
	end := bytes.TrimRight(line, " \t\r\n")
	marks := len(end) - len(bytes.TrimRight(end, "#"))
	return marks == level && title[len(title)-1] >= 0x80 && len(bytes.TrimSpace(title)) > 0
}

// headingMarks returns how many marks of a heading line begins with and the
// bytes they take.
func headingMarks(line []byte) (level, size int) {
	for {
		switch rest := line[size:]; {
		case len(rest) > 0 && rest[0] == '#' && (size == 0 || line[0] == '#'):
			size++
		case bytes.HasPrefix(rest, []byte("＃")) && (size == 0 || line[0] != '#'):
			size += len("＃")
		default:
			return level, size
		}
		level++
	}
}

// standsAlone distinguishes the heading #标题 from a tag and from a number (#1).
func standsAlone(title, source []byte, line text.Segment, wide bool) bool {
	if !wide && title[0] < 0x80 || bytes.ContainsAny(title, "#") || bytes.Contains(title, []byte("＃")) {
		return false
	}
	if len(bytes.TrimSpace(source[:min(line.Start, 64)])) == 0 && line.Start < 64 && !bytes.ContainsAny(title, " \t") && !compose.EndsInMark(string(title)) {
		return true // the first line of a text is its title
	}
	before := bytes.TrimRight(source[:line.Start], " \t\r")
	before = bytes.TrimSuffix(before, []byte("\n"))
	if i := bytes.LastIndexByte(before, '\n'); len(bytes.TrimSpace(before[i+1:])) > 0 {
		return false
	}
	next, after, _ := bytes.Cut(source[min(line.Stop, len(source)):], []byte("\n"))
	return wide || len(bytes.TrimSpace(next)) == 0 && len(bytes.TrimSpace(after[:min(len(after), 4096)])) > 0
}

func (looseHeading) Continue(ast.Node, text.Reader, parser.Context) parser.State { return parser.Close }
func (looseHeading) Close(ast.Node, text.Reader, parser.Context)                 {}
func (looseHeading) CanInterruptParagraph() bool                                 { return true }
func (looseHeading) CanAcceptIndentedLine() bool                                 { return false }
