package main

import (
	"context"
	"log"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/gin-gonic/gin"
)

func router() *gin.Engine {
	return gin.Default()
}

func main() {
	r := router()
                                                      
	server := &http.Server{Addr: ":" + os.Getenv("PORT"), Handler: r}
	stopping, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	failed := make(chan error, 1)
	go func() { failed <- server.ListenAndServe() }()
	select {
	case err := <-failed:
		if err != nil {
			log.Fatal(err)
		}
	case <-stopping.Done():
		// Requests that have begun are answered before the pod ends.
		draining, cancel := context.WithTimeout(context.Background(), 20*time.Second)
		defer cancel()
		if err := server.Shutdown(draining); err != nil {
			log.Print(err)
		}
	}
}
