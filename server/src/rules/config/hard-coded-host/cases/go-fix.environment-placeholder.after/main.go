package main

import (
	"cmp"
	"log"
	"net/http"
	"os"

	"github.com/redis/go-redis/v9"
)

func main() {
	cache := redis.NewClient(&redis.Options{
                                                                
		Addr: cmp.Or(os.Getenv("REDIS_ADDR"), "10.20.0.9:6379"),
		DB:   1,
	})
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if err := cache.Incr(r.Context(), "visits").Err(); err != nil {
			http.Error(w, "no counter", http.StatusBadGateway)
		}
	})
	log.Fatal(http.ListenAndServe(":8080", nil))
}
