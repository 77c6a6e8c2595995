import { WebSocketServer, WebSocket } from 'ws';
import { WebSocketGateway, WebSocketServer as Gateway } from '@nestjs/websockets';
import { Server } from 'socket.io';

const wss = new WebSocketServer({ port: 8080 });
const rooms = new Map<string, WebSocket>();

// expect-next state/connection-registry error
export const byUser = new Map<string, WebSocket>();

// clean-next state/connection-registry -- what belongs to the connection itself
const seen = new Map<string, number>();

wss.on('connection', (ws, request) => {
  byUser.set(String(request.url), ws);
  seen.set(String(request.url), Date.now());
});

export function tell(user: string, text: string): void {
  byUser.get(user)?.send(text);
}

export function broadcast(text: string): void {
  // expect-next state/connection-registry error
  wss.clients.forEach((client) => client.send(text));
}

setInterval(() => {
  // clean-next state/connection-registry -- looks after the sockets of this process
  wss.clients.forEach((client) => client.ping());
}, 30_000).unref();

@WebSocketGateway()
export class OrderGateway {
  // expect-next state/connection-registry error
  @Gateway() server: Server;

  changed(id: string): void {
    this.server.emit('changed', id);
  }
}
