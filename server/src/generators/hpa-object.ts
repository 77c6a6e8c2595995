import type { Args, Localized } from '../contract/words.js';
import type { Room } from '../facts/database/demand.js';
import { comments } from './hpa-words.js';
import { knob, noted, type Data, type DataMap } from './manifest-data.js';

/** How comments are said. */
type Say = (words: Localized, args?: Args) => string;

export const targetUtilization = 70;
export const defaultBounds = { min: 2, max: 10 } as const;

/** Bounds of the number of pods; `now` is what a manifest ran until now, `room` what the database takes. */
export function boundsData(say: Say, now: number, room: Room | undefined): DataMap {
  const min = Math.max(defaultBounds.min, now);
  const wanted = Math.max(defaultBounds.max, 2 * min);
  const max = Math.max(min, Math.min(wanted, room?.replicas ?? wanted));
  const about = { min: say(now > defaultBounds.min ? comments.minKept : comments.min), max: room && max < wanted ? say(comments.maxByPool, { pool: room.pool, connections: room.connections }) : say(comments.max) };
  return {
    minReplicas: noted(knob('autoscaling.minReplicas', min, [about.min]), about.min),
    maxReplicas: noted(knob('autoscaling.maxReplicas', max, [about.max]), about.max),
  };
}

/** CPU of one container, or of all of a pod. */
export function metricsData(say: Say, container?: { readonly single?: string | undefined; readonly sidecars?: boolean }): readonly Data[] {
  const about = [say(comments.target), ...(container?.single !== undefined ? [say(comments.container, { container: container.single })] : container?.sidecars ? [say(comments.sidecars)] : [])];
  const target = { type: 'Utilization', averageUtilization: knob('autoscaling.targetCPUUtilizationPercentage', targetUtilization, [say(comments.target)]) };
  const metric = container?.single === undefined
    ? { type: 'Resource', resource: { name: 'cpu', target } }
    : { type: 'ContainerResource', containerResource: { container: container.single, name: 'cpu', target } };
  return [noted(metric, ...about)];
}

export function behaviorData(say: Say): DataMap {
  return {
    scaleUp: noted({ stabilizationWindowSeconds: 0, selectPolicy: 'Max', policies: [{ type: 'Percent', value: 100, periodSeconds: 60 }, { type: 'Pods', value: 4, periodSeconds: 60 }] }, say(comments.up)),
    scaleDown: noted({ stabilizationWindowSeconds: 300, policies: [{ type: 'Percent', value: 50, periodSeconds: 60 }] }, say(comments.down)),
  };
}

const listed = 20;

/** Open findings that forbid a second replica, as lines of a comment: how many, and where to begin. */
export function blockerLines(say: Say, blockers: readonly { readonly file: string; readonly range: { readonly startLine: number }; readonly rule: string }[]): readonly string[] {
  if (blockers.length === 0) return [];
  const more = blockers.length - listed;
  return [say(comments.blockers, { count: blockers.length }), ...blockers.slice(0, listed).map(({ file, range, rule }) => `  ${file}:${range.startLine} ${rule}`), ...(more > 0 ? [`  ${say(comments.more, { count: more })}`] : [])];
}
