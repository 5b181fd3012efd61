package data

import (
	"strings"
	"testing"

	"juan/data/internal/dump"
)

// JSON as people and programs write it: other names, arrays, talks, poems.
func TestJSONOfManyForms(t *testing.T) {
	for _, c := range []struct{ name, src, want string }{
		{"a.jsonl", `{"标题":"甲","正文":"文一。\n文二。","日期":"2020年1月2日","作者":"某人"}`, "甲 2020 某人: p 文一。\np 文二。\n"},
		{"a.json", `[{"title":"甲","content":"文。"},{"headline":"乙","article":"书。"}]`, "甲: p 文。\n乙: p 书。\n"},
		{"a.json", `{"文章标题":"甲","文章内容":"文。","发表时间":"2020-01-02"}`, "甲 2020: p 文。\n"},
		{"a.jsonl", `{"title":"甲","content":"# 乙\n\n文 **重**。"}`, "甲: h1 |乙\np 文 {b 重}。\n"},
		{"a.json", `{"title":"甲","html":"<h1>甲</h1><p>文。</p>"}`, "甲: p 文。\n"},
		{"a.json", `{"title":"甲","text":"<甲>是书名。"}`, "甲: p <甲>是书名。\n"},
		{"a.json", `{"Title":"甲","Content":"<p>文<b>一</b>。</p>","PubDate":"2020年1月2日"}`, "甲 2020: p 文{b 一}。\n"},
		{"a.json", "{\n \"title\": \"甲\",\n \"paragraphs\": [\"一。\", \"二。\"]\n}", "甲: p 一。\np 二。\n"},
		{"a.json", `{"code":0,"data":{"list":[]},"items":[{"title":"甲","text":"文。"}]}`, "甲: p 文。\n"},
		{"a.json", `{"code":0,"data":{"page":{"total":1},"list":[{"title":"甲","text":"文。"}]}}`, "甲: p 文。\n"},
		{"a.json", `{"title":"甲","chapters":[{"title":"第一章","content":"文。"},{"title":"第二章","paragraphs":["书。"]}]}`, "甲: h1 第一章|\np 文。\nh1 第二章|\np 书。\n"},
		{"a.json", `{"书名":"渡口记","作者":"某人","简介":"三代人。","章节":[{"章节名":"第一章 江","内容":"文。"},{"章节名":"第二章 桥","内容":"书。"}]}`, "渡口记 某人: p 三代人。\nh1 第一章| 江\np 文。\nh1 第二章| 桥\np 书。\n"},
		{"a.json", `{"book_title":"渡口记","author_name":"某","chapters":[{"chapter_title":"江","content":"文。","author_name":"某"}]}`, "渡口记: h1 |江\np 文。\n"},
		{"a.json", `{"title":"谈","messages":[{"role":"user","content":"你好"},{"role":"assistant","content":"- 一\n- 二"}]}`, "谈: p {b user}\np 你好\np {b assistant}\n1- p 一\n2- p 二\n"},
		{"a.json", `[{"role":"user","content":[{"type":"text","text":"你好"}]},{"role":"assistant","content":"好"}]`, "a: p {b user}\np 你好\np {b assistant}\np 好\n"},
		{"a.jsonl", `{"conversations":[{"from":"human","value":"问"},{"from":"gpt","value":"答"}]}`, "a: p {b human}\np 问\np {b gpt}\np 答\n"},
		{"a.json", `[{"title":"静夜思","author":"李白","paragraphs":["床前明月光，疑是地上霜。","举头望明月，低头思故乡。"],"id":"x"}]`, "静夜思 李白: v 床前明月光，疑是地上霜。⏎举头望明月，低头思故乡。\n"},
		{"a.json", `[{"author":"某","paragraphs":["春水绿，两三家。","一江风里看桃花。"],"rhythmic":"忆江南"}]`, "忆江南 某: v 春水绿，两三家。⏎一江风里看桃花。\n"},
		{"a.json", `[{"chapter":"学而篇","paragraphs":["子曰：“学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？”","曾子曰：“吾日三省吾身。”"]}]`, "学而篇: p 子曰：“学而时习之，不亦说乎？有朋自远方来，不亦乐乎？人不知而不愠，不亦君子乎？”\np 曾子曰：“吾日三省吾身。”\n"},
		{"a.jsonl", `{"question":"问？","answer":"答。"}`, "a: p {b 问？}\np 答。\n"},
		{"a.json", `{"title":"谈","create_time":1646179200.5,"current_node":"d","mapping":{"a":{"message":null,"children":["b","s"]},"b":{"message":{"author":{"role":"user"},"content":{"parts":["问？"]}},"parent":"a","children":["c","d"]},"c":{"message":{"author":{"role":"assistant"},"content":{"parts":["旧答。"]}},"parent":"b"},"d":{"message":{"author":{"role":"assistant"},"content":{"parts":["答一。"]}},"parent":"b"},"s":{"message":{"author":{"role":"system"},"content":{"parts":["藏"]}},"parent":"a"}}}`, "谈 2022: p {b user}\np 问？\np {b assistant}\np 答一。\n"},
		{"a.json", `[{"title":"谈","mapping":{"a":{"message":{"author":{"role":"user"},"content":{"parts":["问？"]}},"children":["b"]},"b":{"message":{"content":{"parts":["答。"]}},"parent":"a"}}}]`, "谈: p {b user}\np 问？\np 答。\n"},
		{"a.json", `{"mapping":{"a":{"message":{"content":{"parts":["绕。"]}},"parent":"a","children":["a"]}}}`, ""},
		{"a.json", `{"code":0,"result":{"article":{"标题":"甲","发布时间":"2022-03-04","段落":["一。","二。"]}}}`, "甲 2022: p 一。\np 二。\n"},
		{"a.json", `{"title":"外","content":{"title":"内","text":"文。"}}`, "外: h1 |内\np 文。\n"},
		{"a.json", `["一。","二。"]`, "一: p 一。\np 二。\n"},
		{"a.json", "{\"title\":\"甲\",\"text\":\"一\u2028二\"}", "甲: p 一\np 二\n"},
		{"a.json", `{"name":"某","version":"1.0","description":"话"}`, ""},
		{"a.json", `[1,2,{"text":3}]`, ""},
		{"a.json", `{"title":"甲"`, ""},
		{"a.jsonl", "{\"text\":\"甲。\"}\n{坏\n\n{\"text\":\"乙。\"}\n", "甲: p 甲。\n乙: p 乙。\n"},
	} {
		o := open(t, "", write(t, t.TempDir(), c.name, c.src))
		var got strings.Builder
		for _, a := range o.articles {
			got.WriteString(a.Title)
			if !a.Date.IsZero() {
				got.WriteString(a.Date.Format(" 2006"))
			}
			if a.Source != "" {
				got.WriteString(" " + a.Source)
			}
			got.WriteString(": " + dump.Body(a.Body))
		}
		if got.String() != c.want {
			t.Errorf("%s\n got %q\nwant %q %v", c.src, got.String(), c.want, o.errs)
		}
	}
}

