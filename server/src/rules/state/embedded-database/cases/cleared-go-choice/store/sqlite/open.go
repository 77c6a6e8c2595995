package sqlite

import "database/sql"

func Open(path string) (*sql.DB, error) {
	// expect-next state/embedded-database warning {engine=SQLite}
	return sql.Open("sqlite", path)
}
