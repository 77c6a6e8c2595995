package main

import (
	"net/http"
	_ "net/http/pprof"
	"os/exec"
)

func main() {
	// clean-next lifecycle/no-graceful-shutdown -- profiles for this machine alone
	go http.ListenAndServe("localhost:6060", nil)
	command := exec.Command("import")
	// clean-next lifecycle/no-graceful-shutdown -- no server
	command.Run()
}
