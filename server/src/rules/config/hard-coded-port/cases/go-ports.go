package main

import (
	"log"
	"net/http"
	"os"

	"github.com/labstack/echo/v4"
)

const address = "0.0.0.0:9090"

func main() {
	// expect-next config/hard-coded-port info {port=8080}
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func constant() {
	e := echo.New()
	// expect-next config/hard-coded-port info {port=9090}
	if err := e.Start(address); err != nil {
		log.Fatal(err)
	}
}

func field() {
	server := &http.Server{Addr: ":8443"}
	// expect-next config/hard-coded-port info {port=8443}
	log.Fatal(server.ListenAndServeTLS("cert.pem", "key.pem"))
}

func chosen() {
	at := ":8080"
	if port := os.Getenv("PORT"); port != "" {
		at = ":" + port
	}
	// clean-next config/hard-coded-port -- the environment may choose
	log.Fatal(http.ListenAndServe(at, nil))
}

func branches() {
	if port := os.Getenv("PORT"); port != "" {
		// clean-next config/hard-coded-port -- the environment chooses
		log.Fatal(http.ListenAndServe(":"+port, nil))
	}
	// clean-next config/hard-coded-port -- only without the environment
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func profiles() {
	// clean-next config/hard-coded-port -- for this machine alone
	go http.ListenAndServe("127.0.0.1:6060", nil)
}
