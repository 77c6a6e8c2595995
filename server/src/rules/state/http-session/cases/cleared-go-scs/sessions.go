package main

import "github.com/alexedwards/scs/v2"

// clean-next state/http-session -- another file puts Redis behind it
var sessions = scs.New()
