import { isMap, isScalar, isSeq } from 'yaml';
import type { Span } from '../../base/text.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { span, type YamlNode } from '../../syntax/yaml/ask.js';

/** What leaves the program: figures, the ways of requests through services, logs that machines read, or all of it through the agent of a product. */
export type Telemetry = 'metrics' | 'traces' | 'logs' | 'agent';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** An agent that a start command loads, or an annotation by which a collector finds the pods. */
    'telemetry.sign': { readonly what: Telemetry; readonly via: string };
  }
}

/** Agents by the words that load them. */
const agents: readonly (readonly [Telemetry, string, RegExp])[] = [
  ['traces', 'OpenTelemetry', /-javaagent:\S*opentelemetry[\w.-]*\.jar|\bopentelemetry-instrument\s|@opentelemetry\/auto-instrumentations-node\/register|\botel-dotnet-auto\b|\bOpenTelemetry\.AutoInstrumentation\b/],
  ['traces', 'SkyWalking', /-javaagent:\S*skywalking-agent[\w.-]*\.jar|\bsw-python run\b/], ['metrics', 'Prometheus JMX exporter', /-javaagent:\S*jmx_prometheus_javaagent[\w.-]*\.jar/],
  ['agent', 'Elastic APM', /-javaagent:\S*elastic-apm-agent[\w.-]*\.jar|elastic-apm-node\/start/], ['agent', 'Datadog', /-javaagent:\S*dd-java-agent[\w.-]*\.jar|\bddtrace-run\s|\bdd-trace\/init\b/],
  ['agent', 'New Relic', /-javaagent:\S*newrelic[\w.-]*\.jar|\bnewrelic-admin run-program\b/], ['agent', 'Pinpoint', /-javaagent:\S*pinpoint-bootstrap[\w.-]*\.jar/], ['agent', 'Scouter', /-javaagent:\S*scouter\.agent[\w.-]*\.jar/],
  ['agent', 'WhaTap', /-javaagent:\S*whatap\.agent[\w.-]*\.jar|\bwhatap-start-agent\b/], ['agent', 'Jennifer', /-javaagent:\S*jennifer[\w.-]*\.jar/], ['agent', 'Application Insights', /-javaagent:\S*applicationinsights-agent[\w.-]*\.jar/], ['agent', 'Dynatrace', /-agentpath:\S*liboneagent\S*/],
  ['agent', 'Glowroot', /-javaagent:\S*glowroot[\w.-]*\.jar/],
];

/** Annotations of pods and Services, and the value that switches off what they ask for. */
const annotations: readonly (readonly [Telemetry, string, RegExp])[] = [
  ['metrics', 'prometheus.io/scrape', /^prometheus\.io\/scrape$/], ['metrics', 'prometheus.io/scrape', /^k8s\.grafana\.com\/scrape$/],
  ['traces', 'OpenTelemetry Operator', /^instrumentation\.opentelemetry\.io\/inject-\w+$/], ['traces', 'OpenTelemetry Operator', /^sidecar\.opentelemetry\.io\/inject$/],
  ['agent', 'Datadog', /^ad\.datadoghq\.com\/[\w.-]+\.(?:logs|checks|check_names|instances)$/], ['agent', 'Datadog', /^admission\.datadoghq\.com\/\w+-lib\.version$/], ['agent', 'Elastic APM', /^co\.elastic\.apm\/attach$/],
];

/** Words of which one stands wherever an agent is loaded. */
const words = ['-javaagent', '-agentpath', 'opentelemetry-instrument', 'auto-instrumentations-node', 'AutoInstrumentation', 'otel-dotnet-auto', 'ddtrace-run', 'dd-trace', 'newrelic-admin', 'sw-python', 'whatap-start-agent', 'elastic-apm-node'].map((word) => [word]);
const loads = /-javaagent:|-agentpath:|opentelemetry-instrument|auto-instrumentations-node|AutoInstrumentation|otel-dotnet-auto|ddtrace-run|dd-trace\/init|newrelic-admin|sw-python|whatap-start-agent|elastic-apm-node\/start/;

function emitAgents(text: string, place: (at: Span) => Span, cx: FactFileContext): void {
  for (const [what, via, pattern] of agents) {
    const found = pattern.exec(text);
    if (found) cx.emit('telemetry.sign', place({ start: found.index, end: found.index + found[0].trimEnd().length }), { what, via });
  }
}

const dockerfile = factMatcher({
  language: 'dockerfile', needles: words,
  on: {
    file(node, cx) {
      for (const instruction of node.instructions) {
        if (!/^(?:ENV|CMD|ENTRYPOINT)$/i.test(instruction.getKeyword())) continue;
        const at = node.span(instruction.getRange());
        emitAgents(cx.text.slice(at.start, at.end), (found) => ({ start: at.start + found.start, end: at.start + found.end }), cx);
      }
    },
  },
});

const script = factMatcher({
  language: 'lines', files: ['**/*.{sh,conf,service}', '**/Procfile', '**/.env*', '**/entrypoint'], needles: words,
  on: {
    file({ lines }, cx) {
      for (const line of lines) if (!/^\s*#/.test(line.text)) emitAgents(line.text, ({ start, end }) => ({ start: line.start + start, end: line.start + end }), cx);
    },
  },
});

const yaml = factMatcher({
  language: 'yaml', needles: [...words, ['prometheus.io/scrape'], ['k8s.grafana.com/scrape'], ['instrumentation.opentelemetry.io'], ['sidecar.opentelemetry.io'], ['ad.datadoghq.com'], ['admission.datadoghq.com'], ['co.elastic.apm']],
  on: {
    document({ doc }, cx) {
      walk(doc.contents ?? undefined, cx);
    },
  },
});

/** Texts that load agents and keys that are annotations, wherever they stand. */
function walk(node: unknown, cx: FactFileContext): void {
  if (isScalar(node)) {
    if (typeof node.value === 'string' && node.value.includes('-') && loads.test(node.value)) emitAgents(node.value, () => span(node as YamlNode), cx);
  } else if (isSeq(node)) for (const item of node.items) walk(item, cx);
  else if (isMap(node)) {
    for (const { key, value } of node.items) {
      if (isScalar(key) && typeof key.value === 'string' && key.value.includes('/')) annotation(key as YamlNode, key.value, value, cx);
      walk(value, cx);
    }
  }
}

function annotation(key: YamlNode, name: string, value: unknown, cx: FactFileContext): void {
  if (isScalar(value) && /^(?:false|no|off)$/i.test(String(value.value))) return;
  const found = annotations.find(([, , pattern]) => pattern.test(name));
  if (found) cx.emit('telemetry.sign', span(key), { what: found[0], via: found[1] });
}

/** `telemetry.sign`: what start commands and manifests say of metrics and traces. Dependencies are joined in `telemetryOf`. */
export const telemetrySignFacts: FactExtractor = { kinds: ['telemetry.sign'], matchers: [dockerfile, script, yaml] };
