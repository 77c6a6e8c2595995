import http from 'node:http';
import { Redis, type RedisOptions } from 'ioredis';

/** Whether a bundler runs beside the server. */
export function isBundlerUp(): Promise<boolean> {
  return new Promise((resolve) => {
    // clean-next config/hard-coded-host -- only asks who answers, and takes silence for no
    const request = http.request({ hostname: 'localhost', port: 5173, method: 'HEAD' }, () => resolve(true));
    request.on('error', () => resolve(false));
    request.end();
  });
}

export function loadPrices(): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    // expect-next config/hard-coded-host {host=localhost}
    const request = http.request({ hostname: 'localhost', port: 5174, method: 'GET' }, resolve);
    request.on('error', reject);
    request.end();
  });
}

export function cacheOf(options: { connection?: RedisOptions }): Redis {
  // clean-next config/hard-coded-host -- what holds where whoever sets it up says nothing
  return new Redis(options.connection ?? ({ host: 'localhost', port: 6379 } as RedisOptions));
}

export function queueOf(): Redis {
  // expect-next config/hard-coded-host {host=localhost}
  return new Redis({ host: 'localhost', port: 6379 });
}

export async function upgrade(post: (url: string) => Promise<void>): Promise<void> {
  if (process.env.UPGRADE_COMPANION) {
    // expect-next config/hard-coded-host info {host=update-companion}
    await post('http://update-companion/upgrade');
  }
  // expect-next config/hard-coded-host warning {host=order-archive}
  await post('http://order-archive/upgrade');
}
