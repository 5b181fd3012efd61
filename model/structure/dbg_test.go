package structure

import (
	"fmt"
	"os"
	"testing"
)

func TestDbg(t *testing.T) {
	text := os.Getenv("DBG")
	for _, c := range cutPlaces(text) {
		fmt.Printf("%6.2f %s|", score(c.has), text[:c.at])
		for _, f := range c.has {
			fmt.Printf(" %d:%.1f", f, weights[f])
		}
		fmt.Println()
	}
}
