package catalog

import (
	"net/http"
	"regexp"
	"time"

	"github.com/allegro/bigcache/v3"
	"github.com/dgraph-io/ristretto"
	lru "github.com/hashicorp/golang-lru/v2"
	"github.com/hashicorp/golang-lru/v2/expirable"
	gocache "github.com/patrickmn/go-cache"
)

// expect-next state/in-process-cache warning {name=products}
var products = gocache.New(10*time.Minute, time.Hour)

// expect-next state/in-process-cache info {name=exchangeRates}
var exchangeRates = gocache.New(30*time.Second, time.Minute)

// clean-next state/in-process-cache -- patterns are computed from the code alone
var patterns, _ = lru.New[string, *regexp.Regexp](128)

// clean-next state/in-process-cache -- told as tokens
var sessions = gocache.New(time.Hour, time.Hour)

// expect-next state/in-process-cache warning {name=sessionCache}
var sessionCache = gocache.New(time.Hour, time.Hour)

func findSession(id string) (*Session, error) {
	if found, ok := sessionCache.Get(id); ok {
		return found.(*Session), nil
	}
	found := &Session{}
	if err := db.Where("id = ?", id).First(found).Error; err != nil {
		return nil, err
	}
	sessionCache.SetDefault(id, found)
	return found, nil
}

type Catalog struct {
	prices *lru.Cache[string, int]
	orders *expirable.LRU[string, string]
}

func NewCatalog(redis string) (*Catalog, error) {
	// expect-next state/in-process-cache warning {name=prices}
	prices, err := lru.New[string, int](1000)
	if err != nil {
		return nil, err
	}
	// expect-next state/in-process-cache warning {name=orders}
	return &Catalog{prices: prices, orders: expirable.NewLRU[string, string](500, nil, time.Hour)}, nil
}

func open(cfg Config) (Store, error) {
	if cfg.RedisURL != "" {
		return newRedis(cfg.RedisURL)
	}
	// expect-next state/in-process-cache info {setting=cfg.RedisURL}
	return bigcache.New(cfg.Context, bigcache.DefaultConfig(time.Hour))
}

func byKind(cfg Config) (any, error) {
	switch cfg.Cache {
	case "redis":
		return newRedis(cfg.RedisURL)
	case "memory":
		// expect-next state/in-process-cache info {setting=cfg.Cache}
		return ristretto.NewCache(&ristretto.Config{NumCounters: 1000})
	}
	return nil, nil
}

func list(w http.ResponseWriter, r *http.Request) {
	// clean-next state/in-process-cache -- made for this request and gone with it
	seen, _ := lru.New[string, bool](10)
	seen.Add("a", true)
}

func main() {
	http.HandleFunc("/products", list)
	http.ListenAndServe(":8080", nil)
}
