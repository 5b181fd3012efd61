// Package resident keeps the memory of a process small that its own program takes:
// code and constants count as resident once they were used, and the system maps many
// pages around each that is. What is used once, while packages are initialised or at
// the start, stays so for good.
package resident
