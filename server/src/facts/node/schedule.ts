import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { ts } from 'ts-morph';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** Code that takes in Nest's registry of schedules, by which jobs are found under their names. */
    'nest.schedule-registry': { readonly via: string };
  }
}

/** Where Nest's schedules are looked up. */
export const nodeScheduleFacts: FactExtractor = {
  kinds: ['nest.schedule-registry'],
  matchers: [factMatcher({
    language: 'typescript', needles: [['@nestjs/schedule', 'SchedulerRegistry']],
    on: {
      ImportSpecifier(node, cx) {
        const specifier = node.compilerNode as ts.ImportSpecifier;
        if ((specifier.propertyName ?? specifier.name).text === 'SchedulerRegistry') cx.emit('nest.schedule-registry', { start: specifier.name.getStart(), end: specifier.name.getEnd() }, { via: 'SchedulerRegistry' });
      },
    },
  })],
};
