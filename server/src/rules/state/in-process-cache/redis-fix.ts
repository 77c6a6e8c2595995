import { lineEnding } from '../../../base/text.js';
import type { Edit, Fix, FixInput } from '../../../contract/rule.js';
import { keptCacheNote } from '../../../facts/java/boot-cache.js';
import { dependencyEdits } from '../../../syntax/build-edit.js';
import { addImport } from '../../../syntax/java/edit.js';
import { annotatedMethodAt } from '../../../syntax/java/method-text.js';
import { serializableEdits } from '../../../syntax/java/serializable.js';
import { settingsEdits } from '../../../syntax/settings-edit.js';
import type { CacheData, LocalFact } from './check.js';
import { planFor, type RedisPlan } from './redis-plan.js';

type Read = FixInput['text'];

const redis = 'org.springframework.data.redis';
const imported = ['java.time.Duration', 'org.springframework.cache.CacheManager', `${redis}.cache.RedisCacheConfiguration`, `${redis}.cache.RedisCacheManager`, `${redis}.connection.RedisConnectionFactory`];
const units: Readonly<Record<string, string>> = { MILLISECONDS: 'ofMillis', SECONDS: 'ofSeconds', MINUTES: 'ofMinutes', HOURS: 'ofHours', DAYS: 'ofDays' };

/** How long entries live, as the old method says it; memory forgot them with the process, Redis does not. */
function lifetime(body: string): string {
  const [, amount, unit, duration] = /expireAfter(?:Write|Access)\(\s*(?:(\d+)L?\s*,\s*(?:TimeUnit\.)?(\w+)|(?:Duration\.)(of(?:Millis|Seconds|Minutes|Hours|Days)\(\d+L?\)))\s*\)/.exec(body) ?? [];
  if (duration) return `Duration.${duration}`;
  const maker = units[unit ?? ''];
  return amount && maker ? `Duration.${maker}(${amount})` : 'Duration.ofMinutes(10)';
}

/** Imports that nothing in the text names any more, of the packages that the old method used. */
function unused(file: string, text: string, rest: string): readonly Edit[] {
  return [...text.matchAll(/^import\s+(?:org\.springframework\.cache|com\.github\.benmanes|com\.google\.common\.cache|java\.util)\.[\w.]*?(\w+)\s*;[ \t]*\r?\n/gm)]
    .filter((match) => (rest.match(new RegExp(`\\b${match[1] ?? ''}\\b`, 'g'))?.length ?? 0) === 1 && match[1] !== 'CacheManager')
    .map((match) => ({ do: 'replace', file, span: { start: match.index, end: match.index + match[0].length }, text: '' }));
}

/** The bean method makes a manager on Redis under its old name; `undefined` when others call it, or a supertype prescribes it. */
function beanEdits(file: string, facts: readonly LocalFact[], read: Read): readonly Edit[] | undefined {
  const text = read(file);
  const [first] = facts;
  const method = text === undefined || !first ? undefined : annotatedMethodAt(text, first.range.start, '@Bean');
  if (text === undefined || !method || /@Override|@Primary|@Conditional/.test(method.head) || facts.some(({ range }) => range.start < method.start || range.start > method.end)) return undefined;
  if (!/CacheManager$/.test(method.returnType) || new RegExp(`\\b${method.name}\\s*\\(`).test(text.slice(0, method.start) + text.slice(method.end))) return undefined;
  const eol = lineEnding(text);
  const step = method.indent === '' ? '    ' : method.indent;
  const lines = [
    `${method.head}CacheManager ${method.name}(RedisConnectionFactory connectionFactory) {`,
    `${method.indent}${step}RedisCacheConfiguration defaults = RedisCacheConfiguration.defaultCacheConfig().entryTtl(${lifetime(method.body)});`,
    `${method.indent}${step}return RedisCacheManager.builder(connectionFactory).cacheDefaults(defaults).build();`,
    `${method.indent}}`,
  ];
  const rest = text.slice(0, method.start) + lines.join(eol) + text.slice(method.end);
  return [{ do: 'replace', file, span: { start: method.start, end: method.end }, text: lines.join(eol) }, ...imported.flatMap((type) => addImport(file, text, type)), ...unused(file, text, rest)];
}

