package files

import "golang.org/x/net/webdav"

// expect-next work/process-local-lock warning {type=webdav.NewMemLS}
var locks = webdav.NewMemLS()

func serve(shared webdav.LockSystem) *webdav.Handler {
	// clean-next work/process-local-lock -- the caller decides where the locks are kept
	return &webdav.Handler{FileSystem: webdav.NewMemFS(), LockSystem: shared}
}
