package chat

import (
	"net/http"
	"sync"

	"github.com/gorilla/websocket"
)

type Hub struct {
	mu sync.Mutex
	// clean-next state/connection-registry -- a Redis topic carries the messages
	clients map[*Client]bool
	// clean-next state/connection-registry -- no sockets
	names map[string]string
}

type Client struct {
	conn *websocket.Conn
	send chan []byte
}

func (h *Hub) Serve(w http.ResponseWriter, r *http.Request) {
	h.clients[&Client{}] = true
}

func (h *Hub) Broadcast(message []byte) {
	for client := range h.clients {
		client.send <- message
	}
}

func main() {
	hub := &Hub{clients: map[*Client]bool{}}
	http.HandleFunc("/ws", hub.Serve)
	http.ListenAndServe(":8080", nil)
}
