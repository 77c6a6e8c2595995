import cluster from 'node:cluster';

export const startWeb = (): void => {
  // expect-next work/process-manager warning {tool=cluster}
  cluster.fork({ WORKER: 'web' });
};

function startOne(): void {
  // expect-next work/process-manager warning {tool=cluster,count=4}
  cluster.fork();
}

export function startAll(): void {
  for (let i = 0; i < 4; i++) startOne();
}
