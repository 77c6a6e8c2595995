package main

import (
	"net/http"

	"github.com/gorilla/handlers"

	"example.com/shop/limits"
)

func main() {
	mux := http.NewServeMux()
	mux.HandleFunc("/login", limits.Login)
	_ = http.ListenAndServe(":8080", handlers.ProxyHeaders(mux))
}
