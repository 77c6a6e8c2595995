module.exports = {
  // expect-next state/http-session error {cache=session}
  plugin: require('@hapi/yar'),
  options: { maxCookieSize: 0, cache: { cache: 'session' }, cookieOptions: { password: process.env.COOKIE_PASSWORD } },
};
