import { imageName } from './image-name.js';
import type { K8sContainer } from './kinds.js';

/** Containers that accompany the application in its pod. */
const companions = /^(?:istio-proxy|proxyv2|linkerd-proxy|proxy-init|envoy|daprd|fluentd?[\w-]*|fluent-bit|filebeat|promtail|vector|telegraf|vault-agent[\w-]*|vault|cloud-?sql-proxy|gce-proxy|oauth2-proxy|opentelemetry-collector[\w-]*|otel[\w-]*|jaeger-agent|datadog-agent|agent|statsd-exporter|[\w-]+-exporter|git-sync|kube-rbac-proxy|config-reloader|k8s-sidecar)$/;

/** Whether a container accompanies the application, by its name or image. */
export function isCompanion(container: K8sContainer): boolean {
  return companions.test(container.name ?? '') || companions.test(imageName(container.image)?.last ?? '');
}
