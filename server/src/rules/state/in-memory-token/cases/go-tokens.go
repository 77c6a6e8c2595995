package main

import (
	"net/http"
	"sync"
)

// expect-next state/in-memory-token error {field=resetTokens}
var resetTokens sync.Map

func forgot(w http.ResponseWriter, r *http.Request) {
	resetTokens.Store(newToken(), r.FormValue("user"))
}

func main() {
	http.HandleFunc("/forgot", forgot)
	http.ListenAndServe(":8080", nil)
}
