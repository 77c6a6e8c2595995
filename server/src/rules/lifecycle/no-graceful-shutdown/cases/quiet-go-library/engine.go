package engine

import "net/http"

func Run(address string, handler http.Handler) error {
	// clean-next lifecycle/no-graceful-shutdown -- a library: the program that uses it ends it
	return http.ListenAndServe(address, handler)
}
