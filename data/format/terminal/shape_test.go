package terminal

import (
	"strings"
	"testing"

	"juan/data/internal/sample"
)

// outputs are what programs write, each in its own words.
var outputs = map[string]string{
	"ls -l":    "total 12\n-rw-r--r-- 1 lin lin  812 Nov 20 09:14 boat.c\ndrwxr-xr-x 2 lin lin 4096 Nov 21 10:02 docs\n",
	"ls":       "LICENSE\nREADME.md\nboat.c\ndocs\n",
	"ps":       "USER       PID %CPU COMMAND\nroot         1  0.0 /sbin/init\nlin        812  1.4 vim boat.c\n",
	"df":       "Filesystem      Size  Used Avail Use% Mounted on\n/dev/sda1        40G   12G   26G  32% /\n",
	"grep -rn": "src/boat.c:31:    int oar = 0;\nsrc/river.c:7:/* the river */\nBinary file docs/map.png matches\n",
	"make":     "make[1]: Entering directory '/src/ferry'\ngcc -O2 -c boat.c\nboat.c:31:9: warning: unused variable 'oar'\nmake[1]: Leaving directory '/src/ferry'\n",
	"go test":  "=== RUN   TestRow\n    boat_test.go:12: the oar is missing\n--- FAIL: TestRow (0.00s)\nFAIL\nFAIL\tferry/boat\t0.004s\nok  \tferry/river\t0.003s\n",
	"cargo":    "   Compiling ferry v0.1.0 (/src/ferry)\n\nrunning 2 tests\ntest boat::floats ... ok\ntest boat::sinks ... FAILED\n\ntest result: FAILED. 1 passed; 1 failed; 0 ignored\n",
	"journal":  "Nov 26 15:27:39 pier systemd[1]: Started the daily cleaning of the river.\nNov 26 15:27:41 pier sshd[812]: Accepted a key for lin from 192.0.2.7\n",
	"log":      "2026-11-26T15:27:39Z INFO the ferry has left the eastern bank\n2026-11-26T15:31:02Z WARN the water is rising quickly\n",
	"oneline":  "3f2a91c the boat floats on water\na01bc23 river: the current is measured every hour\n",
	"graph":    "*   3f2a91c Merge branch 'oars'\n|\\  \n| * a01bc23 the oars are longer\n|/  \n* 77be010 a boat\n",
	"stash":    "stash@{0}: WIP on main: 3f2a91c the boat floats\nstash@{1}: On oars: a trial\n",
	"blame":    "^3f2a91c (Lin 2026-11-20 09:14:00 +0800 1) int main(void)\na01bc234 (Bo  2026-11-21 10:02:00 +0800 2) {\n",
	"status":   "On branch main\nYour branch is ahead of 'origin/main' by 1 commit.\n  (use \"git push\" to publish your local commits)\n\nChanges not staged for commit:\n  (use \"git add <file>...\" to update what will be committed)\n  (use \"git restore <file>...\" to discard changes in working directory)\n\tmodified:   boat.c\n\nno changes added to commit (use \"git add\" and/or \"git commit -a\")\n",
	"apt":      "Reading package lists... Done\nBuilding dependency tree... Done\nThe following NEW packages will be installed:\n  ferry\n0 upgraded, 1 newly installed, 0 to remove and 3 not upgraded.\nSetting up ferry (1.2-3) ...\n",
	"clean":    "On branch main\nnothing to commit, working tree clean\n",
	"wc":       "   149 boat.c\n    31 river.c\n   180 total\n",
	"quotes":   "boat.c: In function ‘row’:\nboat.c:31:9: warning: unused variable ‘oar’\n",
	"branch":   "  longer-oars\n* main\n  river/current\n",
	"diff":     "3c3\n< the old oar\n---\n> the new oar\n",
	"python":   "#!/usr/bin/env python3\nimport sys\n\n# Rows to the other bank.\ndef row(boat, oars=2):\n    for stroke in range(oars):\n        boat.move(stroke)\n    return boat\n",
	"c":        "/* The ferry and\n * its river. */\n#include <stdio.h>\n\nint main(void)\n{\n\tint oars = 2;\n\trow(oars);\n\treturn 0;\n}\n",
	"toml":     "[boat]\nname = \"渡口\"\noars = 2\n\n# what it carries\nload = [\"rice\", \"people\"]\n",
}

// What programs write is made of lines; so it is in a pipe of which little has come.
func TestOutputsAreMadeOfLines(t *testing.T) {
	for name, text := range outputs {
		if !Lined(text, true) {
			t.Errorf("%s is read as prose", name)
		}
		first, _, _ := strings.Cut(text, "\n")
		if !Lined(first+"\n", true) && !strings.HasPrefix(first, "3c3") {
			t.Errorf("the first line of %s is read as prose", name)
		}
	}
	for _, name := range []string{"ls -l", "ps", "df", "make", "go test", "journal", "log", "oneline", "graph", "blame", "c", "python", "toml"} {
		if !Lined(outputs[name], false) {
			t.Errorf("a file of %s is read as prose", name)
		}
	}
}

