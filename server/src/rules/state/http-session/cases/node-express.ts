import express from 'express';
import session, { MemoryStore, type SessionOptions } from 'express-session';
import { createStore, RedisStore, settings } from './stores';

const app = express();
const redisClient = undefined as never;

// expect-next state/http-session error {library=express-session}
app.use(session({ secret: 'x', resave: false }));
//      ^^^^^^^

// expect-next state/http-session warning
app.use(session({ secret: 'x', store: new MemoryStore() }));
//                                    ^^^^^^^^^^^^^^^^^

const options: SessionOptions = { secret: 'x', cookie: {} };
if (app.get('env') === 'production') options.cookie!.secure = true;
// expect-next state/http-session warning
app.use(session(options));

const late: SessionOptions = { secret: 'x' };
late.store = createStore();
// clean-next state/http-session -- the store comes by assignment
app.use(session(late));

// clean-next state/http-session -- a store that is configured
app.use(session({ secret: 'x', store: new RedisStore({ client: redisClient }) }));

// clean-next state/http-session -- a factory of another file makes the store
app.use(session({ secret: 'x', store: createStore() }));

let store;
if (process.env.REDIS_URL) store = new RedisStore({ client: redisClient });
else store = new MemoryStore();
// clean-next state/http-session -- which store it is shows only at run time
app.use(session({ secret: 'x', store }));

// clean-next state/http-session -- the options come from another file
app.use(session({ ...settings.session, secret: 'x' }));

// clean-next state/http-session -- so does the store, when there is one
app.use(session({ secret: 'x', ...(redisClient && { store: createStore() }) }));

// expect-next state/http-session warning {setting=REDIS_URL}
app.use(session({ secret: 'x', store: process.env.REDIS_URL ? new RedisStore({ client: redisClient }) : new MemoryStore() }));
//                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

// clean-next state/http-session -- production has a store
app.use(session({ secret: 'x', store: process.env.NODE_ENV === 'production' ? new RedisStore({ client: redisClient }) : undefined }));

if (process.env.NODE_ENV !== 'production') {
  // clean-next state/http-session -- at the developer's desk only
  app.use(session({ secret: 'x' }));
}
