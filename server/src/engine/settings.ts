import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import type { Problem, Severity } from '../contract/finding.js';
import type { Settings } from '../contract/workspace.js';
import type { Localized } from '../contract/words.js';

export const settingsFile = 'monolift.yaml';

export const defaultSettings: Settings = { exclude: [], severity: {}, assume: {}, clusterVersion: '1.32', target: 'kubernetes' };

const known = ['exclude', 'severity', 'assume', 'clusterVersion', 'target'];
const severities = ['error', 'warning', 'info', 'off'];

/** Assumptions the user may state, and the answers that mean something. */
export const assumptions: Readonly<Record<string, readonly string[]>> = {
  sessionStore: ['redis', 'jdbc', 'mongodb', 'hazelcast', 'external', 'cookie'],
  scheduleLock: ['shedlock', 'quartz', 'leader-election', 'external'],
  fileStorage: ['object-storage', 'shared-volume'],
  logCollection: ['stdout', 'sidecar'],
};

/** Reads `monolift.yaml`. What is wrong is reported and left out; the rest counts. */
export function readSettings(text: string): { readonly settings: Settings; readonly problems: readonly Problem[] } {
  const lines = new LineCounter();
  const doc = parseDocument(text.replace(/^\uFEFF/, ''), { lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const problems: Problem[] = [];
  const problem = (offset: number, message: Localized, args: Problem['args'] = {}): void => {
    problems.push({ file: settingsFile, line: lines.linePos(offset).line, message, args });
  };
  const syntaxError = doc.errors[0];
  if (syntaxError) {
    problem(syntaxError.pos[0], {
      en: 'YAML syntax error, so the file is not used: {error}. Correct the line and scan again.',
      ko: 'YAML 구문 오류가 있어 이 파일을 사용하지 않습니다: {error}. 해당 줄을 고친 뒤 다시 검사하세요.',
    }, { error: syntaxError.message });
    return { settings: defaultSettings, problems };
  }
  if (doc.contents === null) return { settings: defaultSettings, problems };
  if (!isMap(doc.contents)) {
    problem(0, { en: 'expected settings such as `exclude:` or `severity:` at the top level', ko: '최상위에 `exclude:`나 `severity:` 같은 설정이 있어야 합니다' });
    return { settings: defaultSettings, problems };
  }
  return { settings: new Reader(problem).read(doc.contents), problems };
}

type Report = (offset: number, message: Localized, args?: Problem['args']) => void;

class Reader {
  private readonly exclude: string[] = [];
  private readonly severity: Record<string, Severity | 'off'> = {};
  private readonly assume: Record<string, string> = {};
  private clusterVersion = defaultSettings.clusterVersion;
  private target = defaultSettings.target;

  constructor(private readonly problem: Report) {}

  read(map: import('yaml').YAMLMap): Settings {
    for (const pair of map.items) {
      if (!isScalar(pair.key)) continue;
      const key = String(pair.key.value);
      const offset = pair.key.range?.[0] ?? 0;
      if (key === 'exclude') this.readExclude(pair.value, offset);
      else if (key === 'severity') this.readMap(pair.value, offset, key, severities, (name, value) => { this.severity[name] = value as Severity | 'off'; });
      else if (key === 'assume') this.readAssumptions(pair.value, offset);
      else if (key === 'clusterVersion') this.readVersion(pair.value, offset);
      else if (key === 'target') this.readTarget(pair.value, offset);
      else this.problem(offset, { en: 'unknown setting `{key}`; known are {known}', ko: '알 수 없는 설정 `{key}`입니다. 사용할 수 있는 설정: {known}' }, { key, known: known.join(', ') });
    }
    return { exclude: this.exclude, severity: this.severity, assume: this.assume, clusterVersion: this.clusterVersion, target: this.target };
  }

  private readExclude(value: unknown, offset: number): void {
    if (isSeq(value)) {
      for (const item of value.items) if (isScalar(item) && typeof item.value === 'string') this.exclude.push(item.value);
    } else if (isScalar(value) && typeof value.value === 'string') this.exclude.push(value.value);
    else this.problem(offset, { en: '`exclude` must be a list of glob patterns', ko: '`exclude`는 glob 패턴의 목록이어야 합니다' });
  }

  private readMap(value: unknown, offset: number, setting: string, allowed: readonly string[], set: (name: string, value: string) => void): void {
    if (!isMap(value)) {
      this.problem(offset, { en: '`{setting}` must hold `name: value` pairs', ko: '`{setting}`에는 `이름: 값` 쌍이 있어야 합니다' }, { setting });
      return;
    }
    for (const pair of value.items) {
      if (!isScalar(pair.key) || !isScalar(pair.value)) continue;
      const given = String(pair.value.value === false ? 'off' : pair.value.value);
      if (allowed.includes(given)) set(String(pair.key.value), given);
      else {
        this.problem(pair.value.range?.[0] ?? offset, { en: '`{value}` is not a value of `{setting}.{name}`; use one of {allowed}', ko: '`{setting}.{name}`에 `{value}`은(는) 쓸 수 없습니다. 다음 중 하나를 쓰세요: {allowed}' },
          { value: given, setting, name: String(pair.key.value), allowed: allowed.join(', ') });
      }
    }
  }

  private readAssumptions(value: unknown, offset: number): void {
    this.readMap(value, offset, 'assume', [...new Set(Object.values(assumptions).flat())], (name, given) => {
      const allowed = assumptions[name];
      if (allowed?.includes(given)) this.assume[name] = given;
      else {
        this.problem(offset, { en: 'cannot assume `{name}: {value}`; known are {known}', ko: '`{name}: {value}`은(는) 가정할 수 없습니다. 사용할 수 있는 가정: {known}' },
          { name, value: given, known: Object.entries(assumptions).map(([key, values]) => `${key}: ${values.join('|')}`).join('; ') });
      }
    });
  }

  private readVersion(value: unknown, offset: number): void {
    const given = isScalar(value) ? (value.source ?? String(value.value)) : '';
    if (/^1\.\d+$/.test(given)) this.clusterVersion = given;
    else this.problem(offset, { en: '`clusterVersion` must look like `1.32`', ko: '`clusterVersion`은 `1.32`와 같은 형식이어야 합니다' });
  }

  private readTarget(value: unknown, offset: number): void {
    const given = isScalar(value) ? value.value : undefined;
    if (given === 'kubernetes' || given === 'openshift') this.target = given;
    else this.problem(offset, { en: '`target` must be `kubernetes` or `openshift`', ko: '`target`은 `kubernetes` 또는 `openshift`여야 합니다' });
  }
}
