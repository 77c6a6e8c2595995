const { isBanned } = require('./bans');

module.exports = (req, res, next) => {
  // clean-next network/host-identity -- Express takes the address from the proxy's header
  if (isBanned(req.ip)) return res.sendStatus(403);
  next();
};
