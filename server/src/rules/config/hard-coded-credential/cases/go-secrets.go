package config

import "os"

// expect-next config/hard-coded-credential warning {name=jwtSecret}
var jwtSecret = []byte("v3ry-S3cret-signing-9f2a")

// clean-next config/hard-coded-credential -- the name of a setting
const passwordKey = "database.password"

// clean-next config/hard-coded-credential -- a text for users
const passwordMessage = "your password was changed 1 day ago"

type Options struct {
	User     string
	Password string
}

func options() Options {
	return Options{
		User: "shop",
		// expect-next config/hard-coded-credential warning {name=Password}
		Password: "Xk29!pfQ",
	}
}

func fromEnvironment() Options {
	// clean-next config/hard-coded-credential -- from the environment
	return Options{Password: os.Getenv("DB_PASSWORD")}
}

const (
	AuthModePublic = "public"
	// clean-next config/hard-coded-credential -- one of the ways to log in
	AuthModePasswd = "password"
)
