package main

import "net/http"

func allowed(w http.ResponseWriter, r *http.Request) bool {
	if from := r.Header.Get("X-Forwarded-For"); from != "" {
		return limiter.Allow(from)
	}
	// clean-next network/host-identity -- the header of the proxy comes first
	return limiter.Allow(r.RemoteAddr)
}
