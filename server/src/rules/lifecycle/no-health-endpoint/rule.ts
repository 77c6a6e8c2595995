import type { Rule } from '../../../contract/rule.js';
import { dotnetHealthChecks, dotnetStartupHealth } from './dotnet-fix.js';
import { dotnetHealth } from './dotnet.js';
import { actuator } from './actuator.js';
import { goHealth, goHealthRoutes } from './go.js';
import { missingHealth } from './check.js';
import { healthRoutes, nodeHealth } from './node.js';
import { healthServlet } from './servlet.js';
import { laravelHealth, phpHealth } from './php.js';
import { pythonHealth, pythonHealthRoutes } from './python.js';

export const rule: Rule = {
  meta: {
    id: 'lifecycle/no-health-endpoint',
    title: { en: 'Web application that nothing can ask for its health', ko: '상태를 확인할 엔드포인트가 없는 웹 애플리케이션' },
    severity: 'warning',
    confidence: 'high',
    fix: 'sometimes',
    tags: ['lifecycle', 'health', 'kubernetes'],
  },
  messages: {
    missing: {
      en: '"{name}" has no health endpoint for probes: a replica that hangs keeps getting requests, and a new one gets them before it is ready.',
      ko: '"{name}"에는 프로브가 호출할 상태 확인 엔드포인트가 없습니다. 멈춘 레플리카에 요청이 계속 전달되고, 새 레플리카는 준비되기 전에 요청을 받습니다.',
    },
    off: {
      en: '`{setting}` takes the health endpoint of "{name}" away: a replica that hangs keeps getting requests, and a new one gets them before it is ready.',
      ko: '`{setting}` 설정 때문에 "{name}"의 상태 확인 엔드포인트가 꺼져 있습니다. 멈춘 레플리카에 요청이 계속 전달되고, 새 레플리카는 준비되기 전에 요청을 받습니다.',
    },
    secured: {
      en: '"{name}" has no health endpoint for probes (Spring Security has to let it pass without a login): a replica that hangs keeps getting requests, and a new one gets them before it is ready.',
      ko: '"{name}"에는 프로브가 호출할 상태 확인 엔드포인트가 없습니다(추가할 때 Spring Security에서 로그인 없이 접근하도록 허용해야 합니다). 멈춘 레플리카에 요청이 계속 전달되고, 새 레플리카는 준비되기 전에 요청을 받습니다.',
    },
  },
  project: [dotnetHealth, nodeHealth, missingHealth, pythonHealth, goHealth, phpHealth],
  fixes: [goHealthRoutes, laravelHealth, dotnetHealthChecks, dotnetStartupHealth, healthRoutes, actuator, healthServlet, pythonHealthRoutes],
};
