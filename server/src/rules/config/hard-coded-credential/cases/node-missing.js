if (!process.env.JWT_SECRET) {
  // expect-next config/hard-coded-credential info
  process.env.JWT_SECRET = 's3cure-key-91';
}
exports.settings = { secret: process.env.JWT_SECRET };
