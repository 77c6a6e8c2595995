import Fastify from 'fastify';

const app = Fastify();
app.get('/orders', async () => []);
await app.listen({ port: Number(process.env.PORT ?? 3000), host: '0.0.0.0' });
process.once('SIGTERM', () => {
  app.close().then(() => process.exit(0), () => process.exit(1));
  setTimeout(() => process.exit(1), 25_000).unref();
});
