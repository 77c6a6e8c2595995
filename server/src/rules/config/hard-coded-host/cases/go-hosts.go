package backend

import (
	"database/sql"
	"net/http"
	"os"

	"github.com/redis/go-redis/v9"
)

// expect-next config/hard-coded-host warning {host=10.20.0.7}
const searchHost = "10.20.0.7"

func open() error {
	// expect-next config/hard-coded-host warning {host=10.20.0.5}
	_, err := sql.Open("postgres", "postgres://10.20.0.5:5432/shop")
	return err
}

func cache() *redis.Client {
	return redis.NewClient(&redis.Options{
		// expect-next config/hard-coded-host warning {host=localhost}
		Addr: "localhost:6379",
	})
}

func cacheOr() *redis.Client {
	// clean-next config/hard-coded-host -- only where the environment says nothing
	return redis.NewClient(&redis.Options{Addr: envOr("REDIS_ADDR", "localhost:6379")})
}

func stock() (*http.Response, error) {
	// expect-next config/hard-coded-host warning {host=stock.intra}
	return http.Get("http://stock.intra/api/levels")
}

func rates() (*http.Response, error) {
	// clean-next config/hard-coded-host -- a public service
	return http.Get("https://api.example-rates.com/latest")
}

func envOr(name, fallback string) string {
	if value := os.Getenv(name); value != "" {
		return value
	}
	return fallback
}

func main() {
	// clean-next config/hard-coded-host -- where it listens itself
	http.ListenAndServe("0.0.0.0:8080", nil)
}
