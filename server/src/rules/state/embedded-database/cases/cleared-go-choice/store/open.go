package store

import (
	"example.kr/shop/store/postgres"
	"example.kr/shop/store/sqlite"
)

func Open(cfg Config) (Driver, error) {
	switch cfg.Driver {
	case "sqlite":
		return sqlite.Open(cfg.Path)
	case "postgres":
		return postgres.Open(cfg.URL)
	}
	return nil, ErrDriver
}
