const net = require('net');

function isFree(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.on('error', reject);
    // clean-next network/raw-socket -- asks whether the port is free
    server.listen(port, () => server.close(() => resolve(true)));
  });
}

function open(port) {
  const server = net.createServer((socket) => socket.pipe(socket));
  // expect-next network/raw-socket warning
  server.listen(port, () => console.log('listening'));
}

module.exports = { isFree, open };
