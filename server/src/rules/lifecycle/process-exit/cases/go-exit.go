package main

import (
	"log"
	"net/http"
	"os"
)

func show(w http.ResponseWriter, r *http.Request) {
	if err := render(w); err != nil {
		// expect-next lifecycle/process-exit info {where=show}
		log.Fatal(err)
	}
}

func main() {
	if os.Getenv("HOME") == "" {
		// clean-next lifecycle/process-exit -- before it serves
		os.Exit(1)
	}
	http.HandleFunc("/", show)
	// clean-next lifecycle/process-exit -- the server itself has ended
	log.Fatal(http.ListenAndServe(":8080", nil))
}
