package main

import "net/http"

func main() {
	// expect-next config/hard-coded-port info {port=8080}
	http.ListenAndServe(":8080", nil)
}
