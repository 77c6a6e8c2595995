package orders

import (
	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
)

func Open(path string) (*gorm.DB, error) {
	// expect-next state/embedded-database error {engine=SQLite}
	return gorm.Open(sqlite.Open(path), &gorm.Config{})
}
