const http = require('http');
const { Server } = require('socket.io');

const server = http.createServer();
const io = new Server(server);

io.on('connection', (socket) => {
  socket.on('chat', (text) => io.emit('chat', text));
});
server.listen(process.env.PORT || 3000);
