import { basename } from '../../base/paths.js';
import type { Clearing } from '../../contract/rule.js';
import type { Model } from '../../contract/workspace.js';
import { dockerfileOf, mountsCode, type ServiceFact } from './project.js';

/** Files that settle how a runtime works, or which packages it takes in; the program itself is not among them. */
const setting = /\.(?:ini|conf|cnf|cfg|json|ya?ml|toml|lock|txt|sh|sql|template|crt|pem|env)$|^(?:Gemfile|Pipfile|go\.(?:mod|sum)|\.npmrc|crontab)$/;

function bringsProgram(model: Model, service: ServiceFact): boolean {
  const copies = dockerfileOf(model, service)?.value.copies ?? [];
  return copies.some((path) => /[*$]/.test(path) || !setting.test(basename(path)));
}

/**
 * Compose services that mount the sources over an image without any, and start it for developers: without their desk the
 * image starts nothing, so that nobody runs replicas of it.
 */
export const builtForDesk: Clearing = {
  fact: 'compose.service',
  effect: 'silence',
  when(fact, finding, model) {
    const makers = model.facts('compose.service').filter((service) => dockerfileOf(model, service)?.file === finding.file);
    return makers.includes(fact as ServiceFact) && makers.every((service) => service.value.development && mountsCode(model, service) && !bringsProgram(model, service));
  },
  what: { en: 'a Compose service for developers that brings the sources, which the image lacks', ko: '이미지에 없는 소스를 마운트하는 개발용 Compose 서비스' },
};
