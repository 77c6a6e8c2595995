import { dirname } from '../../base/paths.js';
import type { Place } from '../../contract/finding.js';
import type { Fact, Model } from '../../contract/workspace.js';
import { effectiveModule } from '../build/effective.js';
import '../environment.js';
import '../kubernetes/kinds.js';
import { valuesOf } from '../settings.js';
import type { Telemetry } from './telemetry-sign.js';

/** One way in which something about the running program leaves it. */
export interface TelemetrySign {
  readonly what: Telemetry;
  /** What the reader would search for: a package, a kind of object, an annotation, an agent. */
  readonly via: string;
  readonly places: readonly Place[];
  /** Metrics are counted, but no setting opens the endpoint that hands them out (Spring Boot opens health alone by itself). */
  readonly closed?: true;
}

type Row = readonly [Telemetry, RegExp];

/** Packages by the names that their indexes give them; an API alone sends nothing, so SDKs, exporters and instrumentations count. */
const packages: readonly Row[] = [
  ['metrics', /^io\.micrometer:micrometer-registry-[\w-]+$|^io\.prometheus:(?:simpleclient(?:_(?:hotspot|servlet|httpserver|spring_\w+|pushgateway|dropwizard))?|prometheus-metrics-(?:core|exporter-[\w-]+|instrumentation-[\w-]+))$|^io\.quarkus:quarkus-(?:micrometer(?:-registry-\w+)?|smallrye-metrics)$|^org\.eclipse\.microprofile\.metrics:|^io\.micronaut\.micrometer:micronaut-micrometer-registry-|^io\.helidon\.(?:metrics|microprofile\.metrics):/],
  ['metrics', /^(?:prom-client|express-prom-bundle|@willsoto\/nestjs-prometheus|fastify-metrics|swagger-stats|koa-prom-bundle|hot-shots|node-statsd)$/], ['metrics', /^(?:prometheus-client|django-prometheus|prometheus-flask-exporter|prometheus-fastapi-instrumentator|starlette-exporter|starlette-prometheus|aioprometheus|statsd|flask-prometheus-metrics)$/],
  ['metrics', /^(?:prometheus-net(?:\.\w+)*|App\.Metrics(?:\.\w+)*|OpenTelemetry\.Exporter\.Prometheus\.\w+)$/i], ['metrics', /^github\.com\/(?:prometheus\/client_golang|VictoriaMetrics\/metrics|slok\/go-http-metrics|zsais\/go-gin-prometheus|labstack\/echo-contrib)$/], ['metrics', /^(?:promphp\/prometheus_client_php|spatie\/laravel-prometheus|artprima\/prometheus-metrics-bundle|endclothing\/prometheus_client_php)$/],
  ['traces', /^io\.opentelemetry(?:\.\w+)*:(?!opentelemetry-(?:api|context|semconv|bom)|.*-bom)|^io\.micrometer:micrometer-tracing-bridge-|^io\.zipkin\.\w+(?:\.\w+)*:|^org\.springframework\.cloud:spring-cloud-(?:starter-)?(?:sleuth|zipkin)|^org\.springframework\.boot:spring-boot-starter-(?:opentelemetry|zipkin)$|^io\.jaegertracing:|^io\.quarkus:quarkus-(?:opentelemetry|smallrye-opentracing)|^org\.apache\.skywalking:apm-toolkit-|^io\.opentracing\.(?:contrib|brave):|^com\.amazonaws:aws-xray-recorder-sdk-|^io\.micronaut\.tracing:/],
  ['traces', /^@opentelemetry\/(?:sdk-|exporter-|auto-|instrumentation)|^(?:jaeger-client|zipkin|aws-xray-sdk(?:-\w+)?|@vercel\/otel|nestjs-otel|skywalking-backend-js)$/], ['traces', /^opentelemetry-(?:sdk|exporter-|instrumentation|distro)|^(?:jaeger-client|aws-xray-sdk|logfire|django-opentracing)$/],
  ['traces', /^OpenTelemetry(?:\.(?!Api$|Exporter\.Prometheus)\w+)*$|^Zipkin|^AWSXRayRecorder/], ['traces', /^go\.opentelemetry\.io\/(?:otel\/(?:sdk|exporters\/)|contrib\/instrumentation\/)|^github\.com\/(?:uber\/jaeger-client-go|openzipkin\/zipkin-go|aws\/aws-xray-sdk-go)/], ['traces', /^open-telemetry\/(?:sdk|exporter-|opentelemetry-auto-|opentelemetry$)/],
  ['logs', /^net\.logstash\.logback:logstash-logback-encoder$|^co\.elastic\.logging:|^com\.github\.loki4j:|^de\.siegmar:logback-gelf$|^biz\.paluch\.logging:logstash-gelf$|^org\.apache\.logging\.log4j:log4j-layout-template-json$|^ch\.qos\.logback\.contrib:logback-json-|^io\.quarkus:quarkus-logging-(?:json|gelf)$/],
  ['logs', /^(?:pino(?:-http)?|nestjs-pino|express-pino-logger|bunyan|winston-loki|@elastic\/ecs-[\w-]+|@google-cloud\/logging-winston)$/], ['logs', /^(?:python-json-logger|structlog|ecs-logging|django-structlog|google-cloud-logging|json-logging|python-logstash(?:-async)?)$/],
  ['logs', /^(?:Serilog\.Formatting\.(?:Compact|Elasticsearch)|Serilog\.Sinks\.(?:Seq|Elasticsearch|OpenTelemetry|Grafana\.Loki|Http|Graylog|Fluentd)|Elastic\.(?:CommonSchema\.Serilog|Serilog\.Sinks|Extensions\.Logging)|NLog\.Targets\.\w+)$/], ['logs', /^(?:go\.uber\.org\/zap|github\.com\/(?:rs\/zerolog|sirupsen\/logrus))$/],
  ['agent', /^co\.elastic\.apm:apm-agent-|^com\.datadoghq:(?:dd-trace-|dd-java-agent)|^com\.newrelic\.(?:agent|telemetry)\.|^com\.navercorp\.pinpoint:|^com\.microsoft\.azure:applicationinsights-|^scouter:/], ['agent', /^(?:elastic-apm-node|dd-trace|newrelic|applicationinsights|@newrelic\/\w[\w-]*|@instana\/collector|whatap)$/], ['agent', /^(?:elastic-apm|ddtrace|newrelic|azure-monitor-opentelemetry|opencensus-ext-azure|scout-apm|instana|whatap-python)$/],
  ['agent', /^(?:Elastic\.Apm(?:\.\w+)*|Datadog\.Trace(?:\.\w+)*|NewRelic\.Agent(?:\.\w+)*|Microsoft\.ApplicationInsights(?:\.\w+)*|Azure\.Monitor\.OpenTelemetry\.\w+)$/], ['agent', /^github\.com\/(?:newrelic\/go-agent|DataDog\/dd-trace-go)|^gopkg\.in\/DataDog\/dd-trace-go|^go\.elastic\.co\/apm|^github\.com\/whatap\/go-api/], ['agent', /^(?:datadog\/dd-trace|scoutapp\/scout-apm-\w+|philkra\/elastic-apm-\w+|nipwaayoni\/elastic-apm-\w+)$/],
];

