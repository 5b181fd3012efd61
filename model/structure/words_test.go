package structure

import (
	"strings"
	"testing"
)

func cutWords(s string) string {
	var out []string
	for _, w := range segment(s) {
		out = append(out, s[w.from:w.to]+"/"+string(w.class))
	}
	return strings.Join(out, " ")
}

func TestSegment(t *testing.T) {
	for _, s := range []string{"一、过去一年工作回顾2023年，全市上下坚持稳中求进", "机制创新优化项目全周期服务许昌市深化改革创新", "企业参与与国际合作机制大会期间", "四、驱动外向型经济高质量发展的成果本次大会助推", "奋力完成全年目标任务一分部署,九分落实", "增长3.5%左右"} {
		t.Log(cutWords(s))
	}
}
