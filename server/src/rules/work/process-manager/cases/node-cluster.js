const cluster = require('cluster');
const os = require('os');
const child = require('child_process');

const count = os.cpus().length;
if (cluster.isMaster) {
  for (let i = 0; i < count; i++) {
    // expect-next work/process-manager warning {tool=cluster,count=os.cpus()}
    cluster.fork();
  }
  // clean-next work/process-manager -- replaces a worker that died; the start above tells
  cluster.on('exit', () => cluster.fork());
}
// clean-next work/process-manager -- a child process for one task, no worker
child.fork('./thumbnail.js');
