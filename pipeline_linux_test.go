package main

import (
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// The first pipelines that a script writer tries: each gives the expected output.
func TestPipelines(t *testing.T) {
	if _, err := exec.LookPath("jq"); err != nil {
		t.Skip("no jq: ", err)
	}
	dir, bin := t.TempDir(), t.TempDir()
	os.Mkdir(filepath.Join(dir, "sub"), 0o755)
	write(t, dir, "a.md", "# 江河\n\n前言。\n\n## 一、水从哪里来\n\n雨水落在山上，汇成溪流，渡船也多了。\n\n## 二、水到哪里去\n\n都进了海。渡船停了，渡船又开了。\n")
	write(t, dir, "sub/b.txt", "桥的来历\n\n桥架在水上，渡船没有了。\n")
	script := write(t, bin, "juan", "#!/bin/sh\nexec '"+os.Args[0]+"' \"$@\"\n")
	if err := os.Chmod(script, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct{ line, want string }{
		{`juan list --json . | jq -r '.[] | select(.chars > 20) | .path'`, "./a.md\n"},
		{`juan outline --json a.md | jq -r '.[].sections[] | [.line, .level, .text] | @csv'`, "5,1,\"一、水从哪里来\"\n9,1,\"二、水到哪里去\"\n"},
		{`juan search --json 渡船 . | jq -r '.[] | "\(.path) \(.line) \(.match)"' | while read f n m; do sed -n "${n}p" "$f" | grep -o "$m" | head -1; done | sort | uniq -c | tr -d ' '`,
			"4渡船\n"},
		{`juan search --count --json 渡船 . | jq -r 'sort_by(-.count)[] | "\(.count) \(.path)"'`, "3 ./a.md\n1 ./sub/b.txt\n"},
		{`tail -c +$(($(juan outline --json a.md | jq '.[0].sections[1].offset') + 1)) a.md | head -1 | sed 's/^#* *//'`, "二、水到哪里去\n"},
		{`juan list --json . | jq -r '.[].id' | while read id; do juan print . --id "$id" | grep -c 渡船; done`, "2\n1\n"},
		{`cat a.md | juan outline --json | jq -c '.[0] | [.path, (.sections | length)]'`, "[\"-\",2]\n"},
		{`juan list --format json . | jq -s length`, "2\n"},
		{`juan search -l 渡船 . | xargs cat | juan search --count --format '{{.count}}' 渡船`, "4\n"},
		{`juan doctor --json | jq -r '.colors, .terminal'`, "none\nfalse\n"},
		{`juan print a.md --section 二 | grep -c 海; juan search 没有这样的话 a.md; echo $?; juan print nowhere 2>/dev/null; echo $?`, "1\n1\n2\n"},
		{`mkfifo pipe; (cat a.md > pipe &); juan search --format '{{.section}}' 溪流 pipe`, "一、水从哪里来\n"},
	} {
		cmd := exec.Command("sh", "-c", tc.line)
		cmd.Dir = dir
		cmd.Env = append(juan(t).Env, "PATH="+bin+":"+os.Getenv("PATH"))
		out, err := cmd.Output()
		if string(out) != tc.want {
			t.Errorf("%s\n%s--- wanted\n%s%v", tc.line, out, tc.want, err)
		}
	}
}

// In a container without a home and a locale juan speaks English and leaves nothing
// behind, neither where it is nor in the folder for temporary files; settings that
// others put there count for nothing.
func TestInABareContainer(t *testing.T) {
	for _, environ := range [][]string{nil, {"LANG=C"}, {"LC_ALL=C.UTF-8"}, {"LANG=POSIX", "HOME="}, {"LANGUAGE=zh_CN"}} {
		here, tmp := t.TempDir(), t.TempDir()
		os.MkdirAll(filepath.Join(tmp, "juan", "themes"), 0o755)
		write(t, tmp, "juan/config.toml", "language = \"zh\"\n")
		write(t, here, "a.md", "# 题\n\n有水的文字。\n")
		for _, args := range []string{"list", "print a.md", "outline a.md", "search 水 a.md", "search 火 a.md", "search --json 水 .", "doctor", "cache", "state", "config", "config --check", "notes", "keys", "--help", "man", "nowhere", "cache --clear", "config --path"} {
			cmd := exec.Command(os.Args[0], strings.Fields(args)...)
			cmd.Dir, cmd.Env = here, append([]string{beJuan + "=1", "TMPDIR=" + tmp}, environ...)
			var said strings.Builder
			cmd.Stderr = &said
			out, _ := cmd.Output()
			all := string(out) + said.String()
			for _, chinese := range []string{"用法", "没有", "版本", "文件", "缓存", "2字", "1处", "1分钟", "panic"} {
				if strings.Contains(all, chinese) {
					t.Errorf("%q, juan %s says %s:\n%s", environ, args, chinese, all)
				}
			}
		}
		var left []string
		for _, dir := range []string{here, tmp} {
			filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
				if !d.IsDir() {
					left = append(left, filepath.Base(path))
				}
				return err
			})
		}
		if strings.Join(left, " ") != "a.md config.toml" {
			t.Errorf("%q leaves %q", environ, left)
		}
	}
}
