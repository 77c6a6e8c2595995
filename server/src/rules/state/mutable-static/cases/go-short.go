package answers

import (
	"net/http"
	"os"
	"sync"
	"time"

	"example.com/shop/db"
)

type entry struct {
	text string
	at   time.Time
}

type stamp struct {
	ModTime int64
	Size    int64
}

const span = 5 * time.Minute

var (
	// clean-next state/mutable-static -- what is older than a few minutes is not taken
	answerCache = make(map[string]*entry)
	cacheLock   sync.RWMutex
)

// Follower is what a worker knows of the files that it has read.
type Follower struct {
	mu sync.Mutex
	// clean-next state/mutable-static -- how far this process has read its files
	seen map[string]stamp
	// expect-next state/mutable-static warning {name=found}
	found map[string]string
}

func answer(key string) string {
	cacheLock.Lock()
	defer cacheLock.Unlock()
	if kept, ok := answerCache[key]; ok && time.Since(kept.at) < span {
		return kept.text
	}
	made := db.Find(key)
	answerCache[key] = &entry{text: made, at: time.Now()}
	return made
}

func (r *Follower) Read(path string, text string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	info, _ := os.Stat(path)
	r.seen[path] = stamp{ModTime: info.ModTime().Unix(), Size: info.Size()}
	r.found[path] = text
}

func Serve(w http.ResponseWriter, r *http.Request) {
	w.Write([]byte(answer(r.URL.Path)))
}

func main() {
	http.HandleFunc("/", Serve)
	http.ListenAndServe(":8080", nil)
}
