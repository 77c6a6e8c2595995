import { factMatcher, type FactExtractor, type FactFileContext } from '../contract/rule.js';
import { args, bareType, declarationOf, enclosing, enclosingCallable, field, nameOf, readAnnotation, simpleName, span, stringValue, type JavaNode } from '../syntax/java/ask.js';
import { descendants } from '../syntax/java/descendants.js';
import { shellText } from '../syntax/dockerfile/ask.js';
import { attribute } from '../syntax/xml/ask.js';
import type { Evidence } from './evidence.js';

/** A place whose result depends on how the host is set up. */
export interface HostAssumption {
  /** `cutoff`: compares the hour of the day; `day`: takes today's date; `schedule`: runs at a fixed hour; `charset`: turns text into bytes or back beside Korean charsets. */
  readonly what: 'cutoff' | 'day' | 'schedule' | 'charset';
  /** As the reader would search for it: `LocalTime.now()`. */
  readonly via: string;
}

declare module '../contract/workspace.js' {
  interface FactOf {
    'host.assumption': HostAssumption;
    /** The code or the image sets the time zone or the charset itself; `covers` says which: `zone` or `charset`. */
    'host.locale': Evidence;
  }
}

function emit(cx: FactFileContext, at: JavaNode, what: HostAssumption['what'], via: string): void {
  cx.emit('host.assumption', span(at), { what, via });
}

const questions = /^(?:isBefore|isAfter|compareTo|getHour|getHourOfDay)$/;

/** The method that is called with or on a value, also through a local variable. */
function isCompared(call: JavaNode): boolean {
  const parent = call.parent;
  const user = parent?.type === 'argument_list' ? parent.parent : parent;
  if (user?.type === 'method_invocation') return questions.test(nameOf(user));
  const name = parent?.type === 'variable_declarator' ? nameOf(parent) : '';
  const body = enclosingCallable(call)?.text ?? '';
  return /^\w+$/.test(name) && new RegExp(`\\b${name}\\s*\\.\\s*(?:isBefore|isAfter|compareTo|getHour)\\b|\\b(?:isBefore|isAfter|compareTo)\\(\\s*${name}\\s*\\)`).test(body);
}

function ofNow(call: JavaNode, cx: FactFileContext): void {
  const receiver = field(call, 'object')?.text ?? '';
  if (args(call).length > 0) return;
  const user = call.parent?.type === 'argument_list' ? call.parent.parent : call.parent;
  const used = user?.type === 'method_invocation' ? nameOf(user) : '';
  if (receiver === 'LocalTime' && isCompared(call)) emit(cx, call, 'cutoff', 'LocalTime.now()');
  if (receiver === 'LocalDateTime' && used === 'getHour') emit(cx, call, 'cutoff', 'LocalDateTime.now().getHour()');
  if (receiver === 'LocalDate' && /^(?:isBefore|isAfter|isEqual|format|minus\w*|plus\w*)$/.test(used)) emit(cx, call, 'day', 'LocalDate.now()');
}

function ofCalendar(call: JavaNode, cx: FactFileContext): void {
  const [unit] = args(call);
  const relation = call.parent?.type === 'binary_expression' && call.parent.children.some((child) => /^(?:[<>]=?|==)$/.test(child?.text ?? ''));
  if (relation && unit?.text === 'Calendar.HOUR_OF_DAY' && !/TimeZone|ZoneId/.test(cx.text)) emit(cx, call, 'cutoff', 'get(Calendar.HOUR_OF_DAY)');
}

/** The expression behind a name, or the expression itself. */
function valueOf(node: JavaNode | undefined): JavaNode | undefined {
  return node?.type === 'identifier' || node?.type === 'field_access' ? declarationOf(node)?.value : node;
}

function isNow(node: JavaNode | undefined): boolean {
  return /^(?:new (?:java\.util\.)?Date\((?:System\.currentTimeMillis\(\))?\)|System\.currentTimeMillis\(\)|(?:java\.util\.)?Calendar\.getInstance\(\)\.getTime\(\))$/.test(valueOf(node)?.text ?? '');
}

/** `yyyyMMdd` of this moment: a key, a business date or the name of a folder, not a time stamp in a log. */
function ofFormat(call: JavaNode, cx: FactFileContext): void {
  const format = valueOf(field(call, 'object'));
  if (format?.type !== 'object_creation_expression' || simpleName(bareType(field(format, 'type'))) !== 'SimpleDateFormat' || !isNow(args(call)[0])) return;
  const pattern = stringValue(args(format)[0]) ?? '';
  if (!/^yyyy[-./]?MM[-./]?dd$/.test(pattern) || /setTimeZone|TimeZone\.getTimeZone|ZoneId/.test(cx.text)) return;
  emit(cx, field(call, 'name') ?? call, 'day', `new SimpleDateFormat("${pattern}")`);
}

/** A Spring or Quartz cron expression with fixed hours. */
function hasFixedHour(cron: string): boolean {
  const fields = cron.trim().split(/\s+/);
  return fields.length >= 6 && /^\d{1,2}(?:[,-]\d{1,2})*$/.test(fields[2] ?? '');
}

function ofSchedule(node: JavaNode, cx: FactFileContext): void {
  const { name, values } = readAnnotation(node);
  const cron = stringValue(values.get('cron')) ?? '';
  if (name === 'Scheduled' && !values.has('zone') && hasFixedHour(cron)) emit(cx, node, 'schedule', `@Scheduled(cron = "${cron}")`);
}

