export interface Options {
  host?: string;
}

export const settings = {
  // expect-next config/hard-coded-host warning {host=mongo.acme.com}
  mongoUrl: 'mongodb://mongo.acme.com:27017/shop',
  // clean-next config/hard-coded-host -- the environment decides
  redisHost: process.env.REDIS_HOST ?? 'localhost',
  // clean-next config/hard-coded-host -- a constant of the protocol
  version: '1.2.3.4',
  cors: {
    // clean-next config/hard-coded-host -- who may call
    origin: 'http://localhost:3000',
  },
};

// clean-next config/hard-coded-host -- a default that the caller replaces
export function connect({ host = 'localhost' }: Options, port: number): string {
  return `${host}:${port}`;
}
