package login

import "sync"

// Strings keeps texts for many goroutines.
type Strings struct {
	sync.RWMutex
	values Texts
}

type Texts map[string]string

func NewStrings() *Strings { return &Strings{values: make(Texts)} }

func (s *Strings) Has(key string) bool {
	s.RLock()
	defer s.RUnlock()
	_, ok := s.values[key]
	return ok
}

func (s *Strings) Set(key, value string) {
	s.Lock()
	defer s.Unlock()
	s.values[key] = value
}
