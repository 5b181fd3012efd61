// Command refit writes the tables of weights anew from the examples that stand
// beside them.
//
//	cd model/structure && go run ./internal/refit
package main

import (
	"bytes"
	"fmt"
	"os"

	"juan/model/structure/internal/fit"
)

func main() {
	for _, d := range fit.Decisions() {
		if err := refit(d); err != nil {
			fmt.Fprintln(os.Stderr, "refit:", d.Path+":", err)
			os.Exit(1)
		}
	}
}

func refit(d fit.Decision) error {
	t, all, err := fit.Load(".", d.Path)
	if err != nil {
		return err
	}
	t.Weights = fit.Weights(t.Prior, d.Trust, all)
	var b bytes.Buffer
	if err := fit.WriteTable(&b, t); err != nil {
		return err
	}
	return os.WriteFile(d.Path+".tsv", b.Bytes(), 0o644)
}
