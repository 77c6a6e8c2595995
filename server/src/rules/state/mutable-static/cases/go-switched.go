package main

import (
	"net/http"
	"sync"
	"time"

	"shop/conf"
)

var (
	idleMinutes int64
	// expect-next state/mutable-static warning {name=lastRequests, setting=idleMinutes}
	lastRequests sync.Map
	// expect-next state/mutable-static error {name=visitors}
	visitors sync.Map
)

func init() {
	idleMinutes, _ = conf.GetInt64("idleMinutes")
}

func filter(w http.ResponseWriter, r *http.Request) {
	visitors.Store(r.URL.Query().Get("user"), time.Now())
	if idleMinutes <= 0 {
		return
	}
	user := r.URL.Query().Get("user")
	before, found := lastRequests.Load(user)
	lastRequests.Store(user, time.Now())
	if found && time.Since(before.(time.Time)) > time.Duration(idleMinutes)*time.Minute {
		w.WriteHeader(http.StatusUnauthorized)
	}
}

func main() {
	http.HandleFunc("/", filter)
	http.ListenAndServe(":8080", nil)
}
