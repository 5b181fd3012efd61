package fault

// Code returns the short name of the reason, by which a caller finds its words.
func (r Reason) Code() string {
	switch r {
	case NotFound:
		return "notfound"
	case Denied:
		return "denied"
	case NoArticles:
		return "noarticles"
	case Empty:
		return "empty"
	case Binary:
		return "binary"
	case Special:
		return "special"
	case TooBig:
		return "toobig"
	case TooMany:
		return "toomany"
	case BadEncoding:
		return "encoding"
	case BadArchive:
		return "archive"
	case BadEPUB:
		return "epub"
	case BadRecords:
		return "records"
	case Loop:
		return "loop"
	case Exists:
		return "exists"
	case Lossy:
		return "lossy"
	case Unwritable:
		return "unwritable"
	case Foreign:
		return "foreign"
	case Encrypted:
		return "encrypted"
	case Nested:
		return "nested"
	case BadDocument:
		return "document"
	case OpenerFailed:
		return "opener"
	}
	return "unreadable"
}

// Code returns the short name of the error, by which a caller finds its words, and the
// arguments of these words.
func (e *Error) Code() (code string, about []any) {
	switch {
	case e.Reason == Foreign && e.Err != nil:
		return "foreign." + e.Err.Error(), nil
	case e.Reason == OpenerFailed && e.Err != nil:
		return e.Reason.Code(), []any{e.Err}
	}
	return e.Reason.Code(), nil
}

// Code returns the short name of the remark, by which a caller finds its words, and the
// arguments of these words.
func (n *Notice) Code() (code string, about []any) {
	switch n.Remark {
	case Undecodable:
		return "undecodable", []any{n.N}
	case Furniture:
		return "furniture", []any{n.N, n.Detail}
	case BadMeta:
		return "meta", []any{n.Detail}
	case SideFile:
		return "sidefile", []any{n.Detail}
	case Unparsed:
		return "unparsed", nil
	case BadSideFile:
		return "badsidefile", []any{n.Detail}
	case Zeros:
		return "zeros", []any{n.N}
	}
	return "skipped", []any{n.N, n.Detail}
}
