import { dirname } from '../../../base/paths.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import { servesGo } from '../../../facts/go/tables.js';
import type {} from '../../../facts/go/use.js';

/** What is said of search libraries of Go. */
export const goMessages: Readonly<Record<string, Localized>> = {
  memory: {
    en: 'The {library} index lies in the memory of this process: what one replica indexes the others do not find, and a restart loses it.',
    ko: '{library} 색인이 이 프로세스의 메모리에 있습니다. 한 레플리카가 색인한 내용은 다른 레플리카에서 검색되지 않고, 재시작하면 사라집니다.',
  },
};

/** Bleve and Bluge; one finding for the places of a folder that make or open the index. */
export const goIndex: ProjectCheck<'go.use'> = {
  subject: 'go.use',
  reads: ['go.use', 'go.server'],
  check(subject, { model, report, facts }) {
    const { topic, library } = subject.value;
    if (!/^search/.test(topic) || !servesGo(model, subject.file)) return;
    const first = facts('go.use').find((each) => each.value.topic === topic && dirname(each.file) === dirname(subject.file));
    if (first === subject) report({ say: topic === 'search' ? 'python' : 'memory', args: { library } });
  },
};
