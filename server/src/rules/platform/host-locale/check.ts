import type { Place } from '../../../contract/finding.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import { deployables } from '../../../facts/deployable.js';
import type { HostAssumption } from '../../../facts/host-locale.js';
import { joinReads } from '../../../facts/join.js';
import { applicationIn, factsIn, webReads, type Application } from '../../../facts/java/web-application.js';
import { isKorean } from '../../../generators/dockerfile/evidence.js';
import { workloadsOf } from '../../../generators/probes.js';

type Assumption = Fact<'host.assumption'>;
type Subject = 'zone' | 'charset';

const jvmOptions = /^(?:JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|JAVA_OPTS|JAVA_ARGS|CATALINA_OPTS|JVM_\w+|\w*JAVA_OPT\w*)$/;
const options: Readonly<Record<Subject, RegExp>> = { zone: /-Duser\.timezone/, charset: /-Dfile\.encoding/ };
const variables: Readonly<Record<Subject, RegExp>> = { zone: /^TZ$/, charset: /^(?:LANG|LC_ALL|LC_CTYPE)$/ };

/** Whether the code, the image or a manifest decides instead of the host. */
function isSet(model: Model, application: Application, subject: Subject): boolean {
  const path = `${application.deployable.dir}/x`;
  if (factsIn(model.facts('host.locale'), application).some(({ value }) => value.covers === subject) || model.factsFor('host.locale', path).some(({ value, file }) => value.covers === subject && !/\.(?:java|kt)$/.test(file))) return true;
  const environment = model.factsFor('config.environment', path).map(({ value }) => value);
  if (environment.some(({ name, value = '' }) => variables[subject].test(name) || (jvmOptions.test(name) && options[subject].test(value)))) return true;
  if (model.factsFor('image.dockerfile', path).some(({ value }) => options[subject].test(`${value.entrypoint?.text ?? ''} ${value.command?.text ?? ''}`))) return true;
  const containers = workloadsOf(model, application.deployable.dir).flatMap(({ value }) => value.containers);
  return containers.some(({ flags, mounts }) => flags.some((flag) => options[subject].test(flag)) || (subject === 'zone' && mounts.some((mount) => mount.path === '/etc/localtime')));
}

/** From what hurts most: wrong decisions, wrong dates, wrong hours, broken text. */
const order: readonly HostAssumption['what'][] = ['cutoff', 'day', 'schedule', 'charset'];

/** Places that matter to this application. Dates and hours that nobody expects in a zone of their own are left to UTC. */
function relevant(model: Model, application: Application): readonly Assumption[] {
  const korean = isKorean(model, application.deployable.dir, application.deployable.module);
  const wanted = factsIn(model.facts('host.assumption'), application).filter(({ value }) => value.what === 'cutoff' || value.what === 'charset' || korean);
  const open = wanted.filter(({ value }) => !isSet(model, application, value.what === 'charset' ? 'charset' : 'zone'));
  return [...open].sort((a, b) => order.indexOf(a.value.what) - order.indexOf(b.value.what));
}

function placeOf({ file, range }: Place): Place {
  return { file, range };
}

/** Looks at each build file and tells once per application what it leaves to the host. */
export const leftToHost: ProjectCheck<'build.module'> = {
  subject: 'build.module',
  reads: [...webReads, ...joinReads, 'host.assumption', 'host.locale', 'config.environment', 'config.property'],
  check(subject, { model, report }) {
    if (model.moduleOf(subject.file).buildFile !== subject.file) return;
    const application = applicationIn(model, subject.module);
    const places = application ? relevant(model, application) : [];
    const [first] = places;
    if (!application || !first) return;
    // Two applications may share a module: the first of them speaks of it.
    const sharing = deployables(model).find(({ dir }) => applicationIn(model, dir)?.dirs.includes(first.module));
    if (sharing?.dir !== application.deployable.dir) return;
    const alike = places.filter(({ value }) => value.what === first.value.what);
    report({
      at: placeOf(first), say: first.value.what, args: { name: application.deployable.module.name, via: first.value.via, count: alike.length },
      also: places.slice(1, 10).map((place) => ({ ...placeOf(place), say: 'place', args: { via: place.value.via } })),
      data: { dir: application.deployable.dir, zone: isKorean(model, application.deployable.dir, application.deployable.module) && first.value.what !== 'charset' },
    });
  },
};
