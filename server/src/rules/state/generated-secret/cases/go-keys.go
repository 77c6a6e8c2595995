package main

import (
	"crypto/rand"
	"net/http"
	"os"

	"github.com/gorilla/securecookie"
	"github.com/gorilla/sessions"
)

// expect-next state/generated-secret error
var store = sessions.NewCookieStore(securecookie.GenerateRandomKey(32))

// expect-next state/generated-secret error
var both = sessions.NewCookieStore(securecookie.GenerateRandomKey(64),
	// clean-next state/generated-secret -- told with the first key of the store
	securecookie.GenerateRandomKey(32))

var jwtSecret []byte

func loadConfig(cfg *Config) {
	if cfg.SessionSecret == "" {
		// expect-next state/generated-secret warning {setting=cfg.SessionSecret}
		cfg.SessionSecret = generateSecret(32)
	}
}

func loadKey(path string) []byte {
	key, err := os.ReadFile(path)
	if err == nil {
		return key
	}
	secretKey := make([]byte, 32)
	// expect-next state/generated-secret error
	rand.Read(secretKey)
	os.WriteFile(path, secretKey, 0o600)
	return secretKey
}

func setupKeys(db Database) {
	// clean-next state/generated-secret -- kept where every replica finds it
	secretKey := generateSecret(32)
	db.Save(&Setting{Name: "secret", Value: secretKey})
}

func newWebhook(w http.ResponseWriter, r *http.Request) {
	// clean-next state/generated-secret -- one for each webhook
	secret := generateSecret(16)
	w.Write([]byte(secret))
}

func NewClient(name string) *Client {
	// clean-next state/generated-secret -- one for each object
	return &Client{Name: name, Secret: generateSecret(16)}
}

func NewWebSession(agent string) (*Session, string) {
	// clean-next state/generated-secret -- one for each session
	secret := rand.Text()
	return &Session{Agent: agent, Hash: hash(secret)}, secret
}

func main() {
	// clean-next state/generated-secret -- from the environment
	jwtSecret = []byte(os.Getenv("JWT_SECRET"))
	http.ListenAndServe(":8080", nil)
}