/** The setting that names today's provider; the file keeps its style. */
function typeEdits(facts: readonly LocalFact[], read: Read): readonly Edit[] | undefined {
  const edits = facts.map(({ file, range }): Edit | undefined => {
    const text = read(file) ?? '';
    return /^["']?\w+["']?$/.test(text.slice(range.start, range.end)) ? { do: 'replace', file, span: withoutNote(text, range.start, range.end), text: 'redis' } : undefined;
  });
  const notes = facts.flatMap(({ file, range }) => noteAbove(file, read(file) ?? '', range.start));
  return edits.every((edit) => edit !== undefined) ? [...edits, ...notes] : undefined;
}

/** The value and, behind it, the reason why caches were to stay out of Redis. */
function withoutNote(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  const note = ` # ${keptCacheNote}`;
  return { start, end: text.startsWith(note, end) ? end + note.length : end };
}

/** Removes the line with that reason above a setting. */
function noteAbove(file: string, text: string, offset: number): readonly Edit[] {
  const end = text.lastIndexOf('\n', offset - 1) + 1;
  const start = text.lastIndexOf('\n', end - 2) + 1;
  return end > 0 && text.slice(start, end).trim() === `# ${keptCacheNote}` ? [{ do: 'replace', file, span: { start, end }, text: '' }] : [];
}

/** Edits at one place that make one text: several imports may come to stand at the same offset. */
function joined(edits: readonly Edit[]): readonly Edit[] {
  const out: Edit[] = [];
  for (const edit of edits) {
    const same = edit.do === 'replace' && edit.span.start === edit.span.end
      ? out.findIndex((other) => other.do === 'replace' && other.file === edit.file && other.span.start === edit.span.start && other.span.end === edit.span.end) : -1;
    const other = out[same];
    if (edit.do === 'replace' && other?.do === 'replace') out[same] = { ...other, text: other.text + edit.text };
    else out.push(edit);
  }
  return out;
}

function editsOf(plan: RedisPlan, { text, model }: FixInput): readonly Edit[] | undefined {
  const build = dependencyEdits(plan.buildFile, plan.dependencies, text);
  const settings = settingsEdits(plan.settingsFile, plan.settings, text);
  const types = typeEdits(plan.types, text);
  const files = [...new Set(plan.beans.map(({ file }) => file))];
  const beans = files.map((file) => beanEdits(file, plan.beans.filter((fact) => fact.file === file), text));
  if (!build || !settings || !types || beans.includes(undefined)) return undefined;
  return joined([...build, ...settings, ...types, ...beans.flatMap((each) => each ?? []), ...serializableEdits({ files: model.files, text }, plan.values)]);
}

/** A region that Boot's JCache customizer makes: with another provider the customizer is not asked. */
function byCustomizer(read: Read | undefined): (fact: LocalFact) => boolean {
  return ({ file, value }) => value.provider === 'JCache' && (read === undefined || /\bJCacheManagerCustomizer\b/.test(read(file) ?? ''));
}

/** Spring's caches in Redis: dependency, settings, the bean that makes the manager, and values that can be stored there. */
export const redisCache: Fix = {
  key: 'redis-cache',
  title: { en: 'Keep the caches in Redis with Spring Cache', ko: 'Spring Cache로 캐시를 Redis에 저장' },
  safety: 'review',
  applies({ data, clearedBy, file }, model) {
    return (data as unknown as CacheData).family === 'application' && clearedBy === undefined && planFor(file, model, byCustomizer(undefined)) !== undefined;
  },
  edits(input) {
    const plan = planFor(input.finding.file, input.model, byCustomizer(input.text));
    return plan && editsOf(plan, input);
  },
};
