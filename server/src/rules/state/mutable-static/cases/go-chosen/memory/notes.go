package memory

import "sync"

type Notes struct {
	mu sync.Mutex
	// expect-next state/mutable-static warning {name=notes}
	notes map[string]string
}

func NewNoteStore() *Notes {
	return &Notes{notes: map[string]string{}}
}

func (n *Notes) Put(user, note string) {
	n.mu.Lock()
	defer n.mu.Unlock()
	n.notes[user] = note
}
