import type { Finding } from '../../../contract/finding.js';
import type { Fix, Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import type {} from '../../../facts/image/kinds.js';
import { csharpPort } from './csharp.js';
import { goPort, goPortFromEnvironment } from './go.js';
import { javaPort } from './java.js';
import { kotlinPort } from './kotlin.js';
import { pythonPort } from './python.js';
import { addImports } from '../../../syntax/python/edit.js';
import { nodePort } from './node.js';

interface Data {
  /** Whether a call may stand in place of the number. */
  readonly replaceable: boolean;
  readonly variable: string;
  /** Runs only where somebody starts the file itself: `if __name__ == "__main__":`. */
  readonly byHand?: boolean;
}

function dataOf(finding: Finding): Data {
  return finding.data as unknown as Data;
}

/** The image of the folder starts the server from outside: what the file does when it is started itself is never run there. */
function isStartedOtherwise({ value }: Fact<'image.dockerfile'>, finding: Finding): boolean {
  const start = `${value.entrypoint?.text ?? ''} ${value.command?.text ?? ''}`;
  const isOfFolder = value.context === '' || finding.file.startsWith(`${value.context}/`);
  return dataOf(finding).byHand === true && value.purpose === 'application' && isOfFolder && /\b(?:uvicorn|gunicorn|hypercorn|granian)\b/.test(start);
}

/** Kestrel takes a number or a whole address; what stood there remains the default. */
function inCsharp(written: string, variable: string): string {
  const read = `System.Environment.GetEnvironmentVariable("${variable}")`;
  return /^\d[\d_]*$/.test(written) ? `int.Parse(${read} ?? "${written.replace(/_/g, '')}")` : `${read} ?? ${written}`;
}

const portFromEnvironment: Fix = {
  key: 'port-from-environment',
  title: { en: 'Read the port from the environment', ko: '포트를 환경 변수에서 읽기' },
  safety: 'review',
  applies: (finding) => dataOf(finding).replaceable,
  edits({ finding, text }) {
    const { file, range } = finding;
    const now = text(file) ?? '';
    const written = now.slice(range.start, range.end);
    if (file.endsWith('.cs')) return [{ do: 'replace', file, span: { start: range.start, end: range.end }, text: inCsharp(written, dataOf(finding).variable) }];
    if (!/^\d[\d_]*$/.test(written)) return undefined;
    if (file.endsWith('.py')) return [{ do: 'replace', file, span: { start: range.start, end: range.end }, text: `int(os.environ.get("${dataOf(finding).variable}", "${written.replace(/_/g, '')}"))` }, ...addImports(file, now, 'import os')];
    if (/\.[cm]?[jt]sx?$/.test(file)) return [{ do: 'replace', file, span: { start: range.start, end: range.end }, text: `Number(process.env.${dataOf(finding).variable} ?? ${written})` }];
    const value = `Integer.parseInt(System.getenv().getOrDefault("${dataOf(finding).variable}", "${written.replace(/_/g, '')}"))`;
    return [{ do: 'replace', file, span: { start: range.start, end: range.end }, text: value }];
  },
};

export const rule: Rule = {
  meta: {
    id: 'config/hard-coded-port',
    title: { en: 'Server port fixed in code', ko: '코드에 고정된 서버 포트' },
    severity: 'info',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['config', 'network'],
  },
  messages: {
    port: {
      en: 'The embedded server always listens on port {port}: a second one in the same pod or on the same host fails to start, and no manifest can choose another port without a new image.',
      ko: '내장 서버가 항상 {port} 포트에서 요청을 받습니다. 같은 파드나 같은 호스트에서 하나를 더 실행하면 시작에 실패하고, 포트를 바꾸려면 이미지를 다시 빌드해야 합니다.',
    },
  },
  matchers: [nodePort, csharpPort, javaPort, kotlinPort, pythonPort],
  project: [goPort],
  clearing: [
    { fact: 'image.dockerfile', effect: 'silence', when: (fact, finding) => isStartedOtherwise(fact as Fact<'image.dockerfile'>, finding), what: { en: 'an image that starts the server itself', ko: '서버를 직접 실행하는 이미지' } },
  ],
  fixes: [goPortFromEnvironment, portFromEnvironment],
};
