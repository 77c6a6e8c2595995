import type { RuleFileContext } from '../../../contract/rule.js';
import { ruleMatcher } from '../../../contract/rule.js';
import { args, bareType, enclosingCallable, enclosingType, field, isType, nameOf, span, typeOf, type JavaNode } from '../../../syntax/java/ask.js';
import { supertypes } from '../../../syntax/java/lifecycle.js';
import { isForDevelopment } from '../../../syntax/java/profile.js';
import { isCommandLine } from '../../../syntax/java/program.js';
import { packageOf } from '../../../facts/tool-package.js';
import { commandOf, isChosenOnMac, isChosenOnWindows, isDevelopmentServer, isForWindows, isOwnScript } from './java-command.js';

/** What every image of a usual Linux brings along, the virtual machine itself, and what opens windows on a desktop. */
const always = /^(?:java|javaw|jcmd|jstack|jmap|sh|echo|cat|ls|cp|mv|rm|mkdir|chmod|chown|touch|ln|head|tail|sort|wc|cut|tr|tee|date|sleep|true|false|pwd|env|id|whoami|hostname|uname|test|kill|df|du|stat|readlink|realpath|nproc|tty|stty|getconf|ulimit|grep|sed|tar|gzip|gunzip)$/;
const desktop = /^(?:open|xdg-open|rundll32|explorer|start|gnome-open|kde-open|firefox|iexplore|notepad)$/i;

/** Classes that a build or a developer's tool runs. */
function isTooling(place: JavaNode): boolean {
  const type = enclosingType(place);
  return type !== undefined && supertypes(type).some((name) => /Mojo$|^DefaultTask$|^Task$|^Plugin$|^AbstractProcessor$|Command$/.test(name));
}

/** Whether a name around a place, or the branch that it stands in, is for Windows alone. */
function isOnWindowsOnly(place: JavaNode): boolean {
  if (isForWindows(enclosingCallable(place)) || /Win(?:dows|[A-Z])/.test(nameOf(enclosingType(place) ?? place))) return true;
  return isChosenOnWindows(place);
}

const unknownKey = {};

function report(cx: RuleFileContext, at: JavaNode, place: JavaNode, values: readonly JavaNode[]): void {
  if (isCommandLine(place) || isForDevelopment(place) || isTooling(place) || isChosenOnMac(place) || isDevelopmentServer(cx, values)) return;
  const command = commandOf(cx, values);
  if (!command && isOwnScript(cx, values)) return;
  if (!command) {
    // A file that starts what it is told to does so in several places; one tells the reader enough.
    cx.once(unknownKey, () => cx.report({ at: span(at), say: 'unknown', severity: 'info', confidence: 'low', cause: 'unknown', data: { tool: '' } }));
    return;
  }
  const { tool, windows } = command;
  if (always.test(tool) || desktop.test(tool) || (windows && isOnWindowsOnly(place))) return;
  cx.report({ at: span(at), say: windows ? 'windows' : 'tool', args: { tool }, cause: `tool ${tool.toLowerCase()}`, data: { tool, package: packageOf(tool) } });
}

/** `Runtime.getRuntime().exec(…)`, also through a variable. */
function isExec(call: JavaNode): boolean {
  const object = field(call, 'object');
  return object !== undefined && (/\bRuntime\s*\.\s*getRuntime\s*\(\s*\)$/.test(object.text) || typeOf(object) === 'Runtime');
}

/** Programs that the code starts. */
export const javaSpawns = ruleMatcher({
  language: 'java',
  needles: [['getRuntime', 'exec'], ['ProcessBuilder'], ['org.apache.commons.exec'], ['org.zeroturnaround.exec']],
  on: {
    method_invocation(call, cx) {
      const name = field(call, 'name');
      const object = field(call, 'object');
      if (!name || !object) return;
      if (name.text === 'exec' && isExec(call)) report(cx, name, call, args(call).slice(0, 1));
      else if (name.text === 'parse' && isType(cx, call, object.text, 'org.apache.commons.exec.CommandLine')) report(cx, name, call, args(call));
      else if (name.text === 'command' && args(call).length > 0 && /^(?:ProcessBuilder|ProcessExecutor)$/.test(typeOf(object)) && isEmpty(object)) report(cx, name, call, args(call));
    },
    object_creation_expression(creation, cx) {
      const type = field(creation, 'type');
      const [first, ...rest] = args(creation);
      if (!type || !first) return;
      const single = isType(cx, creation, bareType(type), 'org.apache.commons.exec.CommandLine');
      if (single || isType(cx, creation, bareType(type), 'java.lang.ProcessBuilder', 'org.zeroturnaround.exec.ProcessExecutor')) report(cx, type, creation, single ? [first] : [first, ...rest]);
    },
  },
});

/** `new ProcessBuilder()` gets its command later; one that has a command was told where it was made. */
function isEmpty(builder: JavaNode): boolean {
  const text = builder.tree.rootNode.text;
  return builder.type === 'identifier' ? new RegExp(`\\b${builder.text}\\s*=\\s*new\\s+Process(?:Builder|Executor)\\(\\s*\\)`).test(text) : /new\s+Process(?:Builder|Executor)\(\s*\)$/.test(builder.text);
}
