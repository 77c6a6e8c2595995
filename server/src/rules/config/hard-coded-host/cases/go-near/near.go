package near

import (
	"fmt"
	"net/http"
)

const (
	// expect-next config/hard-coded-host warning {host=10.20.0.7} -- no fix: a group of constants
	searchHost = "10.20.0.7"
	path       = "/items"
)

// StockHost is known to other packages, perhaps as a constant.
// expect-next config/hard-coded-host warning {host=10.20.0.8} -- no fix
const StockHost = "10.20.0.8"

// Ask fills in a format.
func Ask(id int) (*http.Response, error) {
	// expect-next config/hard-coded-host warning {host=stock.intra} -- no fix: a format
	stockURL := "http://stock.intra/api/levels/%d"
	_ = searchHost + path
	return http.Get(fmt.Sprintf(stockURL, id))
}