/** Objects by which collectors in a cluster find programs. */
const objects: readonly (readonly [Telemetry, RegExp])[] = [
  ['metrics', /^monitoring\.(?:coreos|googleapis|rhobs)\.com\/.*\|(?:Service|Pod|Cluster(?:Pod)?)Monitor(?:ing)?$/], ['metrics', /^operator\.victoriametrics\.com\/.*\|VM(?:Service|Pod)Scrape$/],
  ['traces', /^opentelemetry\.io\/.*\|(?:Instrumentation|OpenTelemetryCollector)$/],
];

/** Variables that tell an SDK or agent where to send. */
const variables: readonly (readonly [Telemetry, string, RegExp])[] = [
  ['traces', 'OTEL_EXPORTER_OTLP_ENDPOINT', /^OTEL_(?:EXPORTER_\w+_ENDPOINT|TRACES_EXPORTER|METRICS_EXPORTER)$/], ['agent', 'Datadog', /^DD_(?:AGENT_HOST|TRACE_AGENT_URL|TRACE_AGENT_HOSTNAME)$/], ['agent', 'Elastic APM', /^ELASTIC_APM_SERVER_URLS?$/],
  ['agent', 'New Relic', /^NEW_RELIC_(?:APP_NAME|LICENSE_KEY)$/], ['agent', 'Application Insights', /^APPLICATIONINSIGHTS_CONNECTION_STRING$|^APPINSIGHTS_INSTRUMENTATIONKEY$/], ['traces', 'SkyWalking', /^SW_AGENT_COLLECTOR_BACKEND_SERVICES$/],
];

