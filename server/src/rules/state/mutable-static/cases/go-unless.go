package devices

import (
	"net/http"
	"sync"

	"github.com/redis/go-redis/v9"
)

type store interface {
	Load(key any) (any, bool)
	Store(key, value any)
}

var Devices store = &memoryStore{}

func Init() {
	endpoint := config.Get("redisEndpoint")
	if endpoint == "" {
		return
	}
	client := redis.NewClient(&redis.Options{Addr: endpoint})
	Devices = &redisStore{client: client}
}

type memoryStore struct {
	// expect-next state/mutable-static warning {name=m, setting=redisEndpoint}
	m sync.Map
}

func (s *memoryStore) Load(key any) (any, bool) { return s.m.Load(key) }
func (s *memoryStore) Store(key, value any)     { s.m.Store(key, value) }

type redisStore struct {
	client *redis.Client
}

func (s *redisStore) Load(key any) (any, bool) { return s.get(key) }
func (s *redisStore) Store(key, value any)     { s.set(key, value) }

// Kept in memory whatever is configured.
type baskets struct {
	// expect-next state/mutable-static warning {name=all}
	all sync.Map
}

func (b *baskets) Put(key, value any) { b.all.Store(key, value) }
func (b *baskets) Of(key any) (any, bool) { return b.all.Load(key) }

func main() {
	Init()
	http.ListenAndServe(":8080", nil)
}
