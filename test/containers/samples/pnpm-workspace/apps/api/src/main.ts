import { priceOf } from '@shop/pricing';
import fastify from 'fastify';

const app = fastify({ logger: true });

app.get('/healthz', () => ({ status: 'ok' }));
app.get<{ Querystring: { pieces?: string } }>('/price', (request) => ({ cents: priceOf(Number(request.query.pieces ?? 1), 250) }));

process.once('SIGTERM', () => {
  void app.close().then(() => process.exit(0));
});

await app.listen({ host: '0.0.0.0', port: Number(process.env.PORT ?? 3000) });
