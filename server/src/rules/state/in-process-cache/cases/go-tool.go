package main

import (
	"time"

	"github.com/patrickmn/go-cache"
)

// clean-next state/in-process-cache -- a program that serves nobody
var pages = cache.New(time.Hour, time.Hour)

func main() {
	pages.Set("a", 1, time.Hour)
}
