import type { ProjectCheck } from '../../../contract/rule.js';
import type {} from '../../../facts/go/start.js';
import { servesGo } from '../../../facts/go/tables.js';

/** Ports of Go servers for protocols other than HTTP. */
export const goSocket: ProjectCheck<'go.socket'> = {
  subject: 'go.socket',
  reads: ['go.socket', 'go.server'],
  check(subject, { model, report }) {
    const { port, udp } = subject.value;
    if (!servesGo(model, subject.file)) return;
    if (port === undefined) report({ say: 'listens' });
    else report({ say: 'port', args: { port }, data: { port, udp } });
  },
};
