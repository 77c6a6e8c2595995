//go:build ignore

package main

import "golang.org/x/net/webdav"

// clean-next work/process-local-lock -- no build takes this file in
var locks = webdav.NewMemLS()
