package store

import (
	"net/http"

	"github.com/golang-migrate/migrate/v4"
)

func Open(source, url string) error {
	m, err := migrate.New(source, url)
	if err != nil {
		return err
	}
	// expect-next work/migration-on-start info {tool=m.Up}
	return m.Up()
}

func main() {
	http.ListenAndServe(":8080", nil)
}
