package plain

import "testing"

func TestTitle(t *testing.T) {
	const chapters = "\n第一章 渡口\n\n　　水从山里来，绕过村子。\n\n第二章 夜船\n\n　　又往东去。\n"
	for _, tc := range []struct{ text, want string }{
		{"河边的人家\n" + chapters, "河边的人家"},
		{"\n\n　河边的人家　\n作者：某人\n" + chapters, "河边的人家"},
		{"《河边的人家》\n某人 著\n简介：一条河，几户人家。\n" + chapters, "河边的人家"},
		{"书名：河边的人家\n作者：某人\n" + chapters, "河边的人家"},
		{"========\n河边的人家\n========\n" + chapters, "河边的人家"},
		{"更多好书：www.example.com\n河边的人家\n" + chapters, "河边的人家"},
		{"河边的人家\n作者：某人\n\n　　水从山里来，绕过村子。\n", "河边的人家"},
		{"论渡口\n一、问题\n渡口在村北。\n", "论渡口"},

		{chapters, ""},
		{"前言\n　　写在前面的话。\n" + chapters, ""},
		{"目录\n第一章 渡口\n第二章 夜船\n" + chapters, ""},
		{"　　水从山里来，绕过村子。\n" + chapters, ""},
		{"时间：上午\n第一条 开会\n", ""},
		{"一月三日 晴\n\n　　水从山里来。\n", ""},
		{"河边杂记\n\n　　水从山里来，绕过村子。\n", ""},
		{"甲\n第一章 渡口\n", ""},
		{"1 渡口\n水从山里来。\n\n2 夜船\n\n2.1 灯\n又往东去。\n", ""},
		{"☆、渡口第一章\n" + chapters, "☆、渡口第一章"},
		{"☆、第一章\n水从山里来。\n第二章 夜船\n", ""},
		{"", ""},
		{"河边的人家", ""},
	} {
		if got := Title(tc.text); got != tc.want {
			t.Errorf("%q: %q, want %q", tc.text, got, tc.want)
		}
	}
}
