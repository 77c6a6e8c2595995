import { basename, dirname, join } from '../../../base/paths.js';
import type { Edit, Fix } from '../../../contract/rule.js';
import { workloadsRunning } from '../../../facts/join.js';
import { cronJobManifest, cronJobName } from '../../../generators/cronjob.js';
import { kustomizationEdits } from '../../../generators/kustomization.js';
import { linesOf } from '../../../syntax/lines/adapter.js';
import { uwsgiOptions, type UwsgiOption } from '../../../syntax/python/uwsgi.js';

export interface UwsgiClock {
  readonly command: string;
  /** Five fields; `undefined` for what they cannot say. */
  readonly schedule: string | undefined;
}

/** `-1` is any, and `-5` every fifth, for uWSGI. */
function fieldOf(value: string | undefined): string {
  const number = Number(value ?? '-1');
  return number === -1 ? '*' : number < 0 ? `*/${-number}` : String(number);
}

/** Clock and command of `cron = 0 3 -1 -1 -1 ./manage.py x` and `cron2 = minute=0,hour=3 ./manage.py x`. */
export function clockOf({ value }: UwsgiOption): UwsgiClock {
  const named = /^((?:\w+=[^\s,]+,?)+)\s+/.exec(value);
  const plain = /^((?:-?\d+\s+){5})/.exec(value);
  const command = value.slice((named ?? plain)?.[0].length ?? 0);
  const options = new Map((named?.[1] ?? '').split(',').map((each) => each.split('=') as [string, string]));
  const fields = plain ? (plain[1] ?? '').trim().split(/\s+/) : ['minute', 'hour', 'day', 'month', 'week'].map((name) => options.get(name) ?? '-1');
  return { command, schedule: fields.length === 5 && fields.every((each) => /^-?\d+$/.test(each)) ? fields.map(fieldOf).join(' ') : undefined };
}

/** Words of a command without quotes or redirections, which need no shell. */
function words(command: string): readonly string[] {
  return /["'$|;&<>`*]/.test(command) ? ['sh', '-c', command] : command.trim().split(/\s+/);
}

/** The clock moves to Kubernetes: a CronJob runs the command in the application's image, and uWSGI is told no more of it. */
export const uwsgiCronJob: Fix = {
  key: 'cronjob-command',
  title: { en: 'Let a Kubernetes CronJob run it', ko: 'Kubernetes CronJob이 실행하게 하기' },
  safety: 'review',
  applies: ({ data }) => (data as { readonly uwsgi?: string } | null)?.uwsgi !== undefined,
  edits({ finding, model, text, locale }) {
    const { file, range } = finding;
    const now = text(file);
    const option = now === undefined ? undefined : uwsgiOptions(linesOf(now)).find(({ at }) => at.start === range.start);
    const clock = option && clockOf(option);
    if (now === undefined || !option || clock?.schedule === undefined) return undefined;
    const [workload] = workloadsRunning(model, finding).filter(({ value }) => !value.templated && !value.partial);
    const name = cronJobName(clock.command.replace(/^.*manage\.py\s+/, '').split(/\s/)[0] ?? 'job');
    const folder = workload ? dirname(workload.file) : (join(model.moduleOf(file).application, 'k8s') ?? 'k8s');
    const manifest = cronJobManifest({
      name, job: clock.command, when: { schedule: clock.schedule }, source: `${option.name} = ${option.value}`, zone: undefined, trigger: [], command: words(clock.command), workload,
      companions: false, fallbackImage: 'application:1.0.0', text, locale,
    });
    const next = now.indexOf('\n', option.line.end);
    const path = join(folder, `${name}-cronjob.yaml`) ?? `${name}-cronjob.yaml`;
    const edits: readonly Edit[] = [{ do: 'replace', file, span: { start: option.line.start, end: next < 0 ? now.length : next + 1 }, text: '' }, { do: 'create', path, text: manifest, ifExists: 'refuse' }];
    return [...edits, ...(workload ? kustomizationEdits({ model, workload, text }, basename(path)) : [])];
  },
};
