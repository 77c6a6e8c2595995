import type { Observation, ObservedPod } from './observed.js';
import type { ControllerSettings } from './spec.js';

/** How the pods count for a metric. */
export interface PodGroups {
  /** Number of pods whose samples count. */
  readonly ready: number;
  readonly unready: readonly ObservedPod[];
  readonly missing: readonly ObservedPod[];
  readonly ignored: readonly ObservedPod[];
}

/** Sorts pods as the controller does. Only for CPU does readiness count, because a pod that starts uses it for starting. */
export function groupPods({ now, pods }: Observation, hasSample: (pod: ObservedPod) => boolean, isCpu: boolean, controller: ControllerSettings): PodGroups {
  const groups = { ready: 0, unready: [] as ObservedPod[], missing: [] as ObservedPod[], ignored: [] as ObservedPod[] };
  for (const pod of pods) {
    if (pod.deleting || pod.phase === 'Failed') groups.ignored.push(pod);
    else if (pod.phase === 'Pending') groups.unready.push(pod);
    else if (!hasSample(pod)) groups.missing.push(pod);
    else if (isCpu && isUnready(pod, now, controller)) groups.unready.push(pod);
    else groups.ready++;
  }
  return groups;
}

function isUnready({ ready, startedAt, sample }: ObservedPod, now: number, controller: ControllerSettings): boolean {
  if (!ready || startedAt === undefined || !sample) return true;
  // While it initialises, what was measured before the pod was ready for a whole window says nothing.
  if (startedAt + controller.cpuInitializationPeriodSeconds > now) return !ready.is || sample.takenAt < ready.changedAt + sample.window;
  return !ready.is && startedAt + controller.initialReadinessDelaySeconds > ready.changedAt;
}
