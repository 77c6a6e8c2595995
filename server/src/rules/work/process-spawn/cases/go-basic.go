package main

import (
	"net/http"
	"os/exec"
)

func main() {
	// expect-next work/process-spawn warning {tool=tail}
	exec.Command("tail", "-f", "/var/log/audit.log").Start()
	http.ListenAndServe(":8080", nil)
}
