import type { FactExtractor } from '../../contract/rule.js';
import { factMatcher } from '../../contract/rule.js';
import { baseTypes, bodyOf, descendants, field, methodNamed, nameOf, named, span } from '../../syntax/csharp/ask.js';
import { qualifiedName } from '../../syntax/csharp/program.js';

declare module '../../contract/workspace.js' {
  interface FactOf {
    /** A job class of Quartz.NET; `alone` when its work needs nothing that only a scheduler hands it. */
    'dotnet.quartz-job': { readonly name: string; readonly qualified: string; readonly alone: boolean };
    /** Code that speaks to the scheduler itself, so that it must be there. */
    'dotnet.quartz-scheduler': { readonly via: string };
  }
}

const schedulers = /^(?:ISchedulerFactory|IScheduler|StdSchedulerFactory)$/;

/** Jobs of Quartz.NET and the code that asks for its scheduler. */
export const dotnetQuartzFacts: FactExtractor = {
  kinds: ['dotnet.quartz-job', 'dotnet.quartz-scheduler'],
  matchers: [
    factMatcher({
      language: 'csharp', needles: [['IJob', 'Execute']],
      on: {
        class_declaration(type, cx) {
          const run = baseTypes(type).includes('IJob') ? methodNamed(type, 'Execute') : undefined;
          const body = run && bodyOf(run);
          const [parameter] = run ? descendants(run, 'parameter') : [];
          const at = field(type, 'name');
          if (!body || !parameter || !at) return;
          const given = nameOf(parameter);
          const generic = named(type).some((part) => part.type === 'type_parameter_list');
          cx.emit('dotnet.quartz-job', span(at), { name: nameOf(type), qualified: qualifiedName(type), alone: !generic && !descendants(body, 'identifier').some(({ text }) => text === given) });
        },
      },
    }),
    factMatcher({
      language: 'csharp', needles: [['ISchedulerFactory'], ['IScheduler', 'Quartz'], ['StdSchedulerFactory']],
      on: {
        identifier(node, cx) {
          if (schedulers.test(node.text)) cx.emit('dotnet.quartz-scheduler', span(node), { via: node.text });
        },
      },
    }),
  ],
};
