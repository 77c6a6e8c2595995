import { basename } from '../../../base/paths.js';
import type { Finding } from '../../../contract/finding.js';
import type { Rule } from '../../../contract/rule.js';
import type { Fact, Model } from '../../../contract/workspace.js';
import type {} from '../../../facts/config-kinds.js';
import type { Evidence } from '../../../facts/evidence.js';
import { dotnetConsole } from './dotnet-fix.js';
import { csharpLogs, dotnetXmlLogs, serilogSettings } from './dotnet.js';
import { goLogs, goMessages } from './go.js';
import { includedLogs } from './included.js';
import { jsonLogs, propertiesLogs, xmlLogs, yamlLogs } from './config.js';
import { consoleAppender } from './console-fix.js';
import { consoleTransport } from './node-fix.js';
import { nodeLogs, pinoTargets } from './node.js';
import { springProperties, springYaml } from './spring.js';
import { pythonLogs } from './python.js';
import { pythonConsole } from './python-fix.js';
import { gunicornLogs, serverLogCommands, uwsgiLogs } from './python-servers.js';
import { serverConsole } from './python-servers-fix.js';
import { phpLogChannel, phpLogs, phpMessages } from './php.js';
import { laravelStderr } from './php-fix.js';
import { codeIgniterHandlers, codeIgniterThreshold } from './codeigniter.js';
import { symfonyLogs, symfonyStderr } from './symfony.js';

/** Files that logging libraries and Spring Boot find by themselves. */
const foundByName = /^(?:logback(?:-spring|-test|-default)?|log4j2?(?:-spring|-test)?|logging)\.\w+$/;

function namesFile(fact: Fact<'config.property'>, file: string): boolean {
  return fact.value.key === 'logging.config' && fact.value.value.split(/[/:\\]/).at(-1) === basename(file);
}

/** `logging.config` names another file, and no profile names this one. */
function selectsAnother(fact: Fact, { file, say }: Finding, model: Model): boolean {
  const setting = fact as Fact<'config.property'>;
  return say === 'file' && setting.value.key === 'logging.config' && /\.(?:xml|ya?ml|json|properties)$/.test(setting.value.value) && !foundByName.test(basename(file))
    && !model.factsFor('config.property', file).some((each) => namesFile(each, file));
}

export const rule: Rule = {
  meta: {
    id: 'storage/log-file',
    title: { en: 'Log written to a file', ko: '파일에 기록되는 로그' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['storage', 'log'],
  },
  messages: {
    includedLog: { en: 'the same configuration also writes {file}', ko: '같은 설정에서 {file}에도 기록합니다' },
    serverLog: { en: 'another log of the server goes to a file here', ko: '서버의 다른 로그도 여기에서 파일에 기록합니다' },
    file: {
      en: 'The log goes to {file} inside the container, where it is lost with the pod and never seen together with the logs of the other replicas.',
      ko: '로그를 컨테이너 안의 {file}에 기록합니다. 파드가 사라지면 로그도 사라지고, 다른 레플리카의 로그와 함께 볼 수 없습니다.',
    },
    given: {
      en: 'The log goes to a file that is named elsewhere: inside the container it is lost with the pod and never seen together with the logs of the other replicas.',
      ko: '다른 곳에서 정한 파일에 로그를 기록합니다. 컨테이너 안의 파일이라면 파드와 함께 사라지고, 다른 레플리카의 로그와 함께 볼 수 없습니다.',
    },
    setting: {
      en: '{setting} sends the log to {file} inside the container as well, where it fills the disk of the pod and is lost with it.',
      ko: '{setting} 설정 때문에 로그를 컨테이너 안의 {file}에도 기록합니다. 이 파일은 파드의 디스크를 채우고 파드와 함께 사라집니다.',
    },
    ...phpMessages,
    ...goMessages,
  },
  project: [goLogs, includedLogs, phpLogChannel, codeIgniterThreshold],
  matchers: [phpLogs, symfonyLogs, codeIgniterHandlers, csharpLogs, dotnetXmlLogs, serilogSettings, xmlLogs, yamlLogs, jsonLogs, propertiesLogs, springProperties, springYaml, nodeLogs, pinoTargets, pythonLogs, gunicornLogs, uwsgiLogs, ...serverLogCommands],
  clearing: [
    {
      fact: 'log.console', effect: 'info',
      // A console appender elsewhere says nothing of what this appender gets.
      when: (fact, finding) => (fact.value as Evidence).assumed === true || (fact.file === finding.file && (finding.data as { readonly onConsole?: boolean } | null)?.onConsole === true),
      what: { en: 'a console appender that gets the same events', ko: '같은 로그를 받는 콘솔 어펜더' },
    },
    { fact: 'config.property', effect: 'info', when: selectsAnother, what: { en: 'a setting that selects another logging configuration', ko: '다른 로깅 설정 파일을 지정한 설정' } },
  ],
  fixes: [laravelStderr, symfonyStderr, dotnetConsole, consoleAppender, consoleTransport, pythonConsole, serverConsole],
};
