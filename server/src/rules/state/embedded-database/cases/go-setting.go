package config

import (
	"database/sql"

	_ "github.com/go-sql-driver/mysql"
	_ "github.com/mattn/go-sqlite3"
)

const tests = "mysql"

func (c *Config) connect() error {
	driver := c.DatabaseDriver()
	// expect-next state/embedded-database warning {engine=SQLite, setting=c.DatabaseDriver()}
	db, err := sql.Open(driver, c.dsn)
	if err != nil {
		// clean-next state/embedded-database -- the same again
		db, err = sql.Open(driver, c.dsn)
	}
	c.db = db
	return err
}

func (c *Config) byKind() error {
	kind := c.Kind
	if kind == "sqlite3" {
		kind = "sqlite"
	}
	switch kind {
	case "sqlite":
		return nil
	case "mysql":
		// clean-next state/embedded-database -- the branch for servers
		_, err := sql.Open(kind, c.dsn)
		return err
	default:
		return errKind
	}
}

func (c *Config) check() error {
	// clean-next state/embedded-database -- a database server
	_, err := sql.Open(tests, c.dsn)
	return err
}
