package cli

import (
	"runtime/debug"
	"strings"
)

// release is what a build calls itself that nobody gave a version.
const release = "0.1.0"

// Version returns the version that the build was given, else that of the module where
// it was fetched as one or built at a tag; else the release and the commit, as far as
// they are known.
func Version(given string) string {
	if given != "" {
		return strings.TrimPrefix(given, "v")
	}
	if info, ok := debug.ReadBuildInfo(); ok {
		return versionOf(info)
	}
	return release
}

// versionOf returns the version of a build that was given none.
func versionOf(info *debug.BuildInfo) string {
	revision, changed := "", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "+"
		}
	}
	// A version that only numbers the commit has the commit in it.
	of := info.Main.Version
	switch made := revision != "" && strings.Contains(of, revision); {
	case of != "" && of != "(devel)" && !made:
		return strings.TrimPrefix(of, "v")
	case revision != "":
		return release + " " + revision + changed
	}
	return release
}
