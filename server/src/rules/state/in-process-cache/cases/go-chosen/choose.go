package main

import "net/http"

func newPriceCache(redisURL string) Prices {
	if redisURL != "" {
		return newRedisPriceCache(redisURL)
	}
	return newMemoryPriceCache()
}

func main() {
	http.ListenAndServe(":8080", nil)
}
