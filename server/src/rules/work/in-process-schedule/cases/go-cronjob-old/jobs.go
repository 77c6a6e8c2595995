package jobs

import (
	"fmt"
	"net/http"
	"time"

	"github.com/go-co-op/gocron"
	"github.com/robfig/cron"
)

// Start sets up what runs by the clock.
func Start(s *gocron.Scheduler, path string) error {
	c := cron.New()
	// expect-next work/in-process-schedule warning {job=0 30 2 * * *}
	err := c.AddFunc("0 30 2 * * *", func() {
		fmt.Println("reading", path)
		for i := 0; i < 3; i++ {
			fmt.Println(i)
		}
	})
	if err != nil {
		return err
	}
	// expect-next work/in-process-schedule info {job=prune}
	if _, err := s.Every(30*time.Minute).Do(prune, path); err != nil {
		return err
	}
	// expect-next work/in-process-schedule warning
	_, _ = s.Every(1).Day().At("04:15").Do(func() { compact(path) })
	c.Start()
	return http.ListenAndServe(":8080", nil)
}

func prune(path string) { fmt.Println("prune", path) }

func compact(path string) { fmt.Println("compact", path) }
