package main

import (
	"log"
	"net/http"
	"os"
)

func catalogIsWell() bool {
	// clean-next lifecycle/no-health-endpoint -- asks another program
	answer, err := http.Get(os.Getenv("CATALOG") + "/healthz")
	return err == nil && answer.StatusCode == http.StatusOK
}

func main() {
	http.HandleFunc("/orders/status", func(w http.ResponseWriter, r *http.Request) {})
	log.Println(catalogIsWell())
	// expect-next lifecycle/no-health-endpoint warning {name=shop}
	log.Fatal(http.ListenAndServe(os.Getenv("LISTEN"), nil))
}
