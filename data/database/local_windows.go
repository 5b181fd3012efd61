package database

import (
	"path/filepath"

	"golang.org/x/sys/windows"
)

// local reports whether all who can open files in a folder run on this machine,
// so that the memory which connections to a database share is one.
func local(dir string) bool {
	root, err := windows.UTF16PtrFromString(filepath.VolumeName(dir) + `\`)
	return err != nil || windows.GetDriveType(root) != windows.DRIVE_REMOTE
}
