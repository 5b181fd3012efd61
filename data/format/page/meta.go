package page

import (
	"strings"
	"time"

	"juan/data/format/date"
)

// A pageMeta is what a page says of itself.
type pageMeta struct {
	title  string
	named  string // by a meta element
	source string
	site   string
	date   time.Time
}

// read keeps what a tag says of the page.
func (m *pageMeta) read(t tag) {
	if t.name == "time" && m.date.IsZero() {
		m.date, _ = date.Parse(t.attrs["datetime"])
	}
	if t.name != "meta" {
		return
	}
	content := strings.Join(strings.Fields(t.attrs["content"]), " ")
	switch strings.ToLower(t.attrs["name"] + t.attrs["property"] + t.attrs["itemprop"]) {
	case "og:title", "articletitle", "twitter:title":
		m.named = content
	case "article:published_time", "pubdate", "publishdate", "date", "dc.date", "og:release_date", "datepublished", "weibo:article:create_at":
		if day, ok := date.Parse(content); ok {
			m.date = day
		}
	case "contentsource":
		m.source = content
	case "og:site_name", "sitename":
		if m.site = content; content == "微信公众平台" { // of whoever writes there
			m.site = ""
		}
	}
}
