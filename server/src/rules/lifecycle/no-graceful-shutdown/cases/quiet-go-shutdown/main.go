package main

import (
	"context"
	"net/http"
	"os/signal"
	"syscall"

	"example.com/shop/internal/web"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, syscall.SIGINT)
	defer stop()
	server := &http.Server{Addr: ":8080"}
	go web.EndWith(ctx, server)
	// clean-next lifecycle/no-graceful-shutdown -- another package ends it
	server.ListenAndServe()
}
