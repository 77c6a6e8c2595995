package jobs

import (
	"context"
	"net/http"
	"net/smtp"
	"time"

	"gorm.io/gorm"
)

type Jobs struct {
	db    *gorm.DB
	table map[string]time.Time
}

func (j *Jobs) RemindAll(ctx context.Context) {
	ticker := time.NewTicker(time.Hour)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		// expect-next work/in-process-schedule warning {job=RemindAll}
		case <-ticker.C:
			j.remind()
		}
	}
}

func (j *Jobs) remind() {
	smtp.SendMail("", nil, "", nil, nil)
}

func (j *Jobs) mailJobs() {
	t := time.NewTicker(62 * time.Second)
	for {
		// expect-next work/in-process-schedule warning {job=mailJobs}
		<-t.C
		j.remind()
	}
}

func (j *Jobs) push() {
	ticker := time.NewTicker(time.Second)
	// clean-next work/in-process-schedule -- each process reports what it measured
	for range ticker.C {
		j.sendMetrics()
	}
}

func (j *Jobs) sendMetrics() {
	http.Post("http://push/metrics", "", nil)
}

type point struct{ C chan int }

func (j *Jobs) points(t point) {
	for {
		// clean-next work/in-process-schedule -- no clock
		<-t.C
		j.remind()
	}
}

func (j *Jobs) expire() {
	// expect-next work/in-process-schedule info {job=expire}
	for range time.Tick(time.Minute) {
		j.db.Delete(&Session{}, "until < ?", time.Now())
	}
}

func (j *Jobs) archive() {
	for {
		// expect-next work/in-process-schedule warning {job=archive}
		time.Sleep(time.Hour)
		j.db.Create(&Archive{})
	}
}

func (j *Jobs) forget() {
	ticker := time.NewTicker(time.Minute)
	// clean-next work/in-process-schedule -- every process tidies its own table
	for range ticker.C {
		for key := range j.table {
			delete(j.table, key)
		}
	}
}

func (j *Jobs) connect() error {
	for {
		err := j.db.Exec("SELECT 1").Error
		if err == nil {
			return nil
		}
		// clean-next work/in-process-schedule -- a retry that ends with its success
		time.Sleep(time.Second)
	}
}

func stream(w http.ResponseWriter, r *http.Request) {
	// clean-next work/in-process-schedule -- for as long as one client listens
	for range time.Tick(time.Second) {
		w.Write([]byte("ping"))
	}
}

func main() {
	http.ListenAndServe(":8080", nil)
}
