package data

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"juan/data/fault"
	"juan/data/format/book"
	"juan/model"
)

// maxPicture is how many bytes of a picture are read.
const maxPicture = 32 << 20

// Picture returns the bytes of a picture in the article of an entry: the file that
// target names, relative to the article, on disk or in the archive that the article
// came from. A target elsewhere, on a network say, is not found; nothing is fetched.
func Picture(ctx context.Context, e *model.Entry, target string) ([]byte, error) {
	name, ok := local(target)
	file, member := sourceOf(e.Key)
	if !ok || file == "" {
		return nil, &fault.Error{Path: target, Reason: fault.NotFound}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	from, err := os.Open(file)
	if err != nil {
		return nil, fault.About(target, err)
	}
	defer from.Close()
	var magic [4]byte
	if n, _ := from.ReadAt(magic[:], 0); n == len(magic) && bytes.HasPrefix(magic[:], []byte("PK\x03\x04")) {
		return packedPicture(from, member, name)
	}
	beside := filepath.FromSlash(name)
	if !filepath.IsAbs(beside) {
		beside = filepath.Join(filepath.Dir(file), beside)
	}
	return diskPicture(beside, target)
}

// local returns the path that a target is, without what goes before and after
// one in an address, and whether it is one: an address of a network is not.
func local(target string) (name string, ok bool) {
	u, err := url.Parse(target)
	if err != nil { // no address, but a path with a mark that none may have
		return filepath.ToSlash(target), target != "" && !strings.Contains(target, "://")
	}
	switch {
	case u.Host != "" || u.Path == "":
		return "", false
	case u.Scheme == "" || u.Scheme == "file":
		return u.Path, true
	}
	return "", false
}

// sourceOf returns the file that a key names, and the member of it where it is an
// archive; "" where there is no such file. A path may contain the separator too, so the
// longest existing path is taken.
func sourceOf(key string) (file, member string) {
	for file = key; ; member = key[len(file)+1:] {
		if info, err := os.Stat(file); err == nil && info.Mode().IsRegular() {
			return file, member
		}
		i := strings.LastIndexByte(file, '#')
		if i < 0 {
			return "", ""
		}
		file = file[:i]
	}
}

func diskPicture(name, target string) ([]byte, error) {
	info, err := os.Stat(name)
	switch {
	case err != nil:
		return nil, fault.About(target, err)
	case !info.Mode().IsRegular():
		return nil, &fault.Error{Path: target, Reason: fault.Special}
	}
	f, err := os.Open(name)
	if err != nil {
		return nil, fault.About(target, err)
	}
	defer f.Close()
	return readPicture(f, target)
}

// packedPicture returns a picture of a zip: the file at the path relative to the
// member. In a book the text does not say which document a picture is in, so there it
// is the file whose path ends with the name.
func packedPicture(from *os.File, member, name string) ([]byte, error) {
	info, err := from.Stat()
	if err != nil {
		return nil, fault.About(name, err)
	}
	z, err := openZip(name, &handle{from, info.Size(), func() error { return nil }})
	if err != nil {
		return nil, err
	}
	want := path.Join(path.Dir(member), name)
	isBook := book.IsEPUB(z)
	if isBook {
		want = strings.TrimLeft(path.Clean(name), "./")
	}
	var found *zip.File
	for _, f := range z.File {
		if f.Name == want {
			found = f
			break
		}
		if found == nil && isBook && strings.HasSuffix(f.Name, "/"+want) {
			found = f
		}
	}
	if found == nil {
		return nil, &fault.Error{Path: name, Reason: fault.NotFound}
	}
	f, err := found.Open()
	if err != nil {
		return nil, &fault.Error{Path: name, Reason: fault.BadArchive, Err: err}
	}
	defer f.Close()
	return readPicture(f, name)
}

func readPicture(f io.Reader, name string) ([]byte, error) {
	raw, err := io.ReadAll(io.LimitReader(f, maxPicture+1))
	switch {
	case err != nil:
		return nil, fault.About(name, err)
	case len(raw) > maxPicture:
		return nil, &fault.Error{Path: name, Reason: fault.TooBig}
	}
	return raw, nil
}
