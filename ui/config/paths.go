package config

import (
	"os"
	"path/filepath"
	"runtime"
)

// File returns where the settings are looked for.
func File(getenv func(string) string) string {
	return filepath.Join(base(getenv, "XDG_CONFIG_HOME", ".config", "APPDATA"), "juan", "config.toml")
}

// State returns the folder for what is remembered between runs, "" where the user has
// none: what is remembered is nobody else's.
func State(getenv func(string) string) string {
	dir, ok := own(getenv, "XDG_STATE_HOME", ".local/state", "LOCALAPPDATA")
	if !ok {
		return ""
	}
	return filepath.Join(dir, "juan")
}

// Cache returns the folder for what can be made anew from what is read.
func Cache(getenv func(string) string) string {
	return filepath.Join(base(getenv, "XDG_CACHE_HOME", ".cache", "LOCALAPPDATA"), "juan")
}

// base returns a folder of the user, or that for what is nobody's.
func base(getenv func(string) string, name, home, windows string) string {
	if dir, ok := own(getenv, name, home, windows); ok {
		return dir
	}
	return os.TempDir()
}

// own returns a folder of the XDG Base Directory Specification, which must be
// absolute to count; on Windows that of the system. A user without a home has none.
func own(getenv func(string) string, name, home, windows string) (dir string, ok bool) {
	if dir := getenv(name); filepath.IsAbs(dir) {
		return dir, true
	}
	if dir := getenv(windows); runtime.GOOS == "windows" && dir != "" {
		return dir, true
	}
	dir, err := os.UserHomeDir()
	if err != nil {
		return "", false
	}
	return filepath.Join(dir, filepath.FromSlash(home)), true
}
