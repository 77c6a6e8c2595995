import { dirname } from '../../../base/paths.js';
import type { ProjectCheck } from '../../../contract/rule.js';
import type { Localized } from '../../../contract/words.js';
import type {} from '../../../facts/go/listener.js';
import { isPackageIn } from '../../../facts/go/made.js';
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

/** What is said of clients that listen to events of their own process. */
export const goMessages: Readonly<Record<string, Localized>> = {
  bus: {
    en: '{call} hears only of events in this process: with two replicas, what happens on the other one does not reach the clients that are connected here.',
    ko: '{call}은(는) 이 프로세스에서 일어난 이벤트만 받습니다. 레플리카가 둘이면 다른 레플리카에서 일어난 일이 여기에 연결된 클라이언트에는 전달되지 않습니다.',
  },
};

/** Libraries whose events stay in the process. */
const ownBuses = /leandro-lugaresi\/hub$|asaskevich\/EventBus$|cskr\/pubsub|mustafaturan\/bus|gookit\/event$|simonfxr\/pubsub$|dustin\/go-broadcast$/;

/** Clients that a Go program's own bus of events feeds. Tables of clients are told by themselves. */
export const goListeners: ProjectCheck<'go.listener'> = {
  subject: 'go.listener',
  reads: ['go.listener', 'go.table', 'go.server', 'go.subscription'],
  check(subject, { model, report }) {
    const { call, path } = subject.value;
    const isOwn = ownBuses.test(path) || model.files.some((file) => file.endsWith('.go') && isPackageIn(path, dirname(file)));
    const told = model.factsFor('go.table', subject.file).some(({ value }) => value.purpose === 'connections' || value.purpose === 'peers');
    if (!isOwn || told || model.factsFor('go.subscription', subject.file).length > 0 || !servesGo(model, subject.file)) return;
    report({ say: 'bus', args: { call }, severity: 'warning', confidence: 'medium', cause: 'bus of the process' });
  },
};
