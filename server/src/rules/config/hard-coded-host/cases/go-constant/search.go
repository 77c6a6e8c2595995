package search

import "net/http"

// expect-next config/hard-coded-host warning {host=10.20.0.7}
const searchURL = "http://10.20.0.7:9200"

// Ask looks up words.
func Ask(words string) (*http.Response, error) {
	return http.Get(searchURL + "/items/_search?q=" + words)
}
