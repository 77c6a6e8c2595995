package search

import (
	"cmp"
	"net/http"
	"os"
)

                                                              
var searchURL = cmp.Or(os.Getenv("SEARCH_URL"), "http://10.20.0.7:9200")

// Ask looks up words.
func Ask(words string) (*http.Response, error) {
	return http.Get(searchURL + "/items/_search?q=" + words)
}
