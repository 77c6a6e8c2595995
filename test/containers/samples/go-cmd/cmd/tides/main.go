// Command tides tells when the water in the harbour is high.
package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"

	"harbour.example/tides/internal/tide"
	"harbour.example/tides/web"
)

func handler() http.Handler {
	mux := http.NewServeMux()
	mux.Handle("GET /", http.FileServerFS(web.Files))
	mux.HandleFunc("GET /healthz", func(response http.ResponseWriter, _ *http.Request) { fmt.Fprint(response, "ok") })
	mux.HandleFunc("GET /next", func(response http.ResponseWriter, request *http.Request) {
		hour, err := strconv.Atoi(request.URL.Query().Get("hour"))
		if err != nil {
			http.Error(response, "hour is no number", http.StatusBadRequest)
			return
		}
		fmt.Fprintf(response, "high water at %d", tide.Next(hour))
	})
	return mux
}

func main() {
	port := os.Getenv("PORT")
	if port == "" {
		port = "8080"
	}
	server := &http.Server{Addr: ":" + port, Handler: handler(), ReadHeaderTimeout: 5 * time.Second}
	stop, cancel := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer cancel()
	go func() {
		<-stop.Done()
		drain, done := context.WithTimeout(context.Background(), 20*time.Second)
		defer done()
		if err := server.Shutdown(drain); err != nil {
			slog.Error("requests were cut off", "error", err)
		}
	}()
	slog.Info("listening", "port", port)
	if err := server.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		slog.Error("cannot listen", "error", err)
		os.Exit(1)
	}
}
