package store

import (
	"github.com/jmoiron/sqlx"
	"github.com/tidwall/buntdb"
	"xorm.io/xorm"
)

func open(path string) error {
	// expect-next state/embedded-database error {engine=SQLite}
	if _, err := sqlx.Connect("sqlite3", path); err != nil {
		return err
	}
	// expect-next state/embedded-database error {engine=SQLite}
	if _, err := xorm.NewEngine("sqlite3", path); err != nil {
		return err
	}
	// expect-next state/embedded-database error {engine=BuntDB}
	if _, err := buntdb.Open(path); err != nil {
		return err
	}
	// clean-next state/embedded-database -- a database of its own for a while
	_, err := buntdb.Open(":memory:")
	return err
}
