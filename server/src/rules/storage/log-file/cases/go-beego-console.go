package main

import (
	"github.com/beego/beego/v2/core/logs"
	"github.com/beego/beego/v2/server/web"
)

func main() {
	logs.SetLogger(logs.AdapterConsole)
	// clean-next storage/log-file -- beside the console
	logs.SetLogger("file", `{"filename":"logs/shop.log"}`)
	web.Run(":8080")
}
