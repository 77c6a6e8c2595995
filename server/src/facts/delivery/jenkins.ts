import type { Span } from '../../base/text.js';
import type { FactFileContext } from '../../contract/rule.js';
import type { Done } from './work.js';
import type { PipelineStart } from './kinds.js';
import { folder, PipelineReader, type Part } from './reader.js';

/** A text of Groovy between quotes. */
interface Quoted extends Span {
  readonly text: string;
}

const token = /\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'''[^]*?(?:'''|$)|"""[^]*?(?:"""|$)|'(?:[^'\\\n]|\\[^])*'?|"(?:[^"\\\n]|\\[^])*"?/g;

/** The script without comments and with its texts emptied, offsets kept, and the texts. A `//` inside a text is none. */
function tokens(script: string): { readonly code: string; readonly texts: readonly Quoted[] } {
  const texts: Quoted[] = [];
  const code = script.replace(token, (found: string, at: number) => {
    if (found.startsWith('/')) return found.replace(/[^\n]/g, ' ');
    const quote = /^(?:'''|"""|.)/.exec(found)?.[0] ?? "'";
    const end = found.endsWith(quote) && found.length >= 2 * quote.length ? found.length - quote.length : found.length;
    texts.push({ start: at + quote.length, end: at + end, text: found.slice(quote.length, end) });
    return found.replace(/[^\n'"]/g, '_');
  });
  return { code, texts };
}

/** Steps of plugins by how they are called. */
const plugins: readonly (readonly [RegExp, Omit<Done, 'via'>])[] = [
  [/\b(docker\.build|docker\.buildAndPush|dockerImage\.push|customImage\.push|buildDockerImage|dockerBuildAndPush)\s*\(/g, { does: 'image' }],
  [/\b(kubernetesDeploy|kubernetesApply|openshift\.(?:apply|withCluster|startBuild)|openshiftDeploy|helmDeploy|argocdSync)\b/g, { does: 'deploys', to: 'kubernetes' }],
  [/\b(pushToCloudFoundry|azureWebAppPublish|ebDeploy|awsCodeDeploy|step\s*\(\s*\[\s*\$class\s*:\s*'AWSCodeDeployPublisher')/g, { does: 'deploys', to: 'platform' }],
  [/\b(sshPublisher|sshCommand|sshPut|sshScript|ansiblePlaybook|ansibleTower|deploy\s+adapters|deploy\s*\(\s*adapters)/g, { does: 'deploys', to: 'server' }],
  [/\b(withSonarQubeEnv|waitForQualityGate|recordIssues|checkstyle\s+pattern|pmd\s*\(|findbugs\s+pattern)/g, { does: 'lints' }],
  [/\b(dependencyCheck|snykSecurity|dependencyCheckAnalyzer|aquaMicroscanner|anchore|fortifyScan|checkmarx\w*|veracode|whitesource|xrayScan|neuvector|prismaCloudScanImage)\b/gi, { does: 'scans' }],
];

const shell = /\b(?:sh|bat|powershell|pwsh|pysh|sshagentSh)\s*\(?\s*(?:\[?\s*(?:(?:label|returnStdout|returnStatus|encoding)\s*:\s*[^,]*,\s*)*script\s*:\s*)?(?=["'])/g;

class JenkinsReader {
  private readonly steps: PipelineReader;
  private readonly code: string;
  private readonly texts: ReadonlyMap<number, Quoted>;

  constructor(private readonly cx: FactFileContext) {
    this.steps = new PipelineReader(cx, 'jenkins');
    const { code, texts } = tokens(cx.text);
    this.code = code;
    this.texts = new Map(texts.map((text) => [text.start, text]));
  }

  read(): void {
    if (!/\b(?:pipeline|node|stage|podTemplate|library|@Library|sh)\b/.test(this.code)) return;
    const trigger = this.trigger();
    this.steps.job(() => {
      this.scripts(trigger.starts);
      this.plugins(trigger.starts);
      this.stages();
    });
    const first = /\S+/.exec(this.cx.text);
    const at = { start: first?.index ?? 0, end: (first?.index ?? 0) + (first?.[0].length ?? 1) };
    this.steps.emit(at, trigger.starts, trigger.at);
  }

  /** The text that begins with the quotes at an offset. */
  private textAt(offset: number): Quoted | undefined {
    return this.texts.get(offset + 3) ?? this.texts.get(offset + 1);
  }

  private scripts(starts: PipelineStart): void {
    for (const call of this.code.matchAll(shell)) {
      const text = this.textAt(call.index + call[0].length);
      if (!text) continue;
      const part: Part = { starts, dir: this.dirAt(call.index) };
      // What Groovy puts together stays one command: the rest of it belongs to the same words.
      this.steps.commands(this.joined(text).replace(/\\(["'$])/g, ' $1'), part, (command) => ({ start: Math.min(text.start + command.start, text.end - 1), end: Math.max(Math.min(text.start + command.end, text.end), text.start + 1) }));
    }
  }

  /** A text with those that `+` appends; what stands between them is only known when the pipeline runs. */
  private joined(text: Quoted): string {
    let all = text.text;
    for (let end = text.end; ;) {
      const more = /^["']{1,3}\s*\+\s*(?:[\w.${}]+\s*\+\s*)?(?=["'])/.exec(this.code.slice(end, end + 200));
      const next = more && this.textAt(end + more[0].length);
      if (!next) return all;
      all += `${/\+[^+]*\+/.test(more[0]) ? '$' : ''}${next.text}`;
      end = next.end;
    }
  }

  /** `dir('web') { … }` around a place. */
  private dirAt(place: number): string {
    const open = [...this.code.slice(0, place).matchAll(/\bdir\s*\(?\s*(?=["'])/g)].filter((found) => depthOf(this.code.slice(found.index, place)) > 0);
    return open.reduce((dir, found) => folder(dir, this.textAt(found.index + found[0].length)?.text), '');
  }

  private plugins(starts: PipelineStart): void {
    for (const [pattern, done] of plugins) {
      for (const found of this.code.matchAll(pattern)) {
        const words = (found[1] ?? found[0]).replace(/\s.*|\(.*/g, '');
        this.steps.done([{ ...done, via: words }], { start: found.index, end: found.index + words.length }, { starts, dir: '' });
      }
    }
  }

  /** Stages that name where they deliver to. */
  private stages(): void {
    for (const found of this.code.matchAll(/\bstage\s*\(?\s*(?:name\s*:\s*)?(?=["'])/g)) {
      const text = this.textAt(found.index + found[0].length);
      if (text && /\b(?:prod(?:uction)?|live|stag(?:e|ing)|qa|uat|test env\w*|dev(?:elopment)? env\w*)\b|운영|스테이징|개발 ?서버/i.test(text.text) && /deploy|release|promote|roll|배포|部署/i.test(text.text)) this.steps.environmentAt(text.text, text);
    }
  }

  private trigger(): { readonly starts: PipelineStart; readonly at?: Span } {
    const push = /\b(?:githubPush|gitlab\s*\(|GenericTrigger|pollSCM|bitbucketPush|giteePush|giteaPush|SCMTrigger)/.exec(this.code);
    if (push) return { starts: 'main', at: { start: push.index, end: push.index + push[0].replace(/\s*\($/, '').length } };
    for (const found of this.code.matchAll(/\bbranch\s*\(?\s*(?:pattern\s*:\s*)?(?=["'])|\bBRANCH_NAME\s*(?:==~?|in)\s*\[?\s*(?=["'])/g)) {
      const text = this.textAt(found.index + found[0].length);
      if (text && /\b(?:main|master|develop|trunk|release|production|prod)\b/.test(text.text)) return { starts: 'main', at: { start: found.index, end: text.end } };
    }
    const clock = /\bcron\s*\(?\s*(?=["'])/.exec(this.code);
    return clock && /\btriggers\b/.test(this.code) ? { starts: 'demand', at: { start: clock.index, end: clock.index + 4 } } : { starts: 'elsewhere' };
  }
}

/** How many braces a text opens that it does not close; 0 as soon as it closes all. */
function depthOf(code: string): number {
  let depth = 0;
  let opened = false;
  for (const c of code) {
    if (c === '{') depth++;
    if (c === '}') depth--;
    opened ||= c === '{';
    if (opened && depth <= 0) return 0;
  }
  return depth;
}

/** A Jenkinsfile, declarative or scripted, read as text: what it starts through shells, and steps of well-known plugins. */
export function readJenkins(cx: FactFileContext): void {
  new JenkinsReader(cx).read();
}
