import Fastify from 'fastify';
import { createServer } from 'node:http';

const app = Fastify();
// clean-next config/hard-coded-port -- the environment may choose another
await app.listen({ port: Number(process.env.PORT ?? 3000) });
// clean-next config/hard-coded-port -- any free port
createServer().listen(0);
// expect-next config/hard-coded-port info {port=8080}
await app.listen({ port: 8080 });
