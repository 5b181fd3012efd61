package format

import (
	"archive/zip"
	"bytes"
	"strings"

	"juan/data/fault"
)

// foreignFormat recognises a format that is not text by its first bytes, and by the
// file name among formats that begin alike; "" where it is unknown.
func foreignFormat(raw []byte, name string) fault.Format {
	begins := func(magic string) bool { return bytes.HasPrefix(raw, []byte(magic)) }
	ext := Suffix(name)
	switch {
	case begins("%PDF-"):
		return "pdf"
	case len(raw) > 68 && (string(raw[60:68]) == "BOOKMOBI" || string(raw[60:68]) == "TEXtREAd"), begins("\xeaDRMION"), begins("CONT\x02\x00"):
		return "kindle"
	case begins("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
		return oldOffice(ext)
	case begins("Rar!\x1a\x07"):
		return "rar"
	case begins("7z\xbc\xaf\x27\x1c"), begins("\xfd7zXZ\x00"), begins("BZh") && len(raw) > 10 && string(raw[4:7]) == "1AY", begins("\x28\xb5\x2f\xfd"), begins("MSCF"):
		return "packed"
	case begins("ITSF"):
		return "chm"
	case begins("AT&TFORM"):
		return "djvu"
	case begins("CAJ\x00"), begins("HN\x00\x00"), begins("\xc8\x00\x00\x00"), begins("KDH "), begins("TEB\x00"):
		return "caj"
	case begins("\x89\x9b\x9a\xde"):
		return "umd"
	case begins("\x89PNG"), begins("\xff\xd8\xff"), begins("GIF8"), begins("RIFF") && len(raw) > 12 && string(raw[8:12]) == "WEBP", begins("II*\x00"), begins("MM\x00*"):
		return "image"
	}
	return ""
}

// isLockedOffice recognises a document with a password: it is packed like the old
// formats.
func isLockedOffice(raw []byte, name string) bool {
	switch Suffix(name) {
	case ".docx", ".xlsx", ".pptx", ".docm":
		return bytes.HasPrefix(raw, []byte("\xd0\xcf\x11\xe0"))
	}
	return false
}

// namedFormat recognises the format of binary bytes by the file name.
func namedFormat(name string) fault.Format {
	switch Suffix(name) {
	case ".pdf":
		return "pdf"
	case ".mobi", ".azw", ".azw3", ".azw4", ".prc", ".kfx":
		return "kindle"
	case ".doc", ".dot", ".wps", ".xls", ".et", ".ppt", ".dps":
		return oldOffice(Suffix(name))
	case ".rar":
		return "rar"
	case ".7z", ".xz", ".bz2", ".zst", ".lzh", ".cab", ".lz", ".arj":
		return "packed"
	case ".caj", ".kdh", ".nh", ".teb":
		return "caj"
	case ".chm":
		return "chm"
	case ".djvu", ".djv":
		return "djvu"
	case ".umd":
		return "umd"
	case ".ceb", ".ofd":
		return "ofd"
	case ".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic":
		return "image"
	}
	return ""
}

// oldOffice recognises the documents of old office programs, which begin alike.
func oldOffice(ext string) fault.Format {
	switch ext {
	case ".xls", ".et":
		return "sheet"
	case ".ppt", ".dps":
		return "slides"
	}
	return "doc"
}

// packedFormat recognises formats that are zips without texts.
func packedFormat(z *zip.Reader) fault.Format {
	for _, f := range z.File {
		switch f.Name {
		case "xl/workbook.xml":
			return "sheet"
		case "ppt/presentation.xml":
			return "slides"
		case "OFD.xml":
			return "ofd"
		case "mimetype":
			raw, _ := unpackFile(f, 200)
			switch {
			case strings.HasSuffix(string(raw), "spreadsheet"):
				return "sheet"
			case strings.HasSuffix(string(raw), "presentation"):
				return "slides"
			}
		}
	}
	return ""
}