// Prose is none: wrapped or not, Chinese or not, with a list, a table or some code in it.
func TestProseIsNotMadeOfLines(t *testing.T) {
	for name, text := range map[string]string{
		"wrapped":   "The ferry leaves the eastern bank at six in the morning, when the mist\nis still on the water. Nobody speaks. The ferryman counts the oars, looks\nat the sky, and pushes off; the current does the rest of the work.\n",
		"typed":     "The ferry leaves at six.  Nobody speaks.  The ferryman counts the oars and\nlooks at the sky.  The current does the rest.\n",
		"paragraph": "The ferry leaves the eastern bank at six in the morning, when the mist is still on the water.\n\nNobody speaks.\n",
		"chinese":   "渡船六点离开东岸，水上还有雾。没有人说话。\n\n船夫数一数桨，看看天，把船撑开。\n",
		"indented":  "　　渡船六点离开东岸，水上还有雾。\n　　船夫数一数桨，看看天，把船撑开。\n",
		"titles":    "渡口\n船夫\n一条河的历史\n",
		"verse":     "东岸的雾\n落在水上\n船夫数桨\n",
		"listed":    "What one needs for the crossing is little:\n\n- two oars of good wood,\n- a rope that is long enough,\n- patience with the current.\n\nThe ferryman has all of it, and lends it to nobody who asks for it twice.\n",
		"with code": "The boat is moved by a loop, as every boat is that has a program for a ferryman.\n\n    for stroke in range(oars):\n        boat.move(stroke)\n\nIt ends when the other bank is reached. Then the rope is thrown, and the people go\nashore one after the other.\n",
		"mixed":     "渡船每天走两次，班次如下。\n\n早班    06:00\n晚班    18:00\n\n下雨不开，涨水也不开。要过河的人，请在码头等。船夫会来说明。\n",
		"justified": "The  ferry leaves the  eastern bank at six in the morning, when the mist\nis still  on the  water.  Nobody  speaks.   The ferryman  counts the  oars,\nlooks at the  sky, and pushes off;  the current does the rest  of the work.\n",
		"letter":    "Dear Lin,\n\nthe boat has arrived and it floats, which is more than we hoped for. The oars are\ntoo short, though; please send longer ones.\n\nBo\n",
	} {
		for _, piped := range []bool{false, true} {
			if Lined(text, piped) || Painted(text) || Marked(text) {
				t.Errorf("%s, piped %v, is read as lines", name, piped)
			}
		}
	}
	if text := sample.Novel(64 << 10); Lined(text, true) {
		t.Error("a novel is read as lines")
	}
}

// A text that tells of a diff, with a sentence before it, is none.
func TestWhatATextShowsIsNotTheText(t *testing.T) {
	for _, text := range []string{
		"这个改动让船上多一支桨。\n\n--- a/boat.c\n+++ b/boat.c\n@@ -1,3 +1,3 @@\n int row(void)\n {\n-\treturn 2;\n+\treturn 3;\n }\n\n改完以后要重新下水。\n",
		"The change below gives the boat a third oar, as was asked for on the pier.\n\n--- a/boat.c\n+++ b/boat.c\n@@ -1,2 +1,2 @@\n {\n-\treturn 2;\n+\treturn 3;\n\nIt has to be built again, and the boat has to be launched before noon, please.\n",
	} {
		if Marked(text) {
			t.Errorf("%q is read as a diff", text)
		}
	}
}

// A diff, a log of git and a page of the manual have a form that tells them whatever
// else stands in them; paint tells that a program wrote it.
func TestMarked(t *testing.T) {
	prose := "渡船六点离开东岸，水上还有雾。没有人说话。\n"
	for _, text := range []string{
		"diff --git a/渡口.md b/渡口.md\n--- a/渡口.md\n+++ b/渡口.md\n@@ -1 +1 @@\n-" + prose + "+" + prose,
		"--- old.md\t2026-11-20\n+++ new.md\t2026-11-21\n@@ -1 +1 @@\n-" + prose,
		"*** old.md\t2026-11-20\n--- new.md\t2026-11-21\n***************\n*** 1 ****\n! " + prose + "--- 1 ----\n! " + prose,
		"1c1\n< " + prose + "---\n> " + prose,
		"commit 3f2a91c03f2a91c03f2a91c03f2a91c03f2a91c0\nAuthor: Lin <lin@pier.example>\nDate:   Fri Nov 20 09:14:00 2026 +0800\n\n    " + prose,
		"* commit 3f2a91c03f2a91c03f2a91c03f2a91c03f2a91c0\n| Author: Lin <lin@pier.example>\n|\n|     " + prose,
		"From 3f2a91c03f2a91c03f2a91c03f2a91c03f2a91c0 Mon Sep 17 00:00:00 2001\nFrom: Lin <lin@pier.example>\nSubject: oars\n\n" + prose + "---\n boat.c | 2 +-\n\ndiff --git a/boat.c b/boat.c\n",
		"位于分支 main\n您的分支与上游分支 'origin/main' 一致。\n\n要提交的变更：\n\t修改：boat.c\n\ndiff --git a/boat.c b/boat.c\n",
		"FERRY(1)                  User Commands                  FERRY(1)\n\nNAME\n       ferry - crosses\n",
	} {
		if !Marked(text) && !Manual(text) {
			t.Errorf("not known: %.60q", text)
		}
	}
	for text, want := range map[string]bool{"前\x1b[31m红\x1b[m": true, "N\bNA\bA": true, "\x1b[m": true, "\x1b[2J": false, "a\bb": false, prose: false} {
		if Painted(text) != want {
			t.Errorf("%q: painted %v", text, !want)
		}
	}
}
