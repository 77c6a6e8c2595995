package config

import (
	"net/http"

	"example.kr/shop/pkg/rnd"
)

type Config struct {
	options *Options
	public  bool
}

func (c *Config) LinkToken() string {
	if c.public {
		return "public"
	} else if c.options.LinkToken == "" {
		// expect-next state/generated-secret warning {setting=c.options.LinkToken}
		c.options.LinkToken = rnd.Base36(8)
	}
	return c.options.LinkToken
}

func (c *Config) Renew() string {
	// clean-next state/generated-secret -- asked for, not in place of what nobody set
	c.options.LinkToken = rnd.Base36(8)
	return c.options.LinkToken
}

func (c *Config) Theme() string {
	if c.options.Theme == "" {
		// clean-next state/generated-secret -- no key, whoever picks it
		c.options.Theme = rnd.Pick("light", "dark")
	}
	return c.options.Theme
}

func (c *Config) Serve() error {
	return http.ListenAndServe(":8080", nil)
}
