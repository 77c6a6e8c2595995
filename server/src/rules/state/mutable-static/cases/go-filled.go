package assets

import "net/http"

// clean-next state/mutable-static -- without a lock it is filled before requests come
var bundles map[string]string

func GenerateBundles() {
	bundles = map[string]string{}
	bundles["app.css"] = "body {}"
}

func main() {
	GenerateBundles()
	http.ListenAndServe(":8080", nil)
}
