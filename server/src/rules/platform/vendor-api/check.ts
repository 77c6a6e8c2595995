import { basename } from '../../../base/paths.js';
import { severityRank } from '../../../contract/finding.js';
import type { Severity } from '../../../contract/finding.js';
import type { AnyProjectCheck, ProjectContext, ProjectFound } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { deployableOf } from '../../../facts/deployable.js';
import { imageSourceOf } from '../../../facts/image/of.js';
import type {} from '../../../facts/java/vendor-server.js';
import { joinReads } from '../../../facts/join.js';

type Use = Fact<'server.vendor'>;

const relatedLimit = 20;

/** Folders asked for, per model: every use of a package asks again, and looking through all files is slow. */
const folders = new WeakMap<Model, Map<string, boolean>>();

/** Whether the workspace has sources of the package, so that the class is its own whatever its name. */
function isOwn({ value: { as, name } }: Use, model: Model): boolean {
  if (as !== 'api') return false;
  const folder = `/${name.split('.').slice(0, -1).join('/')}/`;
  const known = folders.get(model) ?? new Map<string, boolean>();
  folders.set(model, known);
  const own = known.get(folder) ?? model.files.some((file) => `/${file}`.includes(folder) && /\.(?:java|kt)$/.test(file));
  known.set(folder, own);
  return own;
}

const servers: Readonly<Record<Use['value']['vendor'], RegExp>> = {
  WebLogic: /weblogic|(?:^|[-_./])wls(?:[-_./]|$)/i, WebSphere: /websphere|liberty|(?:^|[-_./])was(?:[-_./]|$)/i, 'JBoss/WildFly': /jboss|wildfly/i, JEUS: /jeus/i, WebtoB: /webtob/i, GlassFish: /glassfish|payara/i,
};

/** A part that is kept apart for one server, such as a plug-in of a monitoring agent or `hibernate-jboss.xml` beside others of the kind: the rest does without it. */
function isAdapter({ file, value: { vendor, as } }: Use, model: Model): boolean {
  const { dir, application } = model.moduleOf(file);
  if (as === 'setting' && servers[vendor].test(basename(file))) return true;
  return (as === 'api' || as === 'setting') && servers[vendor].test(application === '' ? dir : dir.slice(application.length));
}

/** Everything of one vendor in the application of a fact. */
function together(subject: Use, model: Model): readonly Use[] {
  const { application } = model.moduleOf(subject.file);
  return model.factsFor('server.vendor', subject.file).filter((fact) => model.moduleOf(fact.file).application === application && !isOwn(fact, model) && !isAdapter(fact, model));
}

/** An application that has descriptors for several servers and imports classes of none runs on any. */
function isPortable(all: readonly Use[]): boolean {
  const descriptors = all.filter(({ value }) => value.as === 'descriptor');
  return all.every(({ value }) => value.as === 'descriptor' || value.as === 'setting') && new Set(descriptors.map(({ value }) => value.vendor)).size > 1;
}

const startsArchive = /\bjava\b(?:[^&|;]*?[\s"',])?-jar\b/;

/** Whether the image of the application starts its archive by itself: it runs without the server that the descriptor is for. */
function startsAlone({ file }: Use, model: Model): boolean {
  const deployable = deployableOf(file, model);
  const source = deployable && imageSourceOf(model, deployable)?.file;
  const image = source === undefined ? undefined : model.facts('image.dockerfile').find((fact) => fact.file === source);
  return [image?.value.entrypoint, image?.value.command].some((command) => command !== undefined && startsArchive.test(command.text));
}

function severityOf(use: Use, model: Model): Severity {
  return use.value.as === 'descriptor' && (use.value.settings.length === 0 || startsAlone(use, model)) ? 'info' : 'warning';
}

const order = { api: 0, setting: 1, descriptor: 2, server: 3 } as const;

function words({ value: { vendor, as, name, settings } }: Use, severity: Severity): Pick<ProjectFound, 'say' | 'args'> {
  if (severity === 'info') return { say: 'ignored', args: { vendor, name } };
  return as === 'api' || as === 'setting' ? { say: 'api', args: { vendor, name } } : { say: as, args: { vendor, name, settings: settings.join(', ') } };
}

function check(subject: Use, cx: ProjectContext): void {
  const all = together(subject, cx.model);
  const portable = isPortable(all);
  const own = all.filter(({ value }) => portable || value.vendor === subject.value.vendor)
    .sort((a, b) => severityRank[severityOf(b, cx.model)] - severityRank[severityOf(a, cx.model)] || order[a.value.as] - order[b.value.as]);
  const root = portable ? own.find(({ value }) => value.as === 'descriptor') : own[0];
  if (root !== subject) return;
  const severity = severityOf(subject, cx.model);
  const vendors = [...new Set(own.map(({ value }) => value.vendor))].sort().join(', ');
  cx.report({
    ...(portable ? { say: 'portable', args: { vendors } } : words(subject, severity)), severity: portable ? 'info' : severity,
    also: own.filter((use) => use !== subject).slice(0, relatedLimit).map(({ file, range, value }) => ({ file, range, say: 'more', args: { vendor: value.vendor, name: value.name } })),
  });
}

/** One finding per application and vendor: the gravest place, with the others beside it. */
export const vendorUses: AnyProjectCheck = { subject: 'server.vendor', reads: joinReads, check };
