import { basename } from '../../base/paths.js';
import { lineEnding } from '../../base/text.js';
import type { XmlElement } from '../../contract/nodes.js';
import type { Edit, Fix } from '../../contract/rule.js';
import { dependencyEdits } from '../../syntax/build-edit.js';
import { settingsEdits } from '../../syntax/settings-edit.js';
import { children, childText, descend } from '../../syntax/xml/ask.js';
import { insertAfter, insertBefore, readRoot, stepOf } from '../../syntax/xml/edit.js';
import { sessionBeans } from './spring-session-beans.js';
import { planFor, type Plan } from './spring-session-plan.js';

type Edits = readonly Edit[] | undefined;
type Read = (path: string) => string | undefined;

const filterName = 'springSessionRepositoryFilter';

/** Filter and mapping; they stand before all others, which must already see the session of Redis. */
function filterLines(step: string): readonly string[] {
  return [
    '<!-- Keeps HTTP sessions in Redis; has to stay the first filter. -->',
    '<filter>', `${step}<filter-name>${filterName}</filter-name>`, `${step}<filter-class>org.springframework.web.filter.DelegatingFilterProxy</filter-class>`, '</filter>',
    '<filter-mapping>', `${step}<filter-name>${filterName}</filter-name>`, `${step}<url-pattern>/*</url-pattern>`,
    `${step}<dispatcher>REQUEST</dispatcher>`, `${step}<dispatcher>ERROR</dispatcher>`, '</filter-mapping>', '',
  ];
}

function parameter(webApp: XmlElement, name: string): XmlElement | undefined {
  return children(webApp, 'context-param').find((each) => childText(each, 'param-name') === name);
}

/** The root context reads one file more: behind those it is told, or beside the one it reads by default. */
function contextEdit(file: string, text: string, webApp: XmlElement, before: XmlElement, location: string): Edit | undefined {
  const told = parameter(webApp, 'contextConfigLocation');
  if (!told) {
    const step = stepOf(text, webApp);
    const value = `/WEB-INF/applicationContext.xml ${location}`;
    return insertBefore(file, text, before, ['<context-param>', `${step}<param-name>contextConfigLocation</param-name>`, `${step}<param-value>${value}</param-value>`, '</context-param>', '']);
  }
  const value = descend(told, 'param-value')?.textSpan;
  if (!value) return undefined;
  const written = text.slice(value.start, value.end);
  const lineStart = text.lastIndexOf('\n', value.end - 1) + 1;
  const ownLine = /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', value.start - 1) + 1, value.start));
  const indent = /^[ \t]*/.exec(text.slice(lineStart))?.[0] ?? '';
  const comma = /,/.test(written) ? ',' : '';
  return { do: 'replace', file, span: { start: value.end, end: value.end }, text: ownLine ? `${comma}${lineEnding(text)}${indent}${location}` : `${comma} ${location}` };
}

function webXmlEdits(file: string, beans: string, client: Parameters<typeof sessionBeans>[0], read: Read): Edits {
  const text = read(file);
  const webApp = text === undefined ? undefined : readRoot(text);
  if (text === undefined || webApp?.local !== 'web-app') return undefined;
  if (children(webApp, 'filter').some((filter) => childText(filter, 'filter-name') === filterName)) return [];
  const anchor = webApp.children.find((element) => ['filter', 'filter-mapping', 'listener', 'servlet'].includes(element.local));
  const context = anchor && contextEdit(file, text, webApp, anchor, `/WEB-INF/${basename(beans)}`);
  if (!anchor || !context) return undefined;
  const lines = filterLines(stepOf(text, webApp));
  const lastParameter = children(webApp, 'context-param').at(-1);
  const filter = lastParameter && lastParameter.start > anchor.start ? insertAfter(file, text, lastParameter, ['', ...lines.slice(0, -1)]) : insertBefore(file, text, anchor, lines);
  const minutes = Number(descend(webApp, 'session-config', 'session-timeout')?.text ?? 30);
  return [context, filter, { do: 'create', path: beans, text: sessionBeans(client, Number.isInteger(minutes) && minutes > 0 ? minutes : 30), ifExists: 'refuse' }];
}

function setUpEdits({ setUp }: Plan, read: Read): Edits {
  return setUp.by === 'settings' ? settingsEdits(setUp.file, setUp.settings, read) : webXmlEdits(setUp.webXml, setUp.beans, setUp.client, read);
}

/** Sessions kept in Redis by Spring Session: dependencies, and the settings or beans that make them take effect. */
export const springSession: Fix = {
  key: 'spring-session',
  title: { en: 'Keep sessions in Redis with Spring Session', ko: 'Spring Session으로 세션을 Redis에 저장' },
  safety: 'review',
  kotlin: true,
  applies({ file, severity, clearedBy }, model) {
    return severity !== 'info' && clearedBy === undefined && /\.(?:java|kt|jspf?|jspx|tagx?|xml)$/.test(file) && planFor(file, model) !== undefined;
  },
  edits({ finding, text, model }) {
    const plan = planFor(finding.file, model);
    if (!plan) return undefined;
    const build = dependencyEdits(plan.buildFile, plan.dependencies, text);
    const setUp = setUpEdits(plan, text);
    return build && setUp ? [...build, ...setUp] : undefined;
  },
};
