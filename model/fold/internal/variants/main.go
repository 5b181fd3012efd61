// Command variants makes the table of variants of Han characters anew: from the
// simplified, traditional and Z variants of the Unihan database, and from a list
// that was reviewed by hand. Semantic variants are left out: 于 and 虧 would be
// one.
//
//	go run ./model/fold/internal/variants /usr/share/unicode > model/fold/variant_table.go
//	go run ./model/fold/internal/variants -classes /usr/share/unicode  # the classes of more than two, to be read
//
// The folder is the Unicode Character Database as Debian's unicode-data has it.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"os"
)

func main() {
	classes := flag.Bool("classes", false, "print the classes of more than two characters")
	flag.Parse()
	if flag.NArg() != 1 {
		fmt.Fprintln(os.Stderr, "usage: variants [-classes] FOLDER")
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *classes); err != nil {
		fmt.Fprintln(os.Stderr, "variants:", err)
		os.Exit(1)
	}
}

func run(folder string, classes bool) error {
	u, err := readUnihan(folder)
	if err != nil {
		return err
	}
	all, err := u.classes()
	if err != nil {
		return err
	}
	out := bufio.NewWriter(os.Stdout)
	if !classes {
		if err := writeTable(out, u.version, all); err != nil {
			return err
		}
		return out.Flush()
	}
	for _, c := range all {
		if len(c) > 2 {
			fmt.Fprintln(out, string(c))
		}
	}
	return out.Flush()
}
