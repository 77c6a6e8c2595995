package jobs

import (
	"net/http"

	"github.com/example/cron"
)

type basket struct{ c *cron.Cron }

func (b *basket) Add(name string, article func()) {}

func start(c *cron.Cron, b *basket, when string) error {
	// expect-next work/in-process-schedule warning {job=refresh}
	c.Add(when, func() { refresh() })
	// clean-next work/in-process-schedule -- looks like it, but no function is handed over
	c.Add(when, nil)
	return http.ListenAndServe(":8080", nil)
}

func refresh() {}
