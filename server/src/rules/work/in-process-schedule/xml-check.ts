import type { Fact } from '../../../contract/workspace.js';
import type { ProjectCheck, ProjectContext } from '../../../contract/rule.js';
import { verdictOf } from './java-judge.js';
import type {} from '../../../facts/java/xml-schedule.js';

type Schedule = Fact<'xml.schedule'>;
type Work = Fact<'java.method-work'>;

/** The method that the XML means: by the class it names, else by the name of the bean. `undefined` when no file shows it, or several do. */
function workOf({ value, file }: Schedule, cx: ProjectContext): Work | undefined {
  const named = cx.model.factsFor('java.method-work', file).filter((work) => work.value.method === value.method && work.value.arity === 0);
  const found = value.type === undefined ? named.filter((work) => work.value.bean === value.bean || work.value.bean === `${value.bean}Impl`) : named.filter((work) => work.value.type === value.type);
  // A file that was looked up may have told of itself before.
  return new Set(found.map(({ file, range }) => `${file} ${String(range.start)}`)).size === 1 ? found[0] : undefined;
}

function check(subject: Schedule, cx: ProjectContext): void {
  const { kind, bean, method, when } = subject.value;
  const timerStore = kind === 'timer';
  const found = workOf(subject, cx);
  const name = bean === '' ? method : method === 'run' ? bean : `${bean}.${method}`;
  // A method that no file shows may do anything.
  const seen = found?.value ?? { kind: 'unclear', what: '', direct: false, store: false } as const;
  const setting = found?.value.setting;
  const judged = verdictOf(seen, { job: name, declared: true, setting, timerStore });
  const verdict = judged && !found && timerStore ? { ...judged, say: 'timerStore' } : judged;
  if (!verdict) return;
  const what = found && found.value.what !== '' ? found.value.what : `${method}()`;
  cx.report({
    ...verdict, args: { job: when === '' ? name : `${name} (${when})`, what, setting: setting ?? '' },
    also: found && found.value.kind !== 'unclear' ? [{ file: found.file, range: found.range, say: 'work', args: { what } }] : [],
    data: { engine: 'timer', annotations: [], guarded: found?.value.kind === 'guarded' },
  });
}

/** Tasks and timers that XML declares, judged by what the Java method does. */
export const xmlScheduled: ProjectCheck<'xml.schedule'> = { subject: 'xml.schedule', reads: ['xml.schedule', 'java.method-work'], check };
