package cli

import "runtime/debug"

// release is the version that a build without version control calls itself.
const release = "0.1.0"

// Version returns the release, and the commit that the program was built from
// where that is known.
func Version() string {
	v, changed := "", ""
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return release
	}
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			v = " " + s.Value[:min(len(s.Value), 12)]
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = "+"
		}
	}
	return release + v + changed
}
