package data

import (
	"bytes"
	"context"
	"io"
	"os"

	"juan/data/charset"
	"juan/data/fault"
	"juan/model"
)

// sniffed is how many bytes of a file are examined to see whether it is text.
const sniffed = 8 << 10

// farIn is how far into a file an article must begin for the lines before it to be
// counted alone, so that the file need not be read as articles.
const farIn = 16 << 20

// Spot returns the file that the article of an entry stands in, and the line of it,
// from 1, that a place of the article stands on: 1 where the file's lines are not
// those of the article. A file that an editor of text has no use for (an archive, a
// document of an office program, a picture), and an article that lies in none, are
// a [fault.Error].
func Spot(ctx context.Context, e *model.Entry, at model.Pos, opt Options) (file string, line int, err error) {
	file, _ = sourceOf(e.Key)
	if file == "" {
		return "", 0, &fault.Error{Path: e.Path, Reason: fault.NotFound}
	}
	from, err := os.Open(file)
	if err != nil {
		return "", 0, fault.About(file, err)
	}
	defer from.Close()
	var head [sniffed]byte
	n, _ := from.ReadAt(head[:], 0)
	if !writable(head[:n]) {
		return "", 0, &fault.Error{Path: file, Reason: fault.Binary}
	}
	if e.Size > 0 && e.At > farIn {
		line, err = lineAt(ctx, from, e.At)
		return file, line, err
	}
	opt.Lines, opt.Openers, opt.Cores = true, nil, 1
	for a := range Open(ctx, []string{file}, nil, opt) {
		if a != nil && a.Key == e.Key && a.Origin != nil && len(a.Body) > 0 {
			return file, max(1, a.Line(a.Clamp(at))), nil
		}
	}
	return file, 1, ctx.Err()
}

// writable reports whether a file that begins so is text. UTF-16 has zero bytes, and
// an editor takes it for text by its byte order mark.
func writable(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) || !charset.IsBinary(head)
}

// lineAt returns the line, from 1, that byte at of a file stands on.
func lineAt(ctx context.Context, from io.ReaderAt, at int64) (int, error) {
	r, line := io.NewSectionReader(from, 0, at), 1
	for buf := make([]byte, 64<<10); ctx.Err() == nil; {
		n, err := r.Read(buf)
		line += bytes.Count(buf[:n], []byte{'\n'})
		if err == io.EOF {
			return line, nil
		}
		if err != nil {
			return 0, err
		}
	}
	return 0, ctx.Err()
}
