/** Fixes that no Maven build can prove, with the reason: they change manifests, images or programs in other languages. */
export const notForMaven: Readonly<Record<string, string>> = {
  'autoscale/missing-autoscaler generate-hpa': 'writes a manifest',
  'autoscale/missing-request add-request': 'changes a manifest',
  'autoscale/replicas-conflict remove-replicas': 'changes a manifest',
  'config/hard-coded-credential secret-reference': 'changes a manifest and writes the one of a Secret',
  'image/floating-tag pin-tag': 'changes a Dockerfile or a manifest',
  'image/missing-dockerfile generate-dockerfile': 'writes a Dockerfile',
  'image/root-user non-root-user': 'changes a Dockerfile or a manifest',
  'image/shell-form-command exec-form': 'changes a Dockerfile',
  'image/shell-form-command exec-in-shell': 'changes a Dockerfile',
  'lifecycle/slow-start add-startup-probe': 'changes a manifest',
  'network/raw-socket service-port': 'changes a manifest',
  'platform/host-locale set-time-zone': 'changes a Dockerfile or a manifest',
  'platform/war-packaging put-server-into-image': 'writes or changes a Dockerfile',
  'state/http-session redis-store': 'changes a program for Node.js',
  'storage/log-file console-transport': 'changes a program for Node.js',
  'storage/upload-directory shared-volume': 'changes a manifest',
};
