package cluster

import (
	"net"
	"net/http"
)

func join(group *net.UDPAddr) (*net.UDPConn, error) {
	// expect-next network/multicast warning
	return net.ListenMulticastUDP("udp4", nil, group)
}

func listen(at *net.UDPAddr) (*net.UDPConn, error) {
	// clean-next network/multicast -- one sender and one receiver
	return net.ListenUDP("udp4", at)
}

func main() {
	http.ListenAndServe(":8080", nil)
}
