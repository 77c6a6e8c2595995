const { logins } = require('./users');

exports.onLogin = async (req, res) => {
  // expect-next network/host-identity info
  await logins.create({ user: req.user.id, ipAddress: req.connection.remoteAddress });
  res.sendStatus(204);
};

exports.onError = (error, req, res, next) => {
  // clean-next network/host-identity -- only logged
  console.error('failed', { ip: req.ip, error });
  next(error);
};
