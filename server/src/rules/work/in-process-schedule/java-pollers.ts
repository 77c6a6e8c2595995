import { ruleMatcher, type RuleFileContext } from '../../../contract/rule.js';
import { args, bareType, declarationOf, enclosingCallable, enclosingType, field, isType, nameOf, span, stringValue, type JavaNode } from '../../../syntax/java/ask.js';
import { switchOf } from '../../../syntax/java/switches.js';
import { camelPoll, polled, polledQuery, shownSource, type Poll } from './pollers.js';

const rowsAdapter = 'org.springframework.integration.jdbc.JdbcPollingChannelAdapter';
const fetchers = ['ftp', 'sftp', 'smb'].map((kind) => `org.springframework.integration.${kind}.dsl.${kind.charAt(0).toUpperCase()}${kind.slice(1)}`);

/** A text that is written here or in a constant of the file. */
function textOf(value: JavaNode | undefined): string | undefined {
  return stringValue(value) ?? stringValue(value && declarationOf(value)?.value);
}

/** Where the code tells who leads, or takes a lock of all replicas around the adapter. */
const led = /\b(?:LeaderInitiator|LockRegistryLeader\w*|\.role\s*\(|@Role\b|routePolicy|ClusteredRoute\w*|autoStartup\s*\(\s*false|LockRegistry|SchedulerLock)/;

function report(cx: RuleFileContext, at: JavaNode, found: Poll | undefined): void {
  const callable = enclosingCallable(at);
  const place = callable ?? enclosingType(at) ?? at;
  const { never, setting } = callable ? switchOf(callable) : { never: false, setting: undefined };
  if (!found || never || led.test(place.text)) return;
  cx.report({ at: span(at), ...polled(found, nameOf(place), setting) });
}

/** The calls that follow in the same chain: `Sftp.inboundAdapter(f).remoteDirectory("/in").deleteRemoteFiles(true)`. */
function chainOf(call: JavaNode): readonly JavaNode[] {
  const chain: JavaNode[] = [];
  for (let at = call.parent; at?.type === 'method_invocation' && field(at, 'object')?.startIndex === call.startIndex; at = at.parent) chain.push(at);
  return chain;
}

function filesOf(call: JavaNode): Poll {
  const chain = chainOf(call);
  const named = (name: RegExp): JavaNode | undefined => chain.find((each) => name.test(nameOf(each)));
  const given = (name: RegExp): JavaNode | undefined => {
    const found = named(name);
    return found && args(found)[0];
  };
  const folder = given(/^remoteDirectory$/);
  const taken = given(/^deleteRemoteFiles$/)?.text === 'true' || named(/^(?:filter|filterFunction|filterExpression)$/) !== undefined;
  return { kind: taken ? 'race' : 'files', what: shownSource(textOf(folder) ?? folder?.text ?? call.text) };
}

function onCall(call: JavaNode, cx: RuleFileContext): void {
  const name = field(call, 'name');
  const object = field(call, 'object');
  if (!name) return;
  if (/^inbound(?:Streaming)?Adapter$/.test(name.text) && object && fetchers.some((full) => isType(cx, call, object.text, full))) return report(cx, name, filesOf(call));
  const uri = name.text === 'from' && !object ? stringValue(args(call)[0]) : undefined;
  if (uri !== undefined && /\borg\.apache\.camel\b/.test(cx.text)) route(cx, call, name, uri);
}

function route(cx: RuleFileContext, call: JavaNode, at: JavaNode, uri: string): void {
  const found = camelPoll(uri);
  const chain = chainOf(call);
  if (!found || chain.some((each) => /^(?:routePolicy|idempotentConsumer)$/.test(nameOf(each)) || (nameOf(each) === 'autoStartup' && args(each)[0]?.text === 'false'))) return;
  const named = chain.find((each) => nameOf(each) === 'routeId');
  const id = named && textOf(args(named)[0]);
  cx.report({ at: span(at), ...polled(found, id === undefined ? nameOf(enclosingType(call) ?? call) : shownSource(id)) });
}

/** Adapters of Spring Integration and consumers of Camel that poll rows, files and mail on behalf of every replica. */
export const javaPollers = ruleMatcher({
  language: 'java',
  needles: [['JdbcPollingChannelAdapter'], [/org\.springframework\.integration\.(?:s?ftp|smb)\.dsl\./, /\binbound(?:Streaming)?Adapter\b/], ['org.apache.camel', /\bfrom\s*\(\s*"(?:s?ftps?|smb|imaps?|pop3s?|sql|quartz2?|cron):/]],
  on: {
    method_invocation: onCall,
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      if (type && isType(cx, creation, bareType(type), rowsAdapter)) report(cx, type, polledQuery(textOf(args(creation)[1]), args(creation)[1]?.text ?? rowsAdapter));
    },
  },
});
