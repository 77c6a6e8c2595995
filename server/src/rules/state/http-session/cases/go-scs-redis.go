package main

import (
	"github.com/alexedwards/scs/redisstore"
	"github.com/alexedwards/scs/v2"
)

func sessions() *scs.SessionManager {
	// clean-next state/http-session -- Redis behind it
	manager := scs.New()
	manager.Store = redisstore.New(pool)
	return manager
}
