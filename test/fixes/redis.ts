/** A Redis of the tests' own, on a free port, that keeps nothing on disk. */
import { strict as assert } from 'node:assert';
import { spawn } from 'node:child_process';
import { createConnection, createServer, type AddressInfo } from 'node:net';

export interface Redis {
  readonly port: number;
  /** Forgets what earlier programs have stored. */
  clear(): Promise<void>;
  stop(): void;
}

/** A port that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** The first line of the answer to a command; `undefined` when nobody listens. */
async function ask(port: number, command: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => socket.write(`${command}\r\n`));
    socket.on('error', () => resolve(undefined));
    socket.on('data', (answer) => {
      socket.end();
      resolve(answer.toString().trim());
    });
  });
}

/** Starts `redis-server`; `dir` is the folder it works in. */
export async function startRedis(dir: string): Promise<Redis> {
  const port = await freePort();
  const server = spawn('redis-server', ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', dir], { stdio: 'ignore' });
  server.on('error', () => undefined);
  for (let tries = 0; (await ask(port, 'PING')) !== '+PONG'; tries++) {
    assert.ok(tries < 100, 'redis-server does not answer; install it (Debian: redis-server)');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return {
    port,
    async clear() {
      assert.equal(await ask(port, 'FLUSHALL'), '+OK');
    },
    stop() {
      server.kill();
    },
  };
}
