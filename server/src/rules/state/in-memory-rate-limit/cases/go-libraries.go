package api

import (
	"net/http"
	"time"

	"github.com/didip/tollbooth/v7"
	"github.com/go-chi/httprate"
	"github.com/labstack/echo/v4"
	"github.com/labstack/echo/v4/middleware"
	"github.com/ulule/limiter/v3"
	"github.com/ulule/limiter/v3/drivers/store/memory"
	"github.com/ulule/limiter/v3/drivers/store/redis"
)

func limits(e *echo.Echo, cfg Config) {
	// expect-next state/in-memory-rate-limit warning {library=tollbooth}
	tollbooth.NewLimiter(1, nil)
	// expect-next state/in-memory-rate-limit warning {library=httprate}
	httprate.LimitByIP(100, time.Minute)
	// expect-next state/in-memory-rate-limit warning {library=echo}
	e.Use(middleware.RateLimiter(middleware.NewRateLimiterMemoryStore(20)))
}

func store(cfg Config) (limiter.Store, error) {
	if cfg.Redis != nil {
		return redis.NewStore(cfg.Redis)
	}
	// expect-next state/in-memory-rate-limit info {setting=cfg.Redis}
	return memory.NewStore(), nil
}

func main() {
	http.ListenAndServe(":8080", nil)
}
