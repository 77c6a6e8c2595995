/** @type {import('next').NextConfig} */
const nextConfig = {
  output: 'standalone',
  // cacheHandler: require.resolve('./cache-handler.js'),
  images: { domains: ['localhost'] },
};

export default nextConfig;
