//go:build !linux

package resident

// Release does nothing: other systems do not unmap pages on demand.
func Release() {}
