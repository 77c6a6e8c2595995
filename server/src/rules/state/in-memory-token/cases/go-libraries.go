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
