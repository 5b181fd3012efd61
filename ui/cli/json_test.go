package cli

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"

	"juan/model"
	"juan/ui/words"
)

// decoded runs a command and returns its JSON.
func decoded(t *testing.T, args ...string) []map[string]any {
	t.Helper()
	w, out, errs := world(args...)
	if code := Run(t.Context(), w); code != done || errs.Len() > 0 {
		t.Fatalf("%s: exit %d, %s", args, code, errs)
	}
	var all []map[string]any
	if err := json.Unmarshal([]byte(out.String()), &all); err != nil {
		t.Fatalf("%s: %v in %s", args, err, out)
	}
	return all
}

func keys(m map[string]any) string {
	var names []string
	for k := range m {
		names = append(names, k)
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

func TestListJSON(t *testing.T) {
	all := decoded(t, "list", "--json")
	if len(all) != 2 {
		t.Fatalf("%d articles", len(all))
	}
	want := map[string]any{
		"id": "rivers", "title": "江河", "date": "2024-03-05", "delivered": "2024-04-05", "source": "自写", "note": "未完", "path": "",
		"chars": float64(library()[0].Chars), "minutes": 1.0, "sections": 3.0,
	}
	if !reflect.DeepEqual(all[0], want) {
		t.Errorf("%v", all[0])
	}
	if all[1]["date"] != "" || all[1]["delivered"] != "" {
		t.Errorf("no date is %v, %v", all[1]["date"], all[1]["delivered"])
	}
}

func TestOutlineJSON(t *testing.T) {
	all := decoded(t, "outline", "--json")
	if len(all) != 2 || all[0]["id"] != "rivers" || all[0]["title"] != "江河" || keys(all[0]) != "id path sections title" {
		t.Fatalf("%v", all)
	}
	if none, ok := all[1]["sections"].([]any); !ok || len(none) != 0 {
		t.Errorf("no headings are %v", all[1]["sections"])
	}
	var got [][]any
	for _, s := range all[0]["sections"].([]any) {
		s := s.(map[string]any)
		if keys(s) != "certain chars kind level line number offset text" {
			t.Errorf("keys %s", keys(s))
		}
		got = append(got, []any{s["level"], s["number"], s["text"], s["kind"], s["certain"], s["offset"]})
	}
	want := [][]any{
		{1.0, "一、", "一、水从哪里来", "heading", true, 10.0},
		{2.0, "（一）", "（一）“上游”的水", "heading", true, 90.0},
		{3.0, "", "先说雪山", "run-in", true, 130.0},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%v", got)
	}
}

func TestSearchJSON(t *testing.T) {
	all := decoded(t, "search", "--json", "溪流")
	want := []map[string]any{{
		"id": "rivers", "title": "江河", "path": "", "in": "body", "line": nil, "section": "一、水从哪里来", "offset": 40.0 + float64(len("雨水落在山上，汇成")),
		"match": "溪流", "before": "雨水落在山上，汇成", "after": "。Water, 水。",
	}}
	if !reflect.DeepEqual(all, want) {
		t.Errorf("%v", all)
	}
}

// Offsets count in the source, matches as they stand there: full width and
// case are folded for finding, not for showing.
func TestSearchFindsFoldedForms(t *testing.T) {
	all := decoded(t, "search", "--json", "ＷＡＴＥＲ")
	if len(all) != 1 || all[0]["match"] != "Water" {
		t.Errorf("%v", all)
	}
	all = decoded(t, "search", "--json", "上游的水")
	if len(all) != 1 || all[0]["match"] != "上游”的水" || all[0]["section"] != "（一）“上游”的水" {
		t.Errorf("%v", all)
	}
}

// There is one terminal, and so one object.
func TestDoctorJSON(t *testing.T) {
	w, out, _ := world("doctor", "--json", "--ambiguous", "2")
	var d map[string]any
	if code := Run(t.Context(), w); code != done || json.Unmarshal([]byte(out.String()), &d) != nil || d["terminal"] != false {
		t.Fatalf("exit %d: %s", code, out)
	}
	want := map[string]any{"setting": "2", "asked": false, "answered": false, "cells": 0.0, "used": 2.0, "replace": false}
	if !reflect.DeepEqual(d["ambiguous"], want) {
		t.Errorf("%v", d["ambiguous"])
	}
}

// JSON keeps every character and yet holds none that acts on a terminal.
func TestJSONIsHarmlessAndWhole(t *testing.T) {
	all := decoded(t, "search", "--json", "水", "hostile.md")
	if len(all) != 1 || all[0]["before"] != "文\x1b[2J\u202e" || all[0]["after"] != "\u009b31m。" {
		t.Errorf("%q", all)
	}
}

// The manual page tells of each field that is written, and of no other.
func TestFieldsAreDocumented(t *testing.T) {
	for _, lang := range []string{"zh", "en"} {
		w, out, _ := world("man", "--lang", lang)
		Run(t.Context(), w)
		page := strings.ReplaceAll(out.String(), `\-`, "-")
		for _, s := range shapes() {
			if !strings.Contains(page, "juan "+s.command+" --json") {
				t.Errorf("%s: nothing of %s", lang, s.command)
			}
			inv := &invocation{words: words.In(words.English)}
			for _, f := range fields(s.of) {
				if said := inv.about(s.command, f); strings.HasPrefix(said, "json.") || !strings.Contains(page, "\n\\fB"+f.name+"\\fR\n") {
					t.Errorf("%s: %s of %s is not told", lang, f.name, s.command)
				}
			}
		}
	}
	written := make(map[string]bool)
	for _, s := range shapes() {
		for _, f := range fields(s.of) {
			written[f.name[strings.LastIndexByte(f.name, '.')+1:]] = true
		}
	}
	for key := range words.Keys() {
		name := key[strings.LastIndexByte(key, '.')+1:]
		if strings.HasPrefix(key, "json.") && !strings.HasPrefix(key, "json.man.") && !written[name] {
			t.Errorf("%s: there is no such field", key)
		}
	}
}

// What is written has the fields that are documented.
func TestDocumentedFieldsAreWritten(t *testing.T) {
	for _, s := range shapes() {
		args := append(strings.Fields(s.command), "--json")
		if strings.HasPrefix(s.command, "search") {
			args = append(args, "水")
		}
		w, out, _ := world(args...)
		Run(t.Context(), w)
		var all []map[string]any
		text := strings.TrimSpace(out.String())
		for command, one := range map[string]any{"notes": note{To: model.Anchor{Nth: 1}}, "figures": told{}} { // there are none in this world
			if s.command != command {
				continue
			}
			doc, err := json.Marshal(one)
			if err != nil {
				t.Fatal(err)
			}
			text = string(doc)
		}
		if text[0] == '{' {
			text = "[" + text + "]"
		}
		if err := json.Unmarshal([]byte(text), &all); err != nil || len(all) == 0 {
			t.Fatalf("%s: %v in %s", s.command, err, text)
		}
		var want []string
		for _, f := range fields(s.of) {
			if len(f.at) == 1 {
				want = append(want, f.name)
			}
		}
		slices.Sort(want)
		if got := keys(all[0]); got != strings.Join(want, " ") {
			t.Errorf("%s has %s, documented are %s", s.command, got, want)
		}
	}
}
