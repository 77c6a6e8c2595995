package main

import (
	"net/http"
	"sync"

	"golang.org/x/time/rate"
)

type visitor struct {
	limiter *rate.Limiter
}

var mu sync.Mutex

// expect-next state/in-memory-rate-limit warning {name=visitors}
var visitors = make(map[string]*visitor)

// clean-next state/in-memory-rate-limit -- one for the process, which protects only itself
var upstream = rate.NewLimiter(10, 10)

func limiterOf(ip string) *rate.Limiter {
	mu.Lock()
	defer mu.Unlock()
	v, ok := visitors[ip]
	if !ok {
		v = &visitor{rate.NewLimiter(1, 3)}
		visitors[ip] = v
	}
	return v.limiter
}

func main() { http.ListenAndServe(":8080", nil) }
