package main

import (
	"log"
	"net/http"
)

func main() {
	http.HandleFunc("/orders", func(w http.ResponseWriter, r *http.Request) {})
	// expect-next lifecycle/no-health-endpoint warning {name=shop}
	log.Fatal(http.ListenAndServe(":8080", nil))
}
