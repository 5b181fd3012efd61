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

// State returns the folder for what is remembered between runs.
func State(getenv func(string) string) string {
	return filepath.Join(base(getenv, "XDG_STATE_HOME", ".local/state", "LOCALAPPDATA"), "juan")
}

// Cache returns the folder for what can be made anew from what is read.
func Cache(getenv func(string) string) string {
	return filepath.Join(base(getenv, "XDG_CACHE_HOME", ".cache", "LOCALAPPDATA"), "juan")
}

// base returns a folder of the XDG Base Directory Specification, which must be
// absolute to count; on Windows that of the system.
func base(getenv func(string) string, name, home, windows string) string {
	if dir := getenv(name); filepath.IsAbs(dir) {
		return dir
	}
	if dir := getenv(windows); runtime.GOOS == "windows" && dir != "" {
		return dir
	}
	dir, err := os.UserHomeDir()
	if err != nil {
		return os.TempDir()
	}
	return filepath.Join(dir, filepath.FromSlash(home))
}
