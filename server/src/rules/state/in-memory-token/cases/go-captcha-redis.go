package login

import (
	"net/http"

	"github.com/dchest/captcha"
)

func main() {
	captcha.SetCustomStore(newRedisStore())
	http.HandleFunc("/captcha", func(w http.ResponseWriter, r *http.Request) {
		// clean-next state/in-memory-token -- a store that replicas share is set
		w.Write([]byte(captcha.New()))
	})
	http.ListenAndServe(":8080", nil)
}
