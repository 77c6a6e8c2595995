package login

import "net/http"

// expect-next state/in-memory-token warning {field=downloadTokens, type=Strings}
var downloadTokens = NewStrings()

// clean-next state/in-memory-token -- filled once, before requests come
var tokenKinds = NewStrings()

// clean-next state/in-memory-token -- speaks of no token
var colours = NewStrings()

// clean-next state/in-memory-token -- a store behind it decides
var resetTokens = newTokenTable()

func init() {
	tokenKinds.Set("d", "download")
}

func issue(w http.ResponseWriter, r *http.Request) {
	downloadTokens.Set(newToken(), r.FormValue("user"))
	colours.Set("sky", "blue")
	resetTokens.Set(newToken(), r.FormValue("user"))
}

func download(w http.ResponseWriter, r *http.Request) {
	if !downloadTokens.Has(r.FormValue("t")) {
		http.Error(w, "unknown", http.StatusForbidden)
	}
}

func main() {
	http.HandleFunc("/token", issue)
	http.HandleFunc("/download", download)
	http.ListenAndServe(":8080", nil)
}
