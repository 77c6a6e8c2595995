import http from 'node:http';
import { Server } from 'socket.io';
import { relay } from './relay.mjs';

const server = http.createServer();
// clean-next state/connection-registry -- every replica hears from Redis what it tells its own clients
const io = new Server(server);
io.on('connection', (socket) => socket.on('join', (room) => socket.join(room)));
relay(io);
server.listen(process.env.PORT);
