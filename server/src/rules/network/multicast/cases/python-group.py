import socket
import struct


def members(port):
    listening = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    group = struct.pack("4sl", socket.inet_aton("239.1.2.3"), socket.INADDR_ANY)
    # expect-next network/multicast warning
    listening.setsockopt(socket.IPPROTO_IP, socket.IP_ADD_MEMBERSHIP, group)
    # clean-next network/multicast -- any socket may be used again
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return listening
