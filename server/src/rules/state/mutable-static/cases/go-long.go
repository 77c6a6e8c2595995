package answers

import (
	"net/http"
	"sync"
	"time"

	"example.com/shop/db"
)

type entry struct {
	text string
	at   time.Time
}

const span = 12 * time.Hour

var (
	// expect-next state/mutable-static warning {name=answerCache}
	answerCache = make(map[string]*entry)
	cacheLock   sync.RWMutex
)

func answer(key string) string {
	cacheLock.Lock()
	defer cacheLock.Unlock()
	if kept, found := answerCache[key]; found && time.Since(kept.at) < span {
		return kept.text
	}
	made := db.Find(key)
	answerCache[key] = &entry{text: made, at: time.Now()}
	return made
}

func Serve(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(answer(r.URL.Path)))
}

func main() {
	http.HandleFunc("/", Serve)
	http.ListenAndServe(":8080", nil)
}
