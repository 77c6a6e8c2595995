package main

import (
	"github.com/alexedwards/scs/v2"
	"github.com/gorilla/sessions"
)

// expect-next state/http-session error
var files = sessions.NewFilesystemStore("", []byte(key))

// clean-next state/http-session -- the browser keeps the session
var cookies = sessions.NewCookieStore([]byte(key))

// expect-next state/http-session warning
var manager = scs.New()
