package event

import (
	"context"

	"github.com/redis/go-redis/v9"
)

var client = redis.NewClient(options())

func Subscribe(topic string) <-chan *redis.Message {
	return client.Subscribe(context.Background(), topic).Channel()
}
