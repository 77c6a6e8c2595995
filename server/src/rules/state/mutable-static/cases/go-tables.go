package main

import (
	"net/http"
	"regexp"
	"sync"
)

// expect-next state/mutable-static error {name=carts}
var carts = map[string][]string{}

// clean-next state/mutable-static -- a constant table
var kinds = map[string]string{"a": "b"}

// clean-next state/mutable-static -- filled at start
var routes = make(map[string]string)

// clean-next state/mutable-static -- what is kept is computed from the code
var patterns = map[string]*regexp.Regexp{}

type Catalog struct {
	mu sync.RWMutex
	// expect-next state/mutable-static warning {name=itemCache}
	itemCache map[string]Item
}

type Item struct{ Name string }

// One per request.
type QueryBuilder struct {
	mu sync.Mutex
	// clean-next state/mutable-static -- lives as long as one query
	values map[string]string
}

func (q *QueryBuilder) Where(name, value string) { q.values[name] = value }

func init() { routes["/"] = "home" }

func (c *Catalog) Item(name string) Item {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.itemCache[name] = load(name)
	patterns[name] = regexp.MustCompile(name)
	return c.itemCache[name]
}

func add(w http.ResponseWriter, r *http.Request) {
	kinds := map[string]string{}
	kinds["local"] = "value"
	carts[r.FormValue("user")] = append(carts[r.FormValue("user")], r.FormValue("item"))
}

func main() {
	http.HandleFunc("/add", add)
	http.ListenAndServe(":8080", nil)
}
