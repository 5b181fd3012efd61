package cli

import (
	"runtime/debug"
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

// A build is called as it was told, as its tag, or by its commit.
func TestVersionOfBuild(t *testing.T) {
	commit := []debug.BuildSetting{{Key: "vcs.revision", Value: "0123456789abcdef"}, {Key: "vcs.modified", Value: "true"}}
	for _, tc := range []struct {
		module   string
		settings []debug.BuildSetting
		want     string
	}{
		{"(devel)", nil, release},
		{"", nil, release},
		{"v1.2.3", nil, "1.2.3"},
		{"v1.2.3", commit[:1], "1.2.3"},
		{"v1.3.0-rc.1", commit[:1], "1.3.0-rc.1"},
		{"v0.0.0-20260102030405-0123456789ab+dirty", commit, release + " 0123456789ab+"},
		{"v0.0.0-20260102030405-0123456789ab", nil, "0.0.0-20260102030405-0123456789ab"},
		{"(devel)", commit[:1], release + " 0123456789ab"},
	} {
		info := &debug.BuildInfo{Settings: tc.settings}
		info.Main.Version = tc.module
		if got := versionOf(info); got != tc.want {
			t.Errorf("%q %v: %q, want %q", tc.module, tc.settings, got, tc.want)
		}
	}
	if got := Version("v2.0.0"); got != "2.0.0" {
		t.Errorf("told v2.0.0: %q", got)
	}
}
