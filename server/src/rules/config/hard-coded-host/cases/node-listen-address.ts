import { createServer } from 'node:net';
import { createClient } from 'redis';

class Inbox {
  // clean-next config/hard-coded-host -- handed to listen
  settings = { host: '127.0.0.1', port: 2500 };

  // expect-next config/hard-coded-host warning
  queue = createClient({ socket: { hostname: '127.0.0.1', port: 6379 } });

  start(): void {
    createServer().listen(this.settings.port, this.settings.host);
  }
}
export default new Inbox();
