package migrator

import (
	"gorm.io/driver/sqlite"
	"gorm.io/gorm"
)

func Old(path string) (*gorm.DB, error) {
	// clean-next state/embedded-database -- read once, to carry its rows over
	return gorm.Open(sqlite.Open(path), &gorm.Config{})
}
