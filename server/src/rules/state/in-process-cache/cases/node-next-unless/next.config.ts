import type { NextConfig } from 'next';

const config: NextConfig = {
  cacheHandlers: { default: process.env.REDIS_URL ? require.resolve('./cache-handler.js') : undefined },
};

export default config;
