package format

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
)

// isTalk reports whether the objects of a list are messages of one conversation: each
// has a speaker and no title.
func isTalk(list []json.RawMessage) bool {
	for _, one := range list {
		var fields map[string]json.RawMessage
		if json.Unmarshal(one, &fields) != nil {
			return false
		}
		_, role := fields["role"]
		_, from := fields["from"]
		_, speaker := fields["speaker"]
		if _, titled := fields["title"]; titled || !role && !from && !speaker {
			return false
		}
	}
	return len(list) > 0
}

// A turn is a message of a talk that is kept as a tree: one that was put in
// other words, or answered twice, has several below it.
type turn struct {
	Message  json.RawMessage `json:"message"`
	Parent   string          `json:"parent"`
	Children []string        `json:"children"`
}

// talkOfMapping returns the messages of a talk as programs keep it that let one
// change what one has asked: a tree under "mapping", whose branch that was shown
// last ends at "current_node", or where none is named takes the last answer each
// time. It is "" where fields hold no such tree.
func talkOfMapping(fields map[string]json.RawMessage) string {
	var tree map[string]turn
	if json.Unmarshal(fields["mapping"], &tree) != nil || len(tree) == 0 {
		return ""
	}
	last := stringOf(fields["current_node"])
	if _, known := tree[last]; !known {
		last = lastTurn(tree)
	}
	var said []string
	for n := 0; n < len(tree); n++ { // a tree that leads round in a circle has an end
		one, known := tree[last]
		if !known {
			break
		}
		if text := textOfValue(one.Message, 0); isSaid(one.Message) && strings.TrimSpace(text) != "" {
			said = append(said, text)
		}
		last = one.Parent
	}
	slices.Reverse(said)
	return strings.Join(said, "\n\n")
}

// lastTurn returns where the branch ends that takes the last answer each time.
func lastTurn(tree map[string]turn) string {
	at := ""
	for _, id := range slices.Sorted(maps.Keys(tree)) {
		if _, below := tree[tree[id].Parent]; !below {
			at = id
			break
		}
	}
	for range len(tree) {
		children := tree[at].Children
		if len(children) == 0 {
			break
		}
		at = children[len(children)-1]
	}
	return at
}

// isSaid reports whether a message was shown: what sets up the talk was not.
func isSaid(message json.RawMessage) bool {
	var m struct {
		Author   struct{ Role string }
		Metadata struct {
			Hidden bool `json:"is_visually_hidden_from_conversation"`
		}
	}
	return json.Unmarshal(message, &m) == nil && m.Author.Role != "system" && !m.Metadata.Hidden
}
