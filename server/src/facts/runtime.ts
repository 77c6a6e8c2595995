import type { Fact, Model } from '../contract/workspace.js';
import { isInJoin, joinWorkload, type Join } from './join.js';
import { imageName } from './kubernetes/image-name.js';
import { mainContainer } from './kubernetes/role.js';
import type { WorkloadFact } from './kubernetes/relate.js';
import './environment.js';

export type Runtime = 'jvm' | 'dotnet' | 'node';

const tools: Readonly<Partial<Record<string, Runtime>>> = { maven: 'jvm', gradle: 'jvm', dotnet: 'dotnet', npm: 'node' };
/** A front end in a JVM application is built by npm, but served by the JVM. */
const order: readonly Runtime[] = ['jvm', 'dotnet', 'node'];

const images: readonly (readonly [Runtime, RegExp])[] = [
  ['jvm', /(?:^|\/)(?:openjdk|eclipse-temurin|temurin|amazoncorretto|corretto|liberica[\w-]*|zulu[\w-]*|sapmachine|tomcat|tomee|jetty|wildfly[\w-]*|jboss[\w-]*|payara[\w-]*|glassfish|open-?liberty|websphere[\w-]*|weblogic|jeus[\w-]*|java\d*[\w-]*|[\w-]*(?:openjdk|jdk|jre)[\w-]*)$/],
  ['dotnet', /(?:^|\/)dotnet\/(?:[\w-]+\/)?(?:aspnet|runtime|sdk|samples)$|(?:^|\/)dotnet\/framework\//],
  ['node', /(?:^|\/)node(?:js)?(?:-?\d+)?$/],
];

const variables: readonly (readonly [Runtime, RegExp])[] = [
  ['jvm', /^(?:_?JAVA_(?:TOOL_)?(?:OPTS|OPTIONS)|JDK_JAVA_OPTIONS|CATALINA_OPTS|JVM_OPTS|SPRING_\w+|QUARKUS_\w+)$/],
  ['dotnet', /^(?:ASPNETCORE_|DOTNET_)\w+$/],
  ['node', /^NODE_(?:ENV|OPTIONS)$/],
];

function ofImage(image: string | undefined): Runtime | undefined {
  const name = imageName(image);
  return name && images.find(([, pattern]) => pattern.test(name.repository))?.[0];
}

function ofCode(model: Model, join: Join): Runtime | undefined {
  const found = join.modules.map(({ tool }) => tools[tool ?? '']);
  const base = model.facts('image.dockerfile').filter(({ value, file }) => value.purpose === 'application' && (join.folders.includes(value.context) || isInJoin(join, { file, module: model.moduleOf(file).dir }))).map(({ value }) => ofImage(value.base));
  return base.find((runtime) => runtime !== undefined) ?? order.find((runtime) => found.includes(runtime));
}

/** The runtime whose heap the pods of a workload hold: by the code or the image they run, or by what they are told. */
export function runtimeOf(model: Model, workload: WorkloadFact): Runtime | undefined {
  const container = mainContainer(workload);
  const join = joinWorkload(model, workload);
  return (join && ofCode(model, join)) ?? ofImage(container?.image)
    ?? variables.find(([, pattern]) => container?.env.some((name) => pattern.test(name)))?.[0]
    ?? (container?.flags.some((flag) => flag === '-jar' || flag.startsWith('-Xm')) === true ? 'jvm' : undefined);
}

const returning: Readonly<Record<Runtime, RegExp>> = {
  jvm: /UseZGC|UseShenandoahGC|G1PeriodicGCInterval/,
  dotnet: /GCConserveMemory|gcServer\W+(?:0|false)/i,
  node: /(?!)/,
};

/** The option by which the runtime gives memory back to the system; `undefined` when none is set for it. */
export function returnsMemory(model: Model, workload: WorkloadFact, runtime: Runtime): Fact<'config.environment'> | undefined {
  const join = joinWorkload(model, workload);
  return model.facts('config.environment').find((fact) => returning[runtime].test(`${fact.value.name}=${fact.value.value ?? ''}`)
    && (fact.file === workload.file || (join !== undefined && isInJoin(join, { file: fact.file, module: fact.module }))));
}
