package cli

import (
	"strings"
	"testing"
)

// The licences begin with juan's own; without the flag there is one line.
func TestVersion(t *testing.T) {
	for args, want := range map[string]string{"version": "juan ", "--version": "juan ", "version --licenses": "juan\n====\n\nMIT License\n"} {
		w, out, errs := world(strings.Fields(args)...)
		code := Run(t.Context(), w)
		if long := strings.Count(out.String(), "\n") > 1000; code != done || errs.Len() > 0 || !strings.HasPrefix(out.String(), want) || long != (args == "version --licenses") {
			t.Errorf("%s: exit %d, %s, %d bytes: %.40q", args, code, errs, out.Len(), out)
		}
	}
}
