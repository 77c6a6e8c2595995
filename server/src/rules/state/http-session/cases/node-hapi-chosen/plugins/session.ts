import yar from '@hapi/yar';

export const visits = {
  // expect-next state/http-session warning {setting=REDIS_HOST}
  plugin: yar,
  options: { cache: { cache: 'visits' }, cookieOptions: { password: process.env.COOKIE_PASSWORD } },
};

export const session = {
  // clean-next state/http-session -- nothing tells what the cache is
  plugin: yar,
  options: { cache: { cache: 'session' }, cookieOptions: { password: process.env.COOKIE_PASSWORD } },
};
