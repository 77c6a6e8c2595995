exports.stopOnSignal = (server) => {
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.close());
};
