package book

import (
	"encoding/xml"
	"net/url"
	"path"
	"slices"
)

// encrypted returns the files of a book that are encrypted so that juan cannot
// read them. Fonts that are only disguised are not meant.
func (b *book) encrypted() map[string]bool {
	var doc struct {
		Data []struct {
			Method struct {
				Algorithm string `xml:"Algorithm,attr"`
			} `xml:"EncryptionMethod"`
			Reference struct {
				URI string `xml:"URI,attr"`
			} `xml:"CipherData>CipherReference"`
		} `xml:"EncryptedData"`
	}
	locked := map[string]bool{}
	raw, err := b.unpack("META-INF/encryption.xml")
	if err != nil || xml.Unmarshal(raw, &doc) != nil {
		return locked
	}
	for _, d := range doc.Data {
		switch d.Method.Algorithm {
		case "http://www.idpf.org/2008/embedding", "http://ns.adobe.com/pdf/enc#RC":
		default:
			name := d.Reference.URI
			if plain, err := url.PathUnescape(name); err == nil {
				name = plain
			}
			locked[path.Clean(name)] = true
		}
	}
	return locked
}

// isEncrypted reports whether the documents of the book cannot be read.
func (b *book) isEncrypted() bool {
	locked := b.encrypted()
	if len(locked) == 0 {
		return false
	}
	ids := map[string]bool{}
	for _, d := range b.pkg.Documents {
		if locked[b.path(d.Href)] {
			ids[d.ID] = true
		}
	}
	return slices.ContainsFunc(b.pkg.Spine.Items, func(item spineItem) bool { return ids[item.ID] })
}
