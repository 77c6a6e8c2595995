package main

import (
	"github.com/beego/beego/v2/core/logs"
	"github.com/beego/beego/v2/server/web"
)

func main() {
	// expect-next storage/log-file warning {file=logs/shop.log}
	logs.SetLogger(logs.AdapterFile, `{"filename":"logs/shop.log"}`)
	web.Run(":8080")
}
