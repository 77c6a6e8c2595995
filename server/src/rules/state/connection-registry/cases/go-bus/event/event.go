package event

import "github.com/leandro-lugaresi/hub"

var shared = hub.New()

func Subscribe(topic string) <-chan hub.Message {
	return shared.NonBlockingSubscribe(100, topic).Receiver
}
