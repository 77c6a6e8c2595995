import type { Place } from '../../../contract/finding.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { isInJoin, joinReads, joinWorkload, type Join } from '../../../facts/join.js';
import { copiesOf } from '../../../facts/kubernetes/relate.js';
import { mainContainer } from '../../../facts/kubernetes/role.js';
import type {} from '../../../facts/java/start-work.js';
import { applicationIn, settingIn, webReads, type Application } from '../../../facts/java/web-application.js';
import { imageSourceOf } from '../../../facts/image/of.js';

/** Something that delays the first answer, and how surely it does: two points are needed to speak of it. */
interface Delay {
  readonly via: string;
  readonly points: 1 | 2;
  /** Seconds, when the code or the image states them. */
  readonly seconds: number;
  readonly place?: Place;
}

/** A start that takes longer than this anyway has been thought of, in seconds. */
const allowed = 60;

const migrations: readonly (readonly [library: RegExp, name: string, key: string])[] = [
  [/:(?:liquibase-core|spring-boot(?:-starter)?-liquibase)$/, 'Liquibase', 'spring.liquibase.enabled'],
  [/:(?:flyway-core|spring-boot(?:-starter)?-flyway)$/, 'Flyway', 'spring.flyway.enabled'],
];

/** Migrations that Spring Boot runs before it opens the port; cut off in the middle they leave a lock behind. */
function migrationsOf(model: Model, application: Application): readonly Delay[] {
  if (application.deployable.module.bootVersion === undefined) return [];
  return migrations.filter(([library, , key]) => application.libraries.some((name) => library.test(name)) && settingIn(model, application, key) !== 'false')
    .map(([, via]) => ({ via, points: 2, seconds: 0 }));
}

function imageDelays(model: Model, application: Application): readonly Delay[] {
  const file = imageSourceOf(model, application.deployable)?.file;
  const image = model.facts('image.dockerfile').find((fact) => fact.file === file);
  const match = /\bsleep\s+(\d+)(m?)\b/.exec(`${image?.value.entrypoint?.text ?? ''} ${image?.value.command?.text ?? ''}`);
  const seconds = match ? Number(match[1]) * (match[2] === 'm' ? 60 : 1) : 0;
  return image && seconds >= 10 ? [{ via: `sleep ${match?.[1] ?? ''}${match?.[2] ?? ''}`, points: 2, seconds, place: image }] : [];
}

function delaysOf(model: Model, joined: Join): readonly Delay[] {
  const code = model.facts('start.work').filter((fact) => isInJoin(joined, fact))
    .map((fact): Delay => ({ via: fact.value.via, points: ['load', 'call'].includes(fact.value.what) ? 1 : 2, seconds: 0, place: fact }));
  const applications = joined.modules.flatMap(({ dir }) => applicationIn(model, dir) ?? []);
  return [...applications.flatMap((application) => [...imageDelays(model, application), ...migrationsOf(model, application)]), ...code];
}

function placeOf({ file, range }: Place): Place {
  return { file, range };
}

/** Looks at each workload that is restarted when it does not answer soon, and joins it with what its code does at the start. */
export const slowStart: ProjectCheck<'k8s.workload'> = {
  subject: 'k8s.workload',
  reads: [...joinReads, ...webReads, 'start.work', 'image.pipeline'],
  check(workload, { model, report }) {
    const container = mainContainer(workload);
    const seconds = container?.livenessAllows;
    if (!container || seconds === undefined || container.probes.startup !== undefined || copiesOf(model, workload)[0] !== workload) return;
    const joined = joinWorkload(model, workload);
    const delays = joined ? delaysOf(model, joined) : [];
    const longest = Math.max(0, ...delays.map((delay) => delay.seconds));
    if (seconds > allowed + longest || delays.reduce((sum, { points }) => sum + points, 0) < 2) return;
    const names = [...new Set(delays.map(({ via }) => via))];
    report({
      at: { file: workload.file, range: container.at },
      say: 'slow', args: { seconds, kind: workload.value.kind, name: workload.value.name ?? '', what: names.slice(0, 3).join(', ') },
      also: delays.flatMap(({ place, via }) => (place ? [{ ...placeOf(place), say: 'work', args: { via } }] : [])).slice(0, 10),
      data: { start: workload.range.start },
    });
  },
};
