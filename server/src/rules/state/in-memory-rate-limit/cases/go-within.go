package limits

import (
	"net/http"
	"sync"

	"golang.org/x/time/rate"
)

type Limiter struct {
	mu sync.Mutex
	// clean-next state/in-memory-rate-limit -- told with the table that holds these
	ips map[string]*rate.Limiter
}

// expect-next state/in-memory-rate-limit warning {name=byRule}
var byRule = map[string]*Limiter{}

type Other struct {
	mu sync.Mutex
	// expect-next state/in-memory-rate-limit warning {name=users}
	users map[string]*rate.Limiter
}

func (l *Limiter) Of(ip string) *rate.Limiter {
	l.mu.Lock()
	defer l.mu.Unlock()
	if _, ok := l.ips[ip]; !ok {
		l.ips[ip] = rate.NewLimiter(1, 1)
	}
	return l.ips[ip]
}

func (o *Other) Of(user string) *rate.Limiter {
	o.mu.Lock()
	defer o.mu.Unlock()
	if _, ok := o.users[user]; !ok {
		o.users[user] = rate.NewLimiter(1, 1)
	}
	return o.users[user]
}

func serve(w http.ResponseWriter, r *http.Request) {
	if byRule[r.URL.Path] == nil {
		byRule[r.URL.Path] = &Limiter{ips: map[string]*rate.Limiter{}}
	}
	if !byRule[r.URL.Path].Of(r.RemoteAddr).Allow() {
		w.WriteHeader(429)
	}
}

func main() {
	http.HandleFunc("/", serve)
	http.ListenAndServe(":8080", nil)
}
