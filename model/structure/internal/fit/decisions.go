package fit

import (
	"errors"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"slices"
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
	t, err := LoadTable(root, decision)
	if err != nil {
		return t, nil, err
	}
	f, err := os.Open(examplesPath(root, decision))
	if err != nil {
		return t, nil, err
	}
	defer f.Close()
	_, all, err := ReadChoices(f)
	return t, all, err
}

// LoadTable reads the table of a decision, whose examples need not be there.
func LoadTable(root, decision string) (Table, error) {
	f, err := os.Open(filepath.Join(root, decision+".tsv"))
	if err != nil {
		return Table{}, err
	}
	defer f.Close()
	return ReadTable(f)
}

// SaveExamples writes the examples of a decision anew.
func SaveExamples(root, decision string, names []string, all []Choice) error {
	f, err := os.Create(examplesPath(root, decision))
	if err != nil {
		return err
	}
	return errors.Join(WriteChoices(f, names, all), f.Close())
}

func examplesPath(root, decision string) string {
	dir, name := filepath.Split(decision)
	return filepath.Join(root, dir, "testdata", name+".examples")
}

// Features returns the names of the features of a decision, which a file of Go
// declares as constants of a type (see Constants). Where the table of the decision
// does not list just these in the same order, that is an error.
func Features(root, decision, file, typ, until string) ([]string, error) {
	names, err := Constants(file, typ, until)
	if err != nil {
		return nil, err
	}
	t, err := LoadTable(root, decision)
	if err != nil {
		return nil, err
	}
	if !slices.Equal(t.Names, names) {
		return nil, fmt.Errorf("%s.tsv names %v, %s %v", decision, t.Names, file, names)
	}
	return names, nil
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
