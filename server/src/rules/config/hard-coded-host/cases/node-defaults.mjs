import { env } from './env.mjs';

export const settings = { mongo: {} };
if (process.env.MONGO_HOST) {
  settings.mongo.url = `mongodb://${process.env.MONGO_HOST}/shop`;
} else {
  // clean-next config/hard-coded-host -- the environment decides
  settings.mongo.url = 'mongodb://127.0.0.1/shop';
}

// clean-next config/hard-coded-host -- stands behind what is set
const DEFAULT_BASE = 'http://localhost:3000';
const normalize = (value, fallback = DEFAULT_BASE) => new URL(value ?? fallback);
export const base = () => normalize(env.BASE, DEFAULT_BASE);

// expect-next config/hard-coded-host warning
const SEARCH = 'http://localhost:9200';
export const find = (words) => fetch(`${SEARCH}/shop/_search?q=${words}`);

// clean-next config/hard-coded-host -- names the site to a proxy
export const assets = () => fetch(new URL('/manifest.json', env.ASSETS), { headers: { Host: 'localhost' } });

// clean-next config/hard-coded-host -- the header of a request that code makes up
const headers = env.SOURCE ? env.SOURCE.headers : { host: 'localhost:3000' };
export const madeUp = { headers, body: {} };

// expect-next config/hard-coded-host warning
export const broker = { host: 'localhost:61613', retries: 3 };

export function issuer() {
  if (OAUTH_ISSUER) return OAUTH_ISSUER;
  // clean-next config/hard-coded-host -- stands behind what is set
  return 'http://localhost:3100';
}

// clean-next config/hard-coded-host -- where the cloud tells a machine about itself, the same in every network
export const project = () => fetch('http://metadata.google.internal/computeMetadata/v1/project/project-id', { headers: { 'Metadata-Flavor': 'Google' } });

// expect-next config/hard-coded-host warning -- a name of one network
export const rates = () => fetch('http://metadata.shop.internal/rates');
