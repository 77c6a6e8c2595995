package main

import (
	"log"
	"net/http"
	"time"

	"github.com/alexedwards/scs/v2"
)

func main() {
	// expect-next state/http-session error
	sessions := scs.New()
	sessions.Lifetime = 24 * time.Hour
	log.Fatal(http.ListenAndServe(":8080", sessions.LoadAndSave(http.DefaultServeMux)))
}
