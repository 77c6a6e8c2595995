package memory

import "sync"

type Baskets struct {
	mu sync.Mutex
	// expect-next state/mutable-static warning {setting=cfg.Redis}
	baskets map[string][]string
}

func NewBasketStore() *Baskets {
	return &Baskets{baskets: map[string][]string{}}
}

func (b *Baskets) Put(user, article string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.baskets[user] = append(b.baskets[user], article)
}
