import type { Edit, Fix } from '../../../contract/rule.js';
import type { Model } from '../../../contract/workspace.js';
import { mainContainer } from '../../../facts/kubernetes/role.js';
import { containerMap } from '../../../generators/probes.js';
import { isEditable, podPath, setValue, workloadOf } from '../../../generators/workload-edit.js';
import { addValue } from '../../../syntax/yaml/edit.js';

/** Seconds that load balancers and proxies take to learn that a pod goes. */
const wait = 10;
/** What a program gets beyond the time it asks for. */
const margin = 10;
const usualGrace = 30;

export const raiseGrace: Fix = {
  key: 'raise-grace-period',
  title: { en: 'Leave the pods time to end (terminationGracePeriodSeconds)', ko: '파드가 종료될 시간 늘리기(terminationGracePeriodSeconds)' },
  safety: 'review',
  applies: (finding) => isEditable(finding) && finding.say !== 'missing',
  edits({ finding, model, text }) {
    const workload = workloadOf(finding, model);
    const written = text(finding.file);
    const { needed } = finding.data as unknown as { readonly needed: number };
    const edit = workload && written !== undefined ? setValue(workload, written, podPath, 'terminationGracePeriodSeconds', { text: String(needed + margin) }) : undefined;
    return edit && [edit];
  },
};

/** The cluster waits by itself from 1.30 on; before that a program of the image has to. */
function canSleep({ settings }: Model): boolean {
  const [major = 1, minor = 0] = settings.clusterVersion.split('.').map(Number);
  return major > 1 || minor >= 30;
}

export const addPreStop: Fix = {
  key: 'add-pre-stop',
  title: { en: 'Let the pods wait before they stop (preStop sleep)', ko: '종료하기 전에 잠시 기다리게 하기(preStop sleep)' },
  safety: 'review',
  applies: (finding, model) => isEditable(finding) && finding.say === 'missing' && canSleep(model),
  edits({ finding, model, text }) {
    const workload = workloadOf(finding, model);
    const container = workload && mainContainer(workload);
    const written = text(finding.file);
    if (!workload || !container || written === undefined) return undefined;
    const hook = addValue(workload.file, written, containerMap(workload, container, written), ['lifecycle', 'preStop', 'sleep', 'seconds'], { text: String(wait) });
    const grace = workload.value.pod.gracePeriod?.value ?? usualGrace;
    const longer = setValue(workload, written, podPath, 'terminationGracePeriodSeconds', { text: String(grace + wait) });
    const edits: readonly (Edit | undefined)[] = [hook, longer];
    return edits.every((edit) => edit !== undefined) ? edits : undefined;
  },
};
