import express from 'express';
import { products } from './products.js';

const app = express();
const port = Number(process.env.PORT ?? 3000);

app.get('/healthz', (_request, response) => {
  response.send('ok');
});
app.get('/products', (_request, response) => {
  response.json(products);
});

const server = app.listen(port, () => console.log(`listening on ${port}`));

process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
