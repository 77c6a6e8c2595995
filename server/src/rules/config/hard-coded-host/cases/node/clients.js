const express = require('express');
const redis = require('redis');
const axios = require('axios');

const app = express();
// expect-next config/hard-coded-host warning {host=10.3.0.12}
const cache = redis.createClient({ host: '10.3.0.12', port: 6379 });
// expect-next config/hard-coded-host warning {host=localhost}
const queue = 'amqp://localhost:5672';
// expect-next config/hard-coded-host warning {host=billing.shop.internal}
const billing = axios.create({ baseURL: 'http://billing.shop.internal/api' });
// clean-next config/hard-coded-host -- the environment decides
const search = process.env.SEARCH_URL || 'http://localhost:9200';
// clean-next config/hard-coded-host -- anyone's service on the internet
const maps = 'https://maps.acme.com/v1';
const development = {
  // clean-next config/hard-coded-host -- for development
  development: { host: '127.0.0.1' },
};

app.get('/', (req, res) => {
  // clean-next config/hard-coded-host -- completes what is parsed
  const { searchParams } = new URL(req.url, 'http://localhost');
  // clean-next config/hard-coded-host -- comparison
  if (req.hostname === 'localhost' || ['127.0.0.1', '::1'].includes(req.ip)) return res.send(searchParams.get('q'));
  // expect-next config/hard-coded-host warning {host=192.168.7.7}
  return axios.get('http://192.168.7.7/orders/' + req.query.id).then((orders) => res.send(orders.data));
});

// clean-next config/hard-coded-host -- the address to listen on
app.listen(3000, '127.0.0.1', () => {
  // clean-next config/hard-coded-host -- a log message
  console.log(`App is running on http://localhost:${3000}`);
});

module.exports = { cache, queue, billing, search, maps, development };
