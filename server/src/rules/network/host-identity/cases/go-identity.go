package main

import (
	"log"
	"net"
	"net/http"
	"os"
)

func isPrimary(primary string) bool {
	// expect-next network/host-identity warning
	name, err := os.Hostname()
	return err == nil && name == primary
}

func shown() string {
	// clean-next network/host-identity -- only shown
	name, _ := os.Hostname()
	return "running on " + name
}

func login(w http.ResponseWriter, r *http.Request) {
	// expect-next network/host-identity warning
	host, _, _ := net.SplitHostPort(r.RemoteAddr)
	if attempts[host] > 5 {
		w.WriteHeader(http.StatusTooManyRequests)
	}
}

func show(w http.ResponseWriter, r *http.Request) {
	// clean-next network/host-identity -- only logged
	log.Println(r.RemoteAddr)
}
