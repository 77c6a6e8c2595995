package inbox

import (
	"net/http"

	"github.com/fsnotify/fsnotify"
)

func take() error {
	// expect-next storage/directory-watch info {by=fsnotify}
	inbox, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	return inbox.Add("/data/inbox")
}

func reload() error {
	// clean-next storage/directory-watch -- every process reads its own settings again
	configWatcher, err := fsnotify.NewWatcher()
	if err != nil {
		return err
	}
	return configWatcher.Add("/etc/app")
}

func main() {
	http.ListenAndServe(":8080", nil)
}
