package search

import (
	"net/http"

	"github.com/blevesearch/bleve/v2"
)

func open(path string) (bleve.Index, error) {
	// expect-next state/local-search-index warning {library=Bleve}
	index, err := bleve.Open(path)
	if err == bleve.ErrorIndexPathDoesNotExist {
		// clean-next state/local-search-index -- the same index, told above
		return bleve.New(path, bleve.NewIndexMapping())
	}
	return index, err
}

func suggestions() (bleve.Index, error) {
	// expect-next state/local-search-index warning {library=Bleve}
	return bleve.NewMemOnly(bleve.NewIndexMapping())
}

func main() {
	http.ListenAndServe(":8080", nil)
}
