package limits

import "net/http"

type byAddress struct{}

func (byAddress) Allow(address string) bool { return address != "" }

var limiter byAddress

func Login(w http.ResponseWriter, r *http.Request) {
	// clean-next network/host-identity -- the headers are read before
	if !limiter.Allow(r.RemoteAddr) {
		w.WriteHeader(http.StatusTooManyRequests)
	}
}
