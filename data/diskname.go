package data

import (
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"sync"
	"unicode/utf8"

	"juan/data/charset"
)

// A diskFS is a folder of the disk whose names are all UTF-8: those in GBK,
// which unpacking an old zip leaves behind, are decoded. [os.DirFS] refuses
// them.
type diskFS struct {
	root string
	fs.FS
	mu  sync.Mutex
	raw map[string]string // the path on disk of each decoded one, and of what lies below it
}

func dirFS(root string) fs.FS {
	return &diskFS{root: root, FS: os.DirFS(root), raw: map[string]string{}}
}

// onDisk returns the path on disk of a name that is decoded or lies below such
// a one.
func (d *diskFS) onDisk(name string) (p string, ok bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	p, ok = d.raw[name]
	return filepath.Join(d.root, p), ok
}

// Open opens a file by its decoded name.
func (d *diskFS) Open(name string) (fs.File, error) {
	if p, ok := d.onDisk(name); ok {
		return os.Open(p)
	}
	return d.FS.Open(name)
}

// Stat describes a file by its decoded name.
func (d *diskFS) Stat(name string) (fs.FileInfo, error) {
	if p, ok := d.onDisk(name); ok {
		return os.Stat(p)
	}
	return fs.Stat(d.FS, name)
}

// ReadDir lists a folder with its names decoded.
func (d *diskFS) ReadDir(name string) ([]fs.DirEntry, error) {
	p, below := d.onDisk(name)
	var all []fs.DirEntry
	var err error
	if below {
		all, err = os.ReadDir(p)
	} else {
		all, err = fs.ReadDir(d.FS, name)
	}
	var names []byte
	for _, e := range all {
		if !utf8.ValidString(e.Name()) {
			names = append(append(names, e.Name()...), '\n')
		}
	}
	if len(names) == 0 && !below {
		return all, err
	}
	c := charsetOfNames(names)
	d.mu.Lock()
	defer d.mu.Unlock()
	for i, e := range all {
		text := e.Name()
		if !utf8.ValidString(text) {
			text, _ = c.Decode([]byte(text))
			all[i] = decodedEntry{e, text}
		}
		if below || text != e.Name() {
			d.raw[path.Join(name, text)] = path.Join(d.parent(name), e.Name())
		}
	}
	return all, err
}

// parent returns the path of a folder below the root on disk.
func (d *diskFS) parent(name string) string {
	if p, ok := d.raw[name]; ok {
		return p
	}
	return name
}

// A decodedEntry is an entry of a folder under its decoded name.
type decodedEntry struct {
	fs.DirEntry
	name string
}

// Name returns the decoded name.
func (e decodedEntry) Name() string { return e.name }

// charsetOfNames tells the charset of names that are no UTF-8: GBK, where they
// are too short to tell.
func charsetOfNames(names []byte) charset.Charset {
	c, _ := charset.Detect(names, charset.GB18030)
	if c == charset.UTF8 || c == charset.Windows1252 {
		return charset.GB18030
	}
	return c
}

// shownName returns a name of a file as it is shown.
func shownName(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	text, _ := charsetOfNames([]byte(name)).Decode([]byte(name))
	return text
}
