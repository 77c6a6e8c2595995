package cmd

import (
	"fmt"

	"example.com/shop/engine"
)

type Store interface{ Close() error }

type Config struct{ Store, Path, Remote string }

func makeStore(cfg Config) (Store, error) {
	switch cfg.Store {
	case "bolt":
		return engine.NewBoltStore(cfg.Path)
	case "rpc":
		return engine.NewRemote(cfg.Remote)
	default:
		return nil, fmt.Errorf("unknown store %s", cfg.Store)
	}
}
