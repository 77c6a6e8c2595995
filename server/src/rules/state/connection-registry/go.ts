import { dirname } from '../../../base/paths.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';

/** Sockets that a Go program keeps to send messages to. */
export const goRegistry: ProjectCheck<'go.table'> = {
  subject: 'go.table',
  reads: ['go.table', 'go.socket-type', 'go.event-stream', 'go.server', 'go.subscription'],
  check(subject, { model, report, facts }) {
    const { name, owner, purpose, element } = subject.value;
    // A package of Go is a folder.
    const folder = dirname(subject.file);
    const holdsSockets = purpose === 'connections' || (purpose === 'peers' && facts('go.socket-type').some(({ file, value }) => value.type === element && dirname(file) === folder));
    const streams = purpose === 'peers' && !holdsSockets ? facts('go.event-stream').filter(({ file }) => model.moduleOf(file).application === model.moduleOf(subject.file).application) : [];
    if ((!holdsSockets && streams.length === 0) || !servesGo(model, subject.file)) return;
    // A topic that the same package listens to carries the messages to every replica.
    const carried = facts('go.subscription').some(({ file }) => dirname(file) === folder);
    if (carried) return;
    const near = streams.some(({ file }) => dirname(file) === folder);
    if (holdsSockets) report({ say: 'socket', args: { field: name, type: owner }, confidence: 'high' });
    else report({ say: 'stream', args: { field: name, type: owner }, severity: near ? 'error' : 'warning', confidence: near ? 'high' : 'medium' });
  },
};
