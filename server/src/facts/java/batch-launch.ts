import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { annotation, bareType, enclosingType, field, isType, nameOf, span, typeOf } from '../../syntax/java/ask.js';
import { switchOf } from '../../syntax/java/switches.js';

/** A batch job and what starts it. */
export interface BatchLaunch {
  /** `launch`: code starts it; `bean`: Spring Boot starts it with the application unless told otherwise. */
  readonly kind: 'launch' | 'bean';
  /** As written: `jobLauncher.run()`, the name of the bean. */
  readonly what: string;
}

declare module '../../contract/workspace.js' {
  interface FactOf {
    'batch.launch': BatchLaunch;
  }
}

const launchers = [
  'org.springframework.batch.core.launch.JobLauncher', 'org.springframework.batch.core.launch.JobOperator', 'org.springframework.batch.core.launch.support.SimpleJobLauncher',
  'javax.batch.operations.JobOperator', 'jakarta.batch.operations.JobOperator',
];

/** Jobs of Spring Batch and JSR-352. */
export const batchLaunchFacts: FactExtractor = {
  kinds: ['batch.launch'],
  matchers: [
    factMatcher({
      language: 'java',
      needles: [['JobLauncher'], ['JobOperator'], ['springframework.batch.core.Job', 'Bean']],
      on: {
        method_invocation(call, cx) {
          const name = field(call, 'name');
          const object = field(call, 'object');
          if (!name || !object || (name.text !== 'run' && name.text !== 'start' && name.text !== 'startNextInstance')) return;
          // `BatchRuntime.getJobOperator().start(…)` names no variable.
          const direct = object.type === 'method_invocation' && nameOf(object) === 'getJobOperator';
          if (!direct && !isType(cx, call, typeOf(object), ...launchers)) return;
          const type = enclosingType(call);
          if (type && switchOf(type).never) return;
          cx.emit('batch.launch', span(name), { kind: 'launch', what: direct ? 'JobOperator.start()' : `${object.text}.${name.text}()` });
        },
        method_declaration(method, cx) {
          const name = field(method, 'name');
          if (name && annotation(method, 'Bean') && !switchOf(method).never && isType(cx, method, bareType(field(method, 'type')), 'org.springframework.batch.core.Job', 'org.springframework.batch.core.job.Job')) cx.emit('batch.launch', span(name), { kind: 'bean', what: name.text });
        },
      },
    }),
  ],
};
