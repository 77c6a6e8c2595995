package main

import (
	"github.com/beego/beego/v2/server/web"
	"github.com/example/shop/conf"
)

func main() {
	if conf.GetConfigString("redisEndpoint") == "" {
		// expect-next state/http-session warning
		web.BConfig.WebConfig.Session.SessionProvider = "file"
		web.BConfig.WebConfig.Session.SessionProviderConfig = "./tmp"
	} else {
		// clean-next state/http-session -- a store that replicas share
		web.BConfig.WebConfig.Session.SessionProvider = "redis"
	}
	web.Run(":8080")
}

func plain() {
	// expect-next state/http-session
	web.BConfig.WebConfig.Session.SessionProvider = "memory"
	web.Run(":8081")
}
