package main

import (
	"database/sql"

	bolt "go.etcd.io/bbolt"
)

func open(kind string) {
	// expect-next state/embedded-database error {engine=SQLite}
	db, _ := sql.Open("sqlite3", "shop.db")
	// expect-next state/embedded-database error {engine=SQLite}
	own, _ := sql.Open("sqlite3_with_functions", "shop.db")
	// clean-next state/embedded-database -- a database server
	pg, _ := sql.Open("postgres", "")
	switch kind {
	case "bolt":
		// expect-next state/embedded-database warning {engine=bbolt, setting=kind}
		kv, _ := bolt.Open("kv.db", 0o600, nil)
		_ = kv
	}
	_, _, _ = db, pg, own
}
