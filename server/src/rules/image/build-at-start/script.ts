import { buildStepOf } from '../../../syntax/build-step.js';
import { steps } from '../../../syntax/dockerfile/shell.js';
import { branchesBefore, conditionsBefore, isScriptOfImage, scriptLines, startScriptMatcher } from '../../../syntax/start-command.js';
import { buildWords } from './dockerfile.js';

/** Hands over to the program in the end, as scripts of images do. */
const handsOver = /\bexec\s/;
const developing = /dev|debug|local|test|watch/i;

/** Steps that install or build in a script that images begin with; those that a condition decides on are an information. */
export const inScript = startScriptMatcher([[buildWords]], ({ text, path }, cx) => {
  if (!isScriptOfImage(path) || !handsOver.test(text)) return;
  for (const line of scriptLines(text)) {
    const inner = line.text.replace(/^(?:if|then|else|elif|do|while|until|!)\s+/, '');
    const parts = steps(inner) ?? [{ text: inner, start: 0 }];
    const part = parts.find((each) => buildStepOf(each.text) !== undefined);
    const found = part && buildStepOf(part.text);
    if (!found) continue;
    const around = [...conditionsBefore(text, line.start), line.text.slice(0, line.text.length - inner.length)];
    const branches = branchesBefore(text, line.start);
    if ([...around, ...branches].some((condition) => developing.test(condition))) continue;
    const conditional = branches.length > 0 || around.some((condition) => condition.trim() !== '') || /\|\|/.test(line.text);
    const first = found.tool.split(' ')[0] ?? '';
    const start = line.start + line.text.indexOf(first, Math.max(0, line.text.indexOf(part?.text.trim() ?? '')));
    cx.report({ at: { start, end: start + first.length }, say: found.kind, args: { tool: found.tool }, data: { keyword: '', fixable: false }, ...(conditional ? { severity: 'info' as const, confidence: 'medium' as const } : {}) });
    return;
  }
});
