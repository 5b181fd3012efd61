//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package term

// ask asks nobody: there is no controlling terminal to open.
func ask(string, Question, func(*reply) bool) Answer { return Answer{} }
