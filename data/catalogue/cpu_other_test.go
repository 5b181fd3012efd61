//go:build !unix

package catalogue

import "time"

// cpu returns the time of day: the system has no better clock.
func cpu() time.Duration { return time.Duration(time.Now().UnixNano()) }
