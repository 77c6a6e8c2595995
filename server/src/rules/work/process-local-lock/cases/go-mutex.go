package stock

import (
	"net/http"
	"sync"

	"gorm.io/gorm"
)

type Stock struct {
	mu    sync.Mutex
	db    *gorm.DB
	count map[string]int
}

func (s *Stock) Take(id string) error {
	// expect-next work/process-local-lock warning {lock=mu.Lock()}
	s.mu.Lock()
	defer s.mu.Unlock()
	var item Item
	if err := s.db.First(&item, id).Error; err != nil {
		return err
	}
	item.Left--
	return s.db.Save(&item).Error
}

func (s *Stock) TakeSafely(id string) error {
	// clean-next work/process-local-lock -- the row is locked in the database
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.db.Transaction(func(tx *gorm.DB) error {
		var item Item
		if err := tx.First(&item, id).Error; err != nil {
			return err
		}
		return tx.Save(&item).Error
	})
}

func (s *Stock) Start() error {
	// clean-next work/process-local-lock -- keeps the start and the stop of this process apart
	s.mu.Lock()
	defer s.mu.Unlock()
	var item Item
	if err := s.db.First(&item).Error; err != nil {
		return err
	}
	return s.db.Save(&item).Error
}

func (s *Stock) Seen(id string) {
	// clean-next work/process-local-lock -- the table is the process's own
	s.mu.Lock()
	defer s.mu.Unlock()
	s.count[id]++
}

func main() {
	http.ListenAndServe(":8080", nil)
}
