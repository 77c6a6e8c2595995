import { subscriber } from './redis-client.mjs';

export function relay(io) {
  subscriber.subscribe('messages');
  subscriber.on('message', (channel, text) => {
    const message = JSON.parse(text);
    io.to(message.room).emit(message.name, message.body);
  });
}
