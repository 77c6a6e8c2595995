import type { AnyProjectCheck, ProjectContext, Rule } from '../../../contract/rule.js';
import type { Fact } from '../../../contract/workspace.js';
import { listed, sameInApplication } from '../../../facts/application-root.js';
import type {} from '../../../facts/native-code.js';

const starts = ['Global.asax', 'Program.cs', 'Startup.cs'];
const pages = ['Web.config', 'web.config'];
/** What a site has that is deployed by itself: its start, or settings for each environment it is published to. */
const deployed = ['Global.asax', 'Web.Release.config'];

function holds({ model }: ProjectContext, dir: string, names: readonly string[]): boolean {
  return names.some((name) => model.hasFile(dir === '' ? name : `${dir}/${name}`));
}

/** Whether a library of its own solution goes along with a project elsewhere that starts. */
function goesAlong(subject: Fact<'native.windows'>, cx: ProjectContext): boolean {
  return subject.value.topic === 'framework' && !holds(cx, subject.module, [...starts, ...pages]) && cx.model.facts('native.windows').some((other) => other.value.topic === 'framework' && holds(cx, other.module, [...starts, ...pages]));
}

/** The one whose project takes in most: the site itself rather than a small one beside it. */
function largest({ model }: ProjectContext, among: readonly Fact<'native.windows'>[]): Fact<'native.windows'> | undefined {
  if (among.length < 2) return among[0];
  const size = ({ module }: Fact<'native.windows'>): number => Math.max(0, ...model.facts('build.module').filter((build) => build.module === module).map(({ value }) => value.dependencies.length));
  const sizes = among.map(size);
  return among[sizes.indexOf(Math.max(...sizes))];
}

function check(subject: Fact<'native.windows'>, cx: ProjectContext): void {
  const all = sameInApplication(cx.model, subject, ({ value }) => value.topic);
  // Of many projects that target Windows, the one with the pages is deployed; the others go along with it.
  const root = [deployed, starts, pages].map((names) => largest(cx, all.filter(({ module }) => holds(cx, module, names)))).find((found) => found !== undefined) ?? all[0];
  if (root !== subject || goesAlong(subject, cx)) return;
  const rest = all.filter((each) => each !== root);
  const others = [true, false].flatMap((wanted) => rest.filter(({ module }) => holds(cx, module, pages) === wanted));
  const { topic, name } = subject.value;
  cx.report({ say: topic, args: { name }, also: others.slice(0, listed).map(({ file, range, value }) => ({ file, range, say: 'more', args: { name: value.name } })) });
}

/** One finding per application and topic. */
const uses: AnyProjectCheck = { subject: 'native.windows', reads: ['build.module'], check };

export const rule: Rule = {
  meta: {
    id: 'platform/windows-only',
    title: { en: 'Works on Windows only', ko: 'Windows에서만 동작' },
    severity: 'warning',
    confidence: 'high',
    fix: 'none',
    tags: ['platform', 'windows'],
  },
  messages: {
    library: {
      en: '{name} is part of Windows: in a Linux container the call ends with UnsatisfiedLinkError.',
      ko: '{name}은(는) Windows에만 있습니다. Linux 컨테이너에서 호출하면 UnsatisfiedLinkError가 발생합니다.',
    },
    module: {
      en: '{name} exists on Windows alone: in a Linux container the import fails and the program does not start.',
      ko: '{name} 모듈은 Windows에만 있습니다. Linux 컨테이너에서는 import에 실패해 프로그램이 시작되지 않습니다.',
    },
    registry: {
      en: '{name} reads the Windows registry: a Linux container has none, and what is written there belongs to one machine.',
      ko: '{name}(으)로 Windows 레지스트리를 사용합니다. Linux 컨테이너에는 레지스트리가 없고, 거기에 기록한 값은 서버 한 대에만 남습니다.',
    },
    com: {
      en: '{name} talks to COM objects such as Office: they exist on Windows only and run one at a time on that machine, so no pod has them.',
      ko: '{name}(으)로 Office 등의 COM 객체를 호출합니다. COM은 Windows에만 있고 그 서버에서 하나씩만 실행되므로 파드에서는 쓸 수 없습니다.',
    },
    ntlm: {
      en: '{name} logs users in with NTLM or the Windows login: it needs a Windows host and one connection per user, which neither Linux pods nor an Ingress offer.',
      ko: '{name}(으)로 NTLM 또는 Windows 로그인을 사용합니다. Windows 서버와 사용자별로 유지되는 연결이 필요한데, Linux 파드와 Ingress는 이를 제공하지 않습니다.',
    },
    jdbc: {
      en: '{name} connects to the database through Windows itself: in a Linux container the driver finds neither the DLL nor the Windows account.',
      ko: '{name} 설정은 Windows를 통해 데이터베이스에 접속합니다. Linux 컨테이너에는 필요한 DLL도 Windows 계정도 없습니다.',
    },
    pinvoke: {
      en: '{name} is part of Windows: in a Linux container the call fails with DllNotFoundException.',
      ko: '{name}은(는) Windows에만 있습니다. Linux 컨테이너에서 호출하면 DllNotFoundException이 발생합니다.',
    },
    eventLog: {
      en: '{name} uses the Windows event log: a Linux container has none, so the call fails and what it would have recorded is lost.',
      ko: '{name}(으)로 Windows 이벤트 로그를 사용합니다. Linux 컨테이너에는 이벤트 로그가 없으므로 호출이 실패하고 기록도 남지 않습니다.',
    },
    wmi: {
      en: '{name} asks Windows Management Instrumentation: it exists on Windows only and describes one machine, not the application.',
      ko: '{name}(으)로 WMI를 조회합니다. WMI는 Windows에만 있고, 애플리케이션이 아니라 서버 한 대의 정보를 알려 줍니다.',
    },
    service: {
      en: '{name} runs as a Windows service: a Linux container has no service control manager that would start or stop it.',
      ko: '{name}은(는) Windows 서비스로 실행됩니다. Linux 컨테이너에는 이 서비스를 시작하고 종료할 서비스 관리자가 없습니다.',
    },
    dpapi: {
      en: '{name} encrypts with a key of one Windows account on one machine: no other replica can read what it protects.',
      ko: '{name}은(는) 서버 한 대의 Windows 계정에 속한 키로 암호화합니다. 다른 레플리카는 그 데이터를 읽을 수 없습니다.',
    },
    framework: {
      en: 'The project targets {name}, which runs on Windows only: its image needs Windows nodes, and Linux nodes cannot run a replica of it.',
      ko: '프로젝트의 대상이 Windows에서만 실행되는 {name}입니다. 이미지에 Windows 노드가 필요하고, Linux 노드에서는 레플리카를 실행할 수 없습니다.',
    },
    more: { en: 'also {name}', ko: '{name}도 사용합니다' },
  },
  project: [uses],
  clearing: [
    { fact: 'native.os-check', effect: 'info', what: { en: 'code that asks for the operating system', ko: '운영 체제를 확인하는 코드' }, when: (_fact, { say }) => /^(?:library|registry|pinvoke|eventLog|wmi|service|dpapi)$/.test(say) },
  ],
};
