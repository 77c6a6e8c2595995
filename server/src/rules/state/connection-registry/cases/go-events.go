package events

import (
	"net/http"
	"sync"
)

type subscriber struct {
	events chan []byte
}

type Hub struct {
	mu sync.RWMutex
	// expect-next state/connection-registry error {field=subscribers}
	subscribers map[*subscriber]struct{}
}

func (h *Hub) Join() *subscriber {
	s := &subscriber{events: make(chan []byte, 8)}
	h.mu.Lock()
	h.subscribers[s] = struct{}{}
	h.mu.Unlock()
	return s
}

func (h *Hub) Broadcast(event []byte) {
	h.mu.RLock()
	defer h.mu.RUnlock()
	for s := range h.subscribers {
		s.events <- event
	}
}

type Pool struct {
	mu sync.Mutex
	// clean-next state/connection-registry -- workers are told of work, nobody is connected
	jobs map[string]string
}

func (h *Hub) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "text/event-stream")
	s := h.Join()
	for event := range s.events {
		w.Write(event)
	}
}

func main() {
	http.ListenAndServe(":8080", &Hub{})
}
