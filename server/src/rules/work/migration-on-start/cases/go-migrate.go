package store

import (
	"net/http"
	"os"

	"gorm.io/gorm"
)

func Open(db *gorm.DB) error {
	// expect-next work/migration-on-start warning {call=db.AutoMigrate}
	return db.AutoMigrate(&Order{}, &Item{})
}

func asked(db *gorm.DB) error {
	if os.Getenv("MIGRATE") == "true" {
		// clean-next work/migration-on-start -- told with the first
		return db.AutoMigrate(&Order{})
	}
	return nil
}

func main() {
	http.ListenAndServe(":8080", nil)
}
