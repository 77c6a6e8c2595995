import net from 'node:net';
import http from 'node:http';
import dgram from 'node:dgram';

const terminals = net.createServer((socket) => socket.end());
// expect-next network/raw-socket warning {port=9000}
terminals.listen(9000);

const beats = dgram.createSocket('udp4');
// expect-next network/raw-socket warning {port=8125}
beats.bind(8125);

// clean-next network/raw-socket -- the HTTP server itself
http.createServer().listen(3000);

const probe = net.createServer();
// clean-next network/raw-socket -- looks for a free port
probe.listen(0);
