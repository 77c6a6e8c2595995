import { basename } from '../base/paths.js';
import type { NamedDocument } from '../contract/finding.js';

/** Names under which a library, a server or a platform looks for such a document by itself; nobody has to write them. */
const found: { readonly [kind in NamedDocument]: RegExp } = {
  logging: /^(?:log4j2?|logback|logging)(?:[-_.](?:test|spring|access|access-spring))?$|^(?:commons-logging|jboss-(?:log4j|logging)|portal-log4j(?:-ext)?|module-log4j(?:-ext)?)$/i,
  jgroups: /^(?:default[-_].*|(?:jgroups|infinispan|hazelcast)\b.*|udp|tcp\w*|sequencer|toa|stacks?)$/i,
  beans: /^(?:applicationContext|[\w.-]+-servlet|beanRef(?:Context|Factory)|cxf|camel-?context|resources|activemq|\w*module\w*(?:[-.]?context)?|[\w.-]+\.cfg|deployerConfigContext)$/i,
  hibernate: /^(?:hibernate|[\w.-]*\.cfg)$/i,
  settings: /^$/,
};

/** Folders whose files are taken in by the folder, and what frameworks gather from all libraries. */
const gathered = /(?:^|\/)(?:META-INF|OSGI-INF|deployments|[\w.-]+\.d)\//;

/** Code or configuration that says itself what is read writes one of these; where nothing does, a platform or a server decides. */
const loaders: { readonly [kind in NamedDocument]: readonly string[] } = {
  logging: ['logback', 'log4j', 'slf4j', 'log4j2', 'logging'],
  jgroups: ['jgroups', 'infinispan', 'JChannel'],
  beans: [
    'contextConfigLocation', 'ImportResource', 'import resource', 'ClassPathXmlApplicationContext', 'FileSystemXmlApplicationContext', 'GenericXmlApplicationContext',
    'XmlWebApplicationContext', 'XmlBeanDefinitionReader',
  ],
  hibernate: ['hibernate'],
  settings: [],
};

/** What follows the beginning of a name where code or a pattern leaves the rest open, and what stands before its end. */
const openEnds = ['"', "'", '${', '$', '#{', '{', '%', '?', '['];
const openBeginnings = ['*', '"', "'", '}', ')'];
/** What stands before a pattern that takes in all files at the root. */
const beforeAll = ['"', "'", '}', ':', ':/', '"/', "'/", '}/'];
/** What follows a folder where all that is in it is taken, and where the name of a file in it is left open. */
const afterFolder = ['"', "'", '<', ',', '/"', "/'", '/<', '/,', '/*', '/${', '/%', '/{'];

interface Name {
  readonly stem: string;
  readonly ending: string;
  /** Where a part of the stem begins: after `-`, `_` and `.`, and at capitals. */
  readonly cuts: readonly number[];
}

function nameOf(path: string): Name {
  const name = basename(path);
  const ending = /\.\w+$/.exec(name)?.[0] ?? '';
  const stem = name.slice(0, name.length - ending.length);
  return { stem, ending, cuts: [...stem.matchAll(/(?<=\w[-_.])\w|(?<=[a-z0-9])[A-Z]/g)].map(({ index }) => index) };
}

/** Ways to write a name as a pattern: `context-*`, `context*.xml`, `*-security.xml`, `*security*`. */
function patterns({ stem, ending, cuts }: Name): readonly string[] {
  const beginnings = [...stem].flatMap((_, at) => (at > 1 ? [`${stem.slice(0, at)}*${ending}`] : []));
  const middles = cuts.flatMap((from) => [...cuts, stem.length].filter((to) => to > from + 2).map((to) => `*${stem.slice(from, to).replace(/[-_.]$/, '')}*`));
  return [...beginnings, `${stem}*`, ...cuts.flatMap((cut) => [`${stem.slice(0, cut)}*`, `${stem.slice(0, cut)}**`]), ...middles];
}

/** Ways to write a name that is put together: `"context-" + part`, `context-${part}.xml`, `part + "-security.xml"`. */
function compositions(kind: NamedDocument, { stem, ending, cuts }: Name): readonly string[] {
  // The first of many parts is mostly that of the project, and begins names of all kinds.
  const usual = kind === 'beans' || cuts.length < 2 ? cuts : cuts.slice(1);
  const ends = cuts.map((cut) => (/[-_.]/.test(stem[cut - 1] ?? '') ? cut - 1 : cut)).map((cut) => stem.slice(cut) + ending);
  return [...usual.flatMap((cut) => openEnds.map((end) => stem.slice(0, cut) + end)), ...ends.flatMap((end) => openBeginnings.map((start) => start + end))];
}

/** Path below the root of its class path or web application; `undefined` elsewhere. */
function belowRoot(path: string): string | undefined {
  return /(?:^|\/)(?:src\/main\/(?:resources[\w-]*|java|webapp|config)|WebContent|webapp)\/(.*)$/.exec(path)?.[1];
}

/** Folders of a path below the root of its class path or web application; all of them elsewhere. */
function foldersOf(path: string): readonly string[] {
  return (belowRoot(path) ?? path).split('/').slice(0, -1);
}

/** Ways to take in all files of a folder, or to leave open which one. */
function folderPatterns(path: string, ending: string): readonly string[] {
  const folders = foldersOf(path);
  const last = folders.at(-1);
  const direct = last === undefined ? beforeAll.map((before) => `${before}*${ending}`) : [`${last}/*`, `${last}/"`, `${last}/'`, `${last}/\${`];
  const whole = folders.slice(1).flatMap((folder, at) => afterFolder.map((after) => `${folders[at] ?? ''}/${folder}${after}`));
  return [...direct, ...whole, ...folders.map((folder) => `${folder}/**/*`), ...['classpath*:', 'classpath:'].flatMap((scheme) => [`${scheme}**`, `${scheme}/**`])];
}

/** Ways to write the name of a document: as it is, without its ending, as a pattern or put together of parts; Spring takes beans and settings by their folder as well. */
export function waysToName(path: string, kind: NamedDocument): readonly string[] {
  const name = nameOf(path);
  return [basename(path), name.stem, ...patterns(name), ...compositions(kind, name), ...(/^(?:beans|settings)$/.test(kind) ? folderPatterns(path, name.ending) : [])];
}

/** Whether nobody has to name a document for it to be read: it is found by its name or its folder. */
export function isFoundByItself(path: string, kind: NamedDocument): boolean {
  // Libraries look for their settings at the root of the class path, programs in a folder of their own.
  const isInFolder = belowRoot(path)?.includes('/') === true;
  return (kind === 'settings' && !isInFolder) || found[kind].test(basename(path).replace(/\.\w+$/, '')) || gathered.test(path);
}

/** What is written where the workspace says itself which documents of a kind are read: without any of it, something else decides. */
export function loadersOf(kind: NamedDocument): readonly string[] {
  return loaders[kind];
}
