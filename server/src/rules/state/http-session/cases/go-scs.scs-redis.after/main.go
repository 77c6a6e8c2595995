package main

import (
	"log"
	"net/http"
	"os"
	"time"

	"github.com/alexedwards/scs/goredisstore"
	"github.com/alexedwards/scs/v2"
	"github.com/redis/go-redis/v9"
)

func main() {
                                        
	sessions := scs.New()
	sessions.Store = goredisstore.New(redis.NewClient(&redis.Options{Addr: os.Getenv("REDIS_ADDR")}))
	sessions.Lifetime = 24 * time.Hour
	log.Fatal(http.ListenAndServe(":8080", sessions.LoadAndSave(http.DefaultServeMux)))
}
