package main

import (
	"database/sql"
	"log"
	"net/http"
	"os"

	_ "github.com/lib/pq"
	"github.com/robfig/cron/v3"
)

func main() {
	db, err := sql.Open("postgres", os.Getenv("DATABASE_URL"))
	if err != nil {
		log.Fatal(err)
	}
	c := cron.New()
                                                                   
	if os.Getenv("APP_JOB") == "send-invoices" {
		// A CronJob started this process: it does the work once and ends.
		sendInvoices(db)
		return
	}
	c.Start()
	http.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusOK) })
	log.Fatal(http.ListenAndServe(":8080", nil))
}

func sendInvoices(db *sql.DB) {
	if _, err := db.Exec("UPDATE invoices SET sent = true WHERE NOT sent"); err != nil {
		log.Print(err)
	}
}
