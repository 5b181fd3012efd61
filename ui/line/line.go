// Package line is the controlling terminal as the kernel has it: the settings of its
// line discipline, its foreground process group, and its pending input and output. It
// knows nothing of what is shown. It is initialised before most other packages and
// imports little.
package line
