module.exports = {
  apps: [
    // expect-next work/process-manager {tool=pm2,count=max}
    { name: 'web', script: './server.js', instances: 'max' },
    // clean-next work/process-manager -- one process
    { name: 'worker', script: './worker.js', instances: 1 },
  ],
};
