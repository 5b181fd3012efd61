package data

import (
	"errors"
	"testing"

	"juan/data/fault"
	"juan/data/internal/dump"
)

// The head of a page is left out, a notice says so, and the sentence that it
// broke goes on.
func TestPageHeads(t *testing.T) {
	src := "第一章 水\n\n　　河水涨到了第三级石阶，渡船只好停在上游，来往的\n人都要多走两里路，谁也没有抱怨，因为年年都是这\n渡口记　第一章　　　　　　　　　　　· 12 ·\n样。老人坐在石阶上补网，针脚细密得像一行小字，他\n说这张网补了二十年，比他的儿子还要大两岁呢。\n" +
		"渡口记　第一章　　　　　　　　　　　· 13 ·\n　　天黑以前船还没有来。\n"
	o := open(t, src, "-")
	if len(o.articles) != 1 {
		t.Fatalf("%d articles", len(o.articles))
	}
	want := "h1 第一章| 水\np 河水涨到了第三级石阶，渡船只好停在上游，来往的人都要多走两里路，谁也没有抱怨，因为年年都是这样。老人坐在石阶上补网，针脚细密得像一行小字，他说这张网补了二十年，比他的儿子还要大两岁呢。\np 天黑以前船还没有来。\n"
	if got := dump.Body(o.articles[0].Body); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	var n *fault.Notice
	if len(o.errs) != 1 || !errors.As(o.errs[0], &n) || n.Remark != fault.Furniture || n.N != 2 {
		t.Errorf("errors %v", o.errs)
	}
}
