module.exports = {
  // expect-next config/hard-coded-credential info {name=sessionSecret}
  sessionSecret: process.env.SESSION_SECRET || 'Zk39xP71qLm0',
};
