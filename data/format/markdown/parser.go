package markdown

import (
	"sync"

	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"
)

// markdownParser reads CommonMark with the tables, strike-through, task lists
// and autolinks of GitHub Flavored Markdown, and footnotes.
var markdownParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(blockParsers(), paragraphParsers(),
		parser.WithInlineParsers(allCounted(append(append(parser.DefaultInlineParsers(), authorInlines()...),
			util.Prioritized(extension.NewTaskCheckBoxParser(), 0),
			util.Prioritized(noteRefParser{}, 101),
			util.Prioritized(emphasis{}, 499),
			util.Prioritized(extension.NewLinkifyParser(), 999)))...),
		parser.WithASTTransformers(util.Prioritized(extension.NewTableASTTransformer(), 0)),
	)
})

// definitionParser reads the blocks of a text as markdownParser does, but no inline
// mark-up.
var definitionParser = sync.OnceValue(func() parser.Parser {
	return parser.NewParser(blockParsers(), paragraphParsers())
})

func blockParsers() parser.Option {
	return parser.WithBlockParsers(append(append(parser.DefaultBlockParsers(), authorBlocks()...),
		util.Prioritized(newNoteParser(), 999))...)
}

func paragraphParsers() parser.Option {
	return parser.WithParagraphTransformers(
		util.Prioritized(countedDefinitions{parser.LinkReferenceParagraphTransformer}, 100),
		util.Prioritized(moderate{extension.NewTableParagraphTransformer()}, 200))
}
