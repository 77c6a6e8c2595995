package main

import (
	"log"
	"net/http"
)

func main() {
	mux := http.NewServeMux()
	// expect-next lifecycle/no-graceful-shutdown warning
	log.Fatal(http.ListenAndServe(":8080", mux))
}
