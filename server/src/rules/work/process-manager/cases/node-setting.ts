import cluster from 'node:cluster';

const workers = Number(process.env.WEB_CONCURRENCY ?? 1);
if (cluster.isPrimary) {
  for (let i = 0; i < workers; i++) {
    // expect-next work/process-manager warning {tool=cluster,setting=WEB_CONCURRENCY}
    cluster.fork();
  }
}
