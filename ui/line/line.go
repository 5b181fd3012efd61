// Package line is the controlling terminal as the system keeps it: how its line
// discipline is set, which process has it, and what is on its way. It knows nothing
// of what is shown. It is initialised before most other packages and imports little.
package line
