const Koa = require('koa');
const koaSession = require('koa-session');
const genericSession = require('koa-generic-session');
const cookieSession = require('cookie-session');
const fastifySession = require('@fastify/session');
const secureSession = require('@fastify/secure-session');
const fastify = require('fastify')();
const Yar = require('@hapi/yar');

const app = new Koa();

// clean-next state/http-session -- koa-session keeps the session in a signed cookie
app.use(koaSession({ key: 'shop' }, app));

// clean-next state/http-session -- signed cookies
app.use(cookieSession({ name: 'session', keys: ['k'] }));

// expect-next state/http-session error {library=koa-generic-session}
app.use(genericSession({ key: 'shop' }));

// expect-next state/http-session warning {library=@fastify/session}
fastify.register(fastifySession, { secret: 'a secret with minimum length of 32 characters' });
//               ^^^^^^^^^^^^^^

// clean-next state/http-session -- an encrypted cookie
fastify.register(secureSession, { key: 'k' });

// clean-next state/http-session -- something passes the store
fastify.register(fastifySession, { secret: 's', store: makeStore() });

async function start(server) {
  // expect-next state/http-session warning
  await server.register({ plugin: Yar, options: { cookieOptions: { password: 'p' } } });
  //                              ^^^
  // expect-next state/http-session error
  await server.register([{ plugin: Yar, options: { maxCookieSize: 0, cookieOptions: { password: 'p' } } }]);
  // clean-next state/http-session -- a named cache of the server
  await server.register({ plugin: Yar, options: { cache: { cache: 'redis' }, cookieOptions: { password: 'p' } } });
}

module.exports = { start };
