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
	// expect-next work/in-process-schedule warning {job=sendInvoices}
	if _, err := c.AddFunc("0 3 * * *", func() { sendInvoices(db) }); err != nil {
		log.Fatal(err)
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
