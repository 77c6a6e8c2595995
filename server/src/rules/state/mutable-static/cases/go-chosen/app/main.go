package app

import (
	"net/http"

	"example.com/shop/memory"
	"example.com/shop/redis"
)

type Config struct{ Redis string }

func openBaskets(cfg Config) Baskets {
	if cfg.Redis != "" {
		return redis.NewBasketStore(cfg.Redis)
	} else {
		return memory.NewBasketStore()
	}
}

type desk struct{ notes *memory.Notes }

// Gives back what was made before: nothing chooses here.
func (d *desk) Notes() *memory.Notes {
	if d.notes != nil {
		return d.notes
	}
	d.notes = memory.NewNoteStore()
	return d.notes
}

func Serve(cfg Config) error {
	baskets := openBaskets(cfg)
	http.HandleFunc("/", baskets.Show)
	return http.ListenAndServe(":8080", nil)
}
