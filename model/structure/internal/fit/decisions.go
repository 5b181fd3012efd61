package fit

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
)

// A Decision is a table of weights that is fitted: its path below
// model/structure, and how far its prior is trusted, in examples. The examples
// stand beside it in testdata. Trust is what did best on reports that were left
// out of the fit: ends are few and of few hands, so that theirs is high.
type Decision struct {
	Path  string
	Trust float64
}

// Decisions returns all of them.
func Decisions() []Decision {
	return []Decision{{"flat/cut", 8}, {"lines/heading", 1.5}, {"lines/join", 4}, {"sentence/runin", 4}, {"sentence/hidden", 4}}
}

// TrustIn returns the trust of the decision with the path.
func TrustIn(path string) float64 {
	for _, d := range Decisions() {
		if d.Path == path {
			return d.Trust
		}
	}
	return 0
}

// Load reads the table and the examples of a decision.
func Load(root, decision string) (Table, []Choice, error) {
	f, err := os.Open(filepath.Join(root, decision+".tsv"))
	if err != nil {
		return Table{}, nil, err
	}
	defer f.Close()
	t, err := ReadTable(f)
	if err != nil {
		return t, nil, err
	}
	dir, name := filepath.Split(decision)
	g, err := os.Open(filepath.Join(root, dir, "testdata", name+".examples"))
	if err != nil {
		return t, nil, err
	}
	defer g.Close()
	_, all, err := ReadChoices(g)
	return t, all, err
}

// Constants returns the names of the constants of a type in the order in which
// a file of Go declares them: the features of a decision. Those from the name
// until on are left out.
func Constants(file, typ, until string) ([]string, error) {
	f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
	if err != nil {
		return nil, err
	}
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok || g.Tok != token.CONST {
			continue
		}
		if id, ok := g.Specs[0].(*ast.ValueSpec).Type.(*ast.Ident); !ok || id.Name != typ {
			continue
		}
		var names []string
		for _, s := range g.Specs {
			name := s.(*ast.ValueSpec).Names[0].Name
			if name == until {
				break
			}
			names = append(names, name)
		}
		return names, nil
	}
	return nil, fmt.Errorf("%s has no constants of type %s", file, typ)
}
