package main

import (
	"cmp"
	"net/http"
	"os"
)

func main() {
	// expect-next config/hard-coded-port info {port=8080}
	http.ListenAndServe(":"+cmp.Or(os.Getenv("PORT"), "8080"), nil)
}
