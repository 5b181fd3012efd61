package structure

import (
	"strings"
	"testing"
)

// In a directive （一） … count on through 一、 二、 三、; a single one may be all
// that stands under the last.
func TestCountingOn(t *testing.T) {
	lines := []string{
		"为把渡口办好，现提出如下意见。", "一、总体要求", "（一）指导思想。" + filler, "（二）基本原则。" + filler, "（三）发展目标。" + filler,
		"二、重点任务", "（四）整修渡船。" + filler, "（五）加固码头。" + filler, "（六）培训船工。" + filler,
		"三、保障措施", "（七）加强组织领导。" + filler,
	}
	want := "1 一、总体要求\n2 （一）指导思想\n2 （二）基本原则\n2 （三）发展目标\n1 二、重点任务\n2 （四）整修渡船\n2 （五）加固码头\n2 （六）培训船工\n1 三、保障措施\n2 （七）加强组织领导\n"
	for i, sep := range []string{"\n", " ", ""} {
		if i == 2 { // one alone in brackets, glued, may be anything
			lines, want = append(lines, "（八）严格督促检查。"+filler), want+"2 （八）严格督促检查\n"
		}
		src := strings.Join(lines, sep)
		lawful(t, src, Infer(src))
		if got := headings(src); got != want {
			t.Errorf("joined by %q\ngot\n%swant\n%s", sep, got, want)
		}
	}
}
