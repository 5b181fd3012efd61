package cli

import (
	"strings"
	"testing"
)

func TestCompletion(t *testing.T) {
	for _, tc := range []struct{ args, want string }{
		{"print ri", "rivers\t江河\n:0\n"},
		{"print ./ri", ":0\n"},
		{"list ri", ":0\n"},
		{"--ambiguous re", "auto\n1\n2\nreplace\n:0\n"},
		{"completion ", "bash\nzsh\nfish\npowershell\n:4\n"},
		{"se", "search\t全文查找，带上下文\n:0\n"},
		{"./se", ":0\n"},
	} {
		w, out, _ := world(append([]string{"__complete"}, strings.Split(tc.args, " ")...)...)
		if code := Run(t.Context(), w); code != done || out.String() != tc.want {
			t.Errorf("%q: exit %d, %q", tc.args, code, out)
		}
	}
}
