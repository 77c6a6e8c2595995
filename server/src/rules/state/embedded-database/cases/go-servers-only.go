package config

import (
	"database/sql"

	_ "github.com/go-sql-driver/mysql"
	_ "github.com/lib/pq"
)

func connect(driver, dsn string) (*sql.DB, error) {
	// clean-next state/embedded-database -- no driver of an embedded database
	return sql.Open(driver, dsn)
}
