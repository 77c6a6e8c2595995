package login

import (
	"net/http"
	"time"

	"github.com/dchest/captcha"
	"github.com/patrickmn/go-cache"
)

// expect-next state/in-memory-token warning {field=resetTokens}
var resetTokens = cache.New(10*time.Minute, time.Hour)

// clean-next state/in-memory-token -- a cache of goods
var products = cache.New(10*time.Minute, time.Hour)

// clean-next state/in-memory-token -- a copy: what is not found is looked up in the database
var sessionCache = cache.New(15*time.Minute, time.Hour)

func findSession(id string) (*Session, error) {
	if found, ok := sessionCache.Get(id); ok {
		return found.(*Session), nil
	}
	found := &Session{}
	if err := Db().First(found, "id = ?", id).Error; err != nil {
		return nil, err
	}
	keepSession(found)
	return found, nil
}

func keepSession(session *Session) {
	sessionCache.Set(session.ID, session, time.Hour)
}

// expect-next state/in-memory-token warning {field=loginCodes}
var loginCodes = cache.New(5*time.Minute, time.Hour)

func sendCode(user string) {
	loginCodes.Set(user, newCode(), time.Minute)
}

// The database is asked for the user, not for the code.
func login(user, code string) (*User, error) {
	if known, ok := loginCodes.Get(user); !ok || known != code {
		return nil, errWrongCode
	}
	found := &User{}
	return found, Db().First(found, "name = ?", user).Error
}

func show(w http.ResponseWriter, r *http.Request) {
	// expect-next state/in-memory-token error {type=captcha}
	id := captcha.New()
	w.Write([]byte(id))
}

func check(w http.ResponseWriter, r *http.Request) {
	// clean-next state/in-memory-token -- the same store, told above
	captcha.VerifyString(r.FormValue("id"), r.FormValue("answer"))
}

func main() {
	http.ListenAndServe(":8080", nil)
}
