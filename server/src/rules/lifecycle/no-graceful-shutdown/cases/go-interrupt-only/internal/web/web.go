package web

import (
	"context"
	"net/http"
	"os"
	"os/signal"
)

// Serve hears the keyboard, but not SIGTERM.
func Serve() {
	server := &http.Server{Addr: os.Getenv("LISTEN")}
	// expect-next lifecycle/no-graceful-shutdown warning
	go server.ListenAndServe()
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt)
	<-quit
	server.Shutdown(context.Background())
}
