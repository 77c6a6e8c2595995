package files

import (
	"net/http"
	"os"

	"golang.org/x/net/webdav"
)

func serve(folder string) http.Handler {
	return &webdav.Handler{
		Prefix: "/dav",
		// expect-next storage/local-file-write warning {where=folder}
		FileSystem: webdav.Dir(folder),
		LockSystem: webdav.NewMemLS(),
	}
}

func scratch() http.Handler {
	// clean-next storage/local-file-write -- the temporary folder
	return &webdav.Handler{FileSystem: webdav.Dir(os.TempDir()), LockSystem: webdav.NewMemLS()}
}

func inMemory() http.Handler {
	// clean-next storage/local-file-write -- nothing is written to a disk
	return &webdav.Handler{FileSystem: webdav.NewMemFS(), LockSystem: webdav.NewMemLS()}
}
