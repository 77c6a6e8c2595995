module.exports = {
  // clean-next state/http-session -- the default cache of the server lies in Redis
  plugin: require('@hapi/yar'),
  options: { maxCookieSize: 0, storeBlank: false, cookieOptions: { password: process.env.COOKIE_PASSWORD } },
};
