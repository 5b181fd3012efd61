package config

import (
	"os"
	"path/filepath"
	"runtime"
)

// The folders of the user are "" for one who has none: nothing is looked for or kept in
// a place that others can write to.

// File returns where the settings are looked for.
func File(getenv func(string) string) string {
	return within(own(getenv, "XDG_CONFIG_HOME", ".config", "APPDATA"), "config.toml")
}

// State returns the folder for what is remembered between runs.
func State(getenv func(string) string) string {
	return within(own(getenv, "XDG_STATE_HOME", ".local/state", "LOCALAPPDATA"), "")
}

// Cache returns the folder for what can be made anew from what is read.
func Cache(getenv func(string) string) string {
	return within(own(getenv, "XDG_CACHE_HOME", ".cache", "LOCALAPPDATA"), "")
}

// within returns a name in the folder that juan has in a folder of the user, "" where
// there is none.
func within(dir, name string) string {
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, "juan", name)
}

// own returns a folder of the XDG Base Directory Specification, which must be
// absolute to count; on Windows that of the system. A user without a home has none.
func own(getenv func(string) string, name, home, windows string) string {
	if dir := getenv(name); filepath.IsAbs(dir) {
		return dir
	}
	if dir := getenv(windows); runtime.GOOS == "windows" && dir != "" {
		return dir
	}
	dir, err := os.UserHomeDir()
	if err != nil || !filepath.IsAbs(dir) {
		return ""
	}
	return filepath.Join(dir, filepath.FromSlash(home))
}
