package main

import (
	"time"

	"github.com/patrickmn/go-cache"
)

func newMemoryPriceCache() Prices {
	// expect-next state/in-process-cache info {setting=redisURL}
	prices := cache.New(2*time.Hour, time.Hour)
	return &memoryPrices{prices}
}

func newNameCache() *cache.Cache {
	// expect-next state/in-process-cache warning
	return cache.New(2*time.Hour, time.Hour)
}
