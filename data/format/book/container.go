package book

import (
	"archive/zip"
	"encoding/xml"
	"io"
	"net/url"
	"path"
	"strings"

	"juan/data/charset"
	"juan/data/fault"
	"juan/data/limit"
)

// A Container is a zip whose files make one document: a book, or a text of an
// office program.
type Container struct {
	files map[string]*zip.File
	alike map[string]string // names, by what is alike for them
	left  int64             // bytes that may still be unpacked
}

// NewContainer returns the container of the files of a zip.
func NewContainer(z *zip.Reader) *Container {
	c := &Container{files: map[string]*zip.File{}, alike: map[string]string{}, left: limit.Total}
	root := commonFolder(z.File)
	for _, f := range z.File {
		name := path.Clean(strings.ReplaceAll(strings.TrimPrefix(f.Name, root), "\\", "/"))
		c.files[name] = f
		c.alike[alike(name)] = name
	}
	return c
}

// commonFolder returns the folder in which all files of a document lie, with the
// slash after it, as when a book was packed together with its folder; "" where
// there is none. What a Mac adds does not count.
func commonFolder(files []*zip.File) string {
	folder, sure := "", false
	for _, f := range files {
		if strings.HasPrefix(f.Name, "__MACOSX/") {
			continue
		}
		first, rest, ok := strings.Cut(f.Name, "/")
		if first += "/"; !ok || folder != "" && first != folder {
			return ""
		}
		folder = first
		sure = sure || rest == containerPath || rest == "mimetype" || rest == "[Content_Types].xml"
	}
	if !sure {
		return ""
	}
	return folder
}

// only returns the name of the one file that ends in suffix, "" where there is
// none or are several.
func (c *Container) only(suffix string) string {
	found := ""
	for name := range c.files {
		switch {
		case !strings.HasSuffix(name, suffix):
		case found != "":
			return ""
		default:
			found = name
		}
	}
	return found
}

// Has reports whether the container has a file of that very name.
func (c *Container) Has(name string) bool { return c.files[name] != nil }

// alike returns a name so that those are the same that programs take for the
// same: whatever their case, their slashes, and whether %20 stands for a blank.
func alike(name string) string {
	if plain, err := url.PathUnescape(name); err == nil {
		name = plain
	}
	return strings.ToLower(strings.TrimPrefix(path.Clean(strings.ReplaceAll(name, "\\", "/")), "/"))
}

// named returns the name by which the container has a file.
func (c *Container) named(name string) string {
	if c.files[name] != nil {
		return name
	}
	if real, ok := c.alike[alike(name)]; ok {
		return real
	}
	return name
}

// unpack returns the bytes of a file of the container.
func (c *Container) unpack(name string) ([]byte, error) {
	f := c.files[c.named(name)]
	if f == nil {
		return nil, &fault.Error{Path: name, Reason: fault.NotFound}
	}
	if f.UncompressedSize64 > limit.File || int64(f.UncompressedSize64) > c.left ||
		f.UncompressedSize64 > limit.Free && f.UncompressedSize64/limit.Ratio > f.CompressedSize64 {
		return nil, &fault.Error{Path: name, Reason: fault.TooBig}
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	raw, err := limit.ReadAll(r, int64(f.UncompressedSize64))
	c.left -= int64(len(raw))
	return raw, err
}

// decoded returns the text of a file of the container.
func (c *Container) decoded(name string) (string, error) {
	raw, err := c.unpack(name)
	if err != nil {
		return "", err
	}
	set, _ := charset.Detect(raw, charset.Declared(raw))
	text, _ := set.Decode(raw)
	return text, nil
}

// Part returns the text of a file of the container, "" where it cannot be read.
func (c *Container) Part(name string) string {
	text, _ := c.decoded(name)
	return text
}

// xml reads a file of the container into v, as forgiving as XML allows. Entities
// that a document defines itself are not expanded.
func (c *Container) xml(name string, v any) error {
	text, err := c.decoded(name)
	if err != nil {
		return err
	}
	d := xml.NewDecoder(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	d.Strict, d.AutoClose, d.Entity = false, xml.HTMLAutoClose, xml.HTMLEntity
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // it is UTF-8 by now
	return d.Decode(v)
}
