package web

import (
	"context"
	"net/http"
)

func EndWith(ctx context.Context, server *http.Server) {
	<-ctx.Done()
	server.Shutdown(context.Background())
}
