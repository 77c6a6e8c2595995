package main

import (
	"net/http"

	"example.com/shop/event"
	"github.com/gorilla/websocket"
)

var upgrader websocket.Upgrader

func write(ws *websocket.Conn) {
	// clean-next state/connection-registry -- a message system carries the events
	events := event.Subscribe("orders")
	defer event.Unsubscribe(events)
	for each := range events {
		ws.WriteJSON(each)
	}
}

func serve(w http.ResponseWriter, r *http.Request) {
	ws, err := upgrader.Upgrade(w, r, nil)
	if err == nil {
		write(ws)
	}
}

func main() {
	http.HandleFunc("/ws", serve)
	http.ListenAndServe(":8080", nil)
}
