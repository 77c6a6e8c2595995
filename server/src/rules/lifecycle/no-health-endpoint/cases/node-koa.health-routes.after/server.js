const Koa = require('koa');

const app = new Koa();
app.use(async (ctx, next) => {
  if (ctx.path === '/healthz' || ctx.path === '/readyz') ctx.body = { status: 'ok' };
  else await next();
});
app.use(async (ctx) => { ctx.body = []; });
app.listen(3000);
