package main

import (
	"log"
	"net/http"
	"os"
)

func catalogIsWell() bool {
                                                                   
	answer, err := http.Get(os.Getenv("CATALOG") + "/healthz")
	return err == nil && answer.StatusCode == http.StatusOK
}

func main() {
	http.HandleFunc("/orders/status", func(w http.ResponseWriter, r *http.Request) {})
	log.Println(catalogIsWell())
                                                                
	// Kubernetes asks whether the process works, and whether requests may come.
	http.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	http.HandleFunc("/readyz", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) })
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
