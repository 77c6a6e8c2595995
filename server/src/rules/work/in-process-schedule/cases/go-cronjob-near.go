package jobs

import (
	"net/http"
	"time"

	"github.com/robfig/cron"
)

func start(when string, settings map[string]string) error {
	c := cron.New()
	expression := "0 0 3 * * *"
	// expect-next work/in-process-schedule warning -- no fix: the clock comes from elsewhere
	c.AddFunc(when, func() { refresh() })
	// expect-next work/in-process-schedule warning -- no fix: the variable would have no use left
	c.AddFunc(expression, refresh)
	// expect-next work/in-process-schedule warning -- no fix: more often than once a minute
	c.AddFunc("*/10 * * * * *", refresh)
	if settings["mail"] != "" {
		// expect-next work/in-process-schedule warning -- no fix: on a condition
		c.AddFunc("0 0 3 * * *", refresh)
	}
	// expect-next work/in-process-schedule warning -- no fix: what follows needs the error
	err := c.AddFunc("0 0 3 * * *", refresh)
	if err != nil {
		return err
	}
	err = check()
	c.Start()
	time.Sleep(time.Second)
	return err
}

func check() error { return http.ListenAndServe(":8080", nil) }

func refresh() {}
