import type { ProjectCheck } from '../../../contract/rule.js';
import { goListenReads, startedGo } from '../../../facts/go/listen.js';

/** `http.ListenAndServe(":8080", nil)`: servers whose port no environment can choose. */
export const goPort: ProjectCheck<'go.listen'> = {
  subject: 'go.listen',
  reads: goListenReads,
  check(subject, { model, report }) {
    const { port } = subject.value;
    if (port !== undefined && startedGo(model, subject)) report({ say: 'port', args: { port }, data: { replaceable: false, variable: 'PORT' } });
  },
};
