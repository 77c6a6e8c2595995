package chat

import "github.com/redis/go-redis/v9"

func listen(rdb *redis.Client, hub *Hub) {
	for message := range rdb.Subscribe(ctx, "chat").Channel() {
		hub.Broadcast([]byte(message.Payload))
	}
}
