import type { ProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type { JndiLookup } from '../../../facts/java/jndi.js';
import { profileOfPath } from '../../../syntax/config-file.js';
import { datasourceFromEnvironment } from './fix.js';

type Lookup = Fact<'jndi.lookup'>;

/** Places shown beside the root; the count tells of the rest. */
const shown = 20;

/** What tells most of the dependency comes first: what an edit can replace, then code, then declarations of the same thing. */
const order: Readonly<Record<JndiLookup['by'], number>> = { spring: 1, code: 1, persistence: 1, setting: 2, injection: 2, reference: 3 };

function rank({ file, value }: Lookup): number {
  const replaceable = value.id !== undefined && /jdbc|datasource|ds$/i.test(`${value.name} ${value.id}`);
  return (replaceable ? 0 : order[value.by]) + (value.optional ? 4 : 0) + (profileOfPath(file) === undefined ? 0 : 0.5);
}

/** The look-ups of the subject's application, the most telling first. */
function ofApplication(subject: Lookup, cx: ProjectContext): readonly Lookup[] {
  const { application } = cx.model.moduleOf(subject.file);
  const own = cx.facts('jndi.lookup').filter(({ file }) => cx.model.moduleOf(file).application === application);
  return own.map((lookup, at) => ({ lookup, at })).sort((a, b) => rank(a.lookup) - rank(b.lookup) || a.at - b.at).map(({ lookup }) => lookup);
}

const oncePerApplication: ProjectCheck<'jndi.lookup'> = {
  subject: 'jndi.lookup',
  reads: ['jndi.lookup'],
  check(subject, cx) {
    const [root, ...others] = ofApplication(subject, cx);
    if (root !== subject) return;
    const { name, by, id, optional } = subject.value;
    const say = optional ? `optional${name === '' ? '-unnamed' : ''}` : `${name === '' ? 'unnamed' : 'named'}${others.length > 0 ? '-more' : ''}`;
    cx.report({
      say,
      args: { ...(name === '' ? {} : { name }), ...(others.length > 0 && !optional ? { count: others.length } : {}) },
      ...(optional ? { severity: 'info' as const } : {}),
      also: others.slice(0, shown).map((other) => ({ file: other.file, range: other.range, say: other.value.name === '' ? 'here-unnamed' : 'here', ...(other.value.name === '' ? {} : { args: { name: other.value.name } }) })),
      data: { by, id: id ?? '', name },
    });
  },
};

export const rule: Rule = {
  meta: {
    id: 'config/jndi-lookup',
    title: { en: 'Resource taken from the application server by JNDI', ko: 'JNDI로 WAS의 자원을 참조' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['config', 'application-server'],
  },
  messages: {
    named: {
      en: '`{name}` is taken from the application server by JNDI: a replica only starts where someone configured that resource, not from the image and its environment alone.',
      ko: '`{name}` 자원을 JNDI로 WAS에서 가져옵니다. 서버에 같은 자원을 따로 설정해 둔 곳에서만 레플리카가 실행되며, 이미지와 환경 변수만으로는 새로 띄울 수 없습니다.',
    },
    'named-more': {
      en: '`{name}` and other lookups ({count} more) take resources from the application server by JNDI: a replica only starts where someone configured them, not from the image and its environment alone.',
      ko: '`{name}` 외 {count}곳에서 JNDI로 WAS의 자원을 가져옵니다. 서버에 같은 자원을 따로 설정해 둔 곳에서만 레플리카가 실행되며, 이미지와 환경 변수만으로는 새로 띄울 수 없습니다.',
    },
    unnamed: {
      en: 'A resource is taken from the application server by JNDI under a name put together at run time: a replica only starts where someone configured that resource.',
      ko: '실행 중에 만든 이름으로 WAS의 자원을 JNDI로 가져옵니다. 서버에 해당 자원을 따로 설정해 둔 곳에서만 레플리카가 실행됩니다.',
    },
    'unnamed-more': {
      en: 'Here and elsewhere ({count} more) resources are taken from the application server by JNDI: a replica only starts where someone configured them.',
      ko: '이곳 외 {count}곳에서도 WAS의 자원을 JNDI로 가져옵니다. 서버에 해당 자원을 따로 설정해 둔 곳에서만 레플리카가 실행됩니다.',
    },
    optional: {
      en: '`{name}` comes from the application server by JNDI where one has it, and from elsewhere if not: replicas are only set up alike where every server has the same.',
      ko: '`{name}`을(를) JNDI로 WAS에서 찾고, 없으면 다른 곳에서 가져옵니다. 서버마다 설정이 같아야 레플리카가 똑같이 동작합니다.',
    },
    'optional-unnamed': {
      en: 'A value comes from the application server by JNDI where one has it, and from elsewhere if not: replicas are only set up alike where every server has the same.',
      ko: '값을 JNDI로 WAS에서 찾고, 없으면 다른 곳에서 가져옵니다. 서버마다 설정이 같아야 레플리카가 똑같이 동작합니다.',
    },
    here: { en: '`{name}` is taken by JNDI here', ko: '여기에서 `{name}` 자원을 JNDI로 가져옵니다' },
    'here-unnamed': { en: 'A resource is taken by JNDI here', ko: '여기에서 자원을 JNDI로 가져옵니다' },
  },
  project: [oncePerApplication],
  fixes: [datasourceFromEnvironment],
};
