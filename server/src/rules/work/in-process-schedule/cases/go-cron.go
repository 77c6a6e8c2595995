package main

import "github.com/robfig/cron/v3"

func start() {
	c := cron.New()
	// expect-next work/in-process-schedule warning {job=sendInvoices}
	c.AddFunc("0 3 * * *", sendInvoices)
	c.Start()
}
