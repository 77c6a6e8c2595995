package jobs

import (
	"net/http"

	"github.com/gofrs/flock"
)

func once(work func()) {
	// expect-next storage/file-lock warning {call=flock}
	lock := flock.New("/var/lock/import.lock")
	if ok, _ := lock.TryLock(); ok {
		defer lock.Unlock()
		work()
	}
}

func main() {
	http.ListenAndServe(":8080", nil)
}
