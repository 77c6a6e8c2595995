package routes

import (
	"net/http"
	"sync"
	"time"
)

type resolver struct {
	mu sync.Mutex
	// clean-next state/mutable-static -- only what makes it fills it
	procedures map[string]string
}

func newResolver(all map[string]string) *resolver {
	r := &resolver{procedures: map[string]string{}}
	for path, name := range all {
		r.addAll(path, name)
	}
	return r
}

func (r *resolver) addAll(path, name string) {
	r.add(path, name)
	r.add(path+"/", name)
}

func (r *resolver) add(path, name string) {
	r.procedures[path] = name
}

type previews struct {
	mu sync.Mutex
	// clean-next state/mutable-static -- what other sites say is changed by no replica
	cache map[string]entry
}

type entry struct {
	title string
	until time.Time
}

func (p *previews) title(client *http.Client, url string) (string, error) {
	request, err := http.NewRequest("GET", url, nil)
	if err != nil {
		return "", err
	}
	response, err := client.Do(request)
	if err != nil {
		return "", err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cache[url] = entry{title: titleOf(response), until: time.Now().Add(time.Hour)}
	return p.cache[url].title, nil
}

type exclusive struct {
	mu sync.Mutex
	// clean-next state/mutable-static -- counts who waits in this process
	count map[string]int
}

func (e *exclusive) in(key string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.count[key]++
}

func (e *exclusive) out(key string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.count[key]--
}

func main() {
	http.ListenAndServe(":8080", nil)
}