// A folder says nothing of JSON that holds no articles.
func TestJSONOfProgramsIsPassedOver(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "package.json", `{"name":"x","version":"1"}`)
	write(t, dir, "a.json", `{"title":"甲","text":"文。"}`)
	if o := open(t, "", dir); o.ids() != "a" || len(o.errs) > 0 {
		t.Errorf("%q %v", o.ids(), o.errs)
	}
}

// Notebooks up to version 3 have their cells on sheets.
func TestOldNotebooks(t *testing.T) {
	src := `{"nbformat":3,"worksheets":[{"cells":[{"cell_type":"heading","level":1,"source":["渡口"]},{"cell_type":"heading","level":2,"source":["一"]},{"cell_type":"code","input":["x"]},{"cell_type":"markdown","source":["文。"]}]}],"metadata":{}}`
	o := open(t, "", write(t, t.TempDir(), "a.ipynb", src))
	if len(o.articles) != 1 {
		t.Fatal(o.errs)
	}
	if got, want := dump.Body(o.articles[0].Body), "h1 |一\nc  \"x\"\np 文。\n"; got != want || o.articles[0].Title != "渡口" {
		t.Errorf("%q %q, want %q", o.articles[0].Title, got, want)
	}
}

// A heading of an old notebook has six levels, whatever number it says.
func TestDeepHeadingOfANotebook(t *testing.T) {
	src := `{"nbformat":3,"worksheets":[{"cells":[{"cell_type":"markdown","source":"文。"},{"cell_type":"heading","level":4611686018427387904,"source":"一"}]}]}`
	o := open(t, "", write(t, t.TempDir(), "a.ipynb", src))
	if len(o.articles) != 1 || dump.Body(o.articles[0].Body) != "p 文。\nh1 |一\n" {
		t.Errorf("%v %v", o.articles, o.errs)
	}
}

func TestNotebooks(t *testing.T) {
	src := `{"cells":[{"cell_type":"markdown","source":["# 渡口\n","\n","正文。"]},{"cell_type":"code","source":"print(1)","outputs":[{"text":["1\n"]},{"data":{"text/plain":["2"]}}]},{"cell_type":"code","source":[]}],"metadata":{"kernelspec":{"language":"python"}},"nbformat":4}`
	o := open(t, "", write(t, t.TempDir(), "a.ipynb", src))
	if len(o.articles) != 1 {
		t.Fatal(o.errs)
	}
	if got, want := dump.Body(o.articles[0].Body), "p 正文。\nc python \"print(1)\"\nc  \"1\"\nc  \"2\"\n"; got != want || o.articles[0].Title != "渡口" {
		t.Errorf("%q %q, want %q", o.articles[0].Title, got, want)
	}
}
