import type { Plan } from './plan.js';
import { configMap, secret, unknownSettings } from './config.js';
import { backend } from './development.js';
import type { Manifest } from './objects.js';
import { route } from './route.js';
import { neededSecrets } from './settings.js';
import { account, autoscaler, budget, claims, deployment, network, service } from './workload.js';
import { cronJob, migrationJob, scaledObject } from './work.js';
import { notes } from './words.js';

/** The objects of an application, one file each, in the order in which they are read. */
export function manifestsOf(plan: Plan): readonly Manifest[] {
  const scaler = plan.web ? [autoscaler(plan)] : plan.queue === undefined ? [] : [scaledObject(plan)];
  const all = [
    account(plan), configMap(plan), secret(plan), claims(plan), deployment(plan),
    ...(plan.web ? [service(plan), route(plan)] : []),
    ...scaler, budget(plan),
    ...(plan.networkPolicy ? [network(plan)] : []),
    migrationJob(plan), ...plan.schedules.map((schedule) => cronJob(plan, schedule)),
  ];
  return all.filter((each): each is Manifest => each !== undefined);
}

/** Back ends for development, apart from what goes to production. */
export function developmentOf(plan: Plan): readonly Manifest[] {
  return plan.backends.map((which) => backend(plan, which));
}

const listed = 20;

/** What a person has to know before taking the files, open findings first. */
export function notesOf(plan: Plan): readonly string[] {
  const { say, name, image, settings, probes, folders, blockers, web } = plan;
  const secrets = neededSecrets(settings).map(({ variable }) => variable);
  const suspended = [...(plan.migration && 'finding' in plan.migration ? ['migrate'] : []), ...plan.schedules.map((schedule) => schedule.name)];
  return [
    ...(blockers.length === 0 ? [] : [
      say(notes.blocked, { name, count: blockers.length }),
      ...blockers.slice(0, listed).map(({ file, range, rule }) => say(notes.blocker, { file, line: range.startLine, rule })),
      ...(blockers.length > listed ? [say(notes.more, { count: blockers.length - listed })] : []),
    ]),
    ...(plan.existing.length > 0 ? [say(notes.existing, { files: plan.existing.join(', ') })] : []),
    say(notes.image, { image: `${image.repository}:${image.tag}` }),
    ...(secrets.length > 0 ? [say(notes.secrets, { names: secrets.join(', ') })] : []),
    ...(unknownSettings(plan).length > 0 ? [say(notes.settings, { names: unknownSettings(plan).join(', ') })] : []),
    ...(web && probes.readiness?.path === undefined ? [say(notes.probe)] : []),
    ...(folders.writesHome ? [say(notes.writes, folders.writesHome)] : []),
    ...(folders.claims.length > 0 ? [say(notes.claim)] : []),
    ...(suspended.length > 0 ? [say(notes.suspended, { names: suspended.join(', ') })] : []),
    ...(plan.migration && 'words' in plan.migration ? [say(notes.migration, { command: plan.migration.words.join(' ') })] : []),
    ...(!web && plan.queue !== undefined ? [say(notes.keda)] : []),
  ];
}