const exposure = 'management.endpoints.web.exposure.include';

/** Whether a setting opens the endpoint for Prometheus; what only the deployment knows may. */
function isOpened(model: Model, file: string): boolean {
  return valuesOf(model, file, exposure).some(({ value }) => value === undefined || /\*|prometheus|\$\{/.test(value)) || valuesOf(model, file, 'management.server.port').some(({ value }) => value === undefined);
}

function ofPackages(model: Model): readonly TelemetrySign[] {
  return model.facts('build.module').flatMap((fact) => {
    // A parent of other modules runs nothing by itself; those below it inherit what it names.
    if (fact.value.packaging === 'pom' || model.roleOf(fact.file) !== 'product') return [];
    return namesIn(model, fact).flatMap((name) => packages.filter(([, pattern]) => pattern.test(name)).slice(0, 1).map(([what]): TelemetrySign => {
      const closed = name === 'io.micrometer:micrometer-registry-prometheus' && fact.value.tool !== 'npm' && usesBoot(model, fact) && !isOpened(model, fact.file);
      return { what, via: name, places: [{ file: fact.file, range: fact.range }], ...(closed ? { closed: true as const } : {}) };
    }));
  });
}

function namesIn(model: Model, fact: Fact<'build.module'>): readonly string[] {
  const joined = effectiveModule(model, dirname(fact.file));
  return [...new Set([...fact.value.dependencies, ...(joined?.tool === fact.value.tool ? joined.dependencies : [])])];
}

function usesBoot(model: Model, fact: Fact<'build.module'>): boolean {
  return namesIn(model, fact).some((name) => name.startsWith('org.springframework.boot:'));
}

function ofManifests(model: Model): readonly TelemetrySign[] {
  const made = model.facts('k8s.object').flatMap(({ file, range, value }) => objects.filter(([, pattern]) => pattern.test(`${value.apiVersion}|${value.kind}`)).map(([what]) => ({ what, via: value.kind, places: [{ file, range }] })));
  const set = model.facts('config.environment').flatMap(({ file, range, value }) => variables.filter(([, , pattern]) => pattern.test(value.name) && value.value !== 'none').map(([what, via]) => ({ what, via, places: [{ file, range }] })));
  const told = model.facts('telemetry.sign').map(({ file, range, value }) => ({ ...value, places: [{ file, range }] }));
  return [...made, ...set, ...told];
}

/** So many places tell enough of one way. */
const shown = 10;

/** One entry for each way, with its places; `closed` only where every place is. */
function joined(signs: readonly TelemetrySign[]): readonly TelemetrySign[] {
  const groups = new Map<string, TelemetrySign>();
  for (const sign of signs) {
    const name = `${sign.what} ${sign.via}`;
    const known = groups.get(name);
    if (!known) groups.set(name, sign);
    else groups.set(name, { what: sign.what, via: sign.via, places: [...known.places, ...sign.places].slice(0, shown), ...(known.closed && sign.closed ? { closed: true as const } : {}) });
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, sign]) => sign);
}

const key = {};

/**
 * Whether metrics, traces and logs leave the programs of the workspace in a standard way, sorted by what leaves. A dependency
 * is evidence that the code can, with the build file as its place; what a cluster or an agent does is placed where it is written.
 */
export function telemetryOf(model: Model): readonly TelemetrySign[] {
  return model.once(key, () => joined([...ofPackages(model), ...ofManifests(model)]));
}
