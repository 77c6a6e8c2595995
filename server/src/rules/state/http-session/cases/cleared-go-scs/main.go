package main

import (
	"net/http"

	"github.com/alexedwards/scs/redisstore"
)

func main() {
	sessions.Store = redisstore.New(pool)
	http.ListenAndServe(":8080", sessions.LoadAndSave(nil))
}
