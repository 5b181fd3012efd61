package model

import "time"

// A Pace is how fast somebody reads: the characters that were read and how long
// that took, newer reading counting for more. The zero Pace is that of a practised
// reader of Chinese.
type Pace struct {
	Chars   float64 `json:"chars"`
	Minutes float64 `json:"minutes"`
}

// How much reading it takes to estimate a pace, in minutes, and how much of it is
// remembered.
const (
	leastMeasured = 3
	mostMeasured  = 60
)

// PerMinute returns the characters that are read in a minute, in steps of 25, so
// that what is derived from it does not change with every page.
func (p Pace) PerMinute() int {
	if p.Minutes < leastMeasured {
		return perMinute
	}
	return max(25, int(p.Chars/p.Minutes+12.5)/25*25)
}

// Read returns the pace after so many more characters were read in some time. Times too
// short to have read them, and too long to have been reading all the while, do not
// count.
func (p Pace) Read(chars int, in time.Duration) Pace {
	minutes := in.Minutes()
	if chars <= 0 || in < time.Second || in > 5*time.Minute || float64(chars) > 1500*minutes || float64(chars) < 60*minutes {
		return p
	}
	p.Chars, p.Minutes = p.Chars+float64(chars), p.Minutes+minutes
	if p.Minutes > mostMeasured {
		p.Chars, p.Minutes = p.Chars*mostMeasured/p.Minutes, mostMeasured
	}
	return p
}

// MinutesAt returns how long chars characters take at so many a minute, at least one.
func MinutesAt(pace, chars int) int { return max(1, (chars+pace/2)/pace) }
