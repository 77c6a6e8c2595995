package main

import (
	"io"
	"log"
	"net/http"
	"os"

	"gopkg.in/natefinch/lumberjack.v2"
)

func toFile() {
	file, err := os.OpenFile("/var/log/shop.log", os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		log.Fatal(err)
	}
	// expect-next storage/log-file warning {file=/var/log/shop.log}
	log.SetOutput(file)
}

func rolled(cfg Config) {
	// expect-next storage/log-file warning {file=cfg.LogFile}
	log.SetOutput(&lumberjack.Logger{Filename: cfg.LogFile, MaxSize: 100})
}

func both(cfg Config) {
	// expect-next storage/log-file info {file=logs/shop.log}
	rolling := &lumberjack.Logger{Filename: "logs/shop.log"}
	log.SetOutput(io.MultiWriter(os.Stdout, rolling))
}

func asked(cfg Config) {
	if cfg.LogFile != "" {
		// expect-next storage/log-file info {setting=cfg.LogFile}
		log.SetOutput(&lumberjack.Logger{Filename: cfg.LogFile})
	}
}

func console() {
	// clean-next storage/log-file -- standard output
	log.SetOutput(os.Stdout)
}

func main() {
	http.ListenAndServe(":8080", nil)
}