const koreanCharset = /"(?:EUC[-_]?KR|MS949|KSC5601|KS_C_5601-1987|CP949|x-windows-949)"/i;
const namedKey = {};

/** Whether code of the file, not only a comment, names a Korean charset. */
function namesKoreanCharset(node: JavaNode, cx: FactFileContext): boolean {
  return cx.once(namedKey, () => descendants(node.tree.rootNode, 'string_literal').some(({ text }) => koreanCharset.test(text)));
}

function ofCharset(node: JavaNode, cx: FactFileContext): void {
  const via = node.type === 'method_invocation' ? 'getBytes()' : `new ${simpleName(bareType(field(node, 'type')))}(…)`;
  if (enclosing(node, 'annotation') === undefined && namesKoreanCharset(node, cx)) emit(cx, node, 'charset', via);
}

const java = factMatcher({
  language: 'java',
  needles: [
    ['LocalTime.now'], ['LocalDateTime.now', 'getHour'], ['Calendar.HOUR_OF_DAY', /\.get\(Calendar\.HOUR_OF_DAY\)\s*(?:[<>]|==)/],
    ['LocalDate.now', /\bLocalDate\.now\(\)\s*\.\s*(?:is(?:Before|After|Equal)|format|minus|plus)|\bis(?:Before|After|Equal)\(\s*LocalDate\.now\(\)/],
    ['SimpleDateFormat', /new (?:java\.text\.)?SimpleDateFormat\(\s*"yyyy[-./]?MM[-./]?dd"/, /new (?:java\.util\.)?Date\(\)|currentTimeMillis|Calendar\.getInstance\(\)/], ['Scheduled', /cron\s*=\s*"/],
  ],
  on: {
    method_invocation(call, cx) {
      const name = nameOf(call);
      if (name === 'now') ofNow(call, cx);
      else if (name === 'get') ofCalendar(call, cx);
      else if (name === 'format') ofFormat(call, cx);
    },
    annotation: ofSchedule,
  },
});

/** Text for other systems is written in a Korean charset on purpose; beside it stand places that leave the choice to the host. */
const charsets = factMatcher({
  language: 'java',
  needles: [[koreanCharset, /\.getBytes\(\)|new FileReader\(|new FileWriter\(/]],
  on: {
    method_invocation(call, cx) {
      if (nameOf(call) === 'getBytes' && args(call).length === 0) ofCharset(call, cx);
    },
    object_creation_expression(creation, cx) {
      if (/^File(?:Reader|Writer)$/.test(simpleName(bareType(field(creation, 'type')))) && args(creation).every((argument) => !/[Cc]harset/.test(argument.text))) ofCharset(creation, cx);
    },
  },
});

const settings = factMatcher({
  language: 'java',
  needles: [['TimeZone', 'setDefault'], ['user.timezone'], ['file.encoding', 'setProperty']],
  on: {
    method_invocation(call, cx) {
      const receiver = simpleName(field(call, 'object')?.text ?? '');
      const key = nameOf(call) === 'setProperty' ? stringValue(args(call)[0]) : undefined;
      if (nameOf(call) === 'setDefault' && receiver.endsWith('TimeZone')) cx.emit('host.locale', span(call), { via: 'TimeZone.setDefault', covers: 'zone' });
      if (key === 'user.timezone' || key === 'file.encoding') cx.emit('host.locale', span(call), { via: key, covers: key === 'user.timezone' ? 'zone' : 'charset' });
    },
  },
});

/** Quartz triggers and Spring's scheduler in XML. */
const xml = factMatcher({
  language: 'xml',
  needles: [['cron'], ['cronExpression']],
  on: {
    scheduled(element, cx) {
      const cron = attribute(element, 'cron');
      if (cron && cron.valueSpan.end > cron.valueSpan.start && hasFixedHour(cron.value)) cx.emit('host.assumption', cron.valueSpan, { what: 'schedule', via: `cron="${cron.value}"` });
    },
    property(element, cx) {
      if (attribute(element, 'name')?.value !== 'cronExpression' || element.parent?.children.some((other) => attribute(other, 'name')?.value === 'timeZone')) return;
      const value = attribute(element, 'value');
      const inner = element.children.find(({ local }) => local === 'value');
      const [cron, at] = value ? [value.value, value.valueSpan] : [inner?.text ?? '', inner?.textSpan];
      if (at && at.end > at.start && hasFixedHour(cron)) cx.emit('host.assumption', at, { what: 'schedule', via: `cronExpression ${cron.trim()}` });
    },
  },
});

const image = factMatcher({
  language: 'dockerfile',
  needles: [[/zoneinfo|localtime|timezone/]],
  on: {
    file(node, cx) {
      for (const instruction of node.instructions) {
        if (/^(?:RUN|COPY|ADD)$/.test(instruction.getKeyword()) && /\/etc\/(?:localtime|timezone)/.test(shellText(instruction))) cx.emit('host.locale', node.span(instruction.getInstructionRange()), { via: '/etc/localtime', covers: 'zone' });
      }
    },
  },
});

/** `host.assumption`, `host.locale`: see the kinds. */
export const hostLocaleFacts: FactExtractor = { kinds: ['host.assumption', 'host.locale'], matchers: [java, charsets, settings, xml, image] };
