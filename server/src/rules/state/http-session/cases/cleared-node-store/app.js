const session = require('express-session');
const MongoStore = require('connect-mongo');

module.exports = function useSessions(app) {
  if (process.env.MONGODB_URI) app.use(session({ secret: 'x', store: MongoStore.create({ mongoUrl: process.env.MONGODB_URI }) }));
  // expect-next state/http-session info
  else app.use(session({ secret: 'x' }));
};
