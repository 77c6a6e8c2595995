import type { ProjectCheck } from '../../../contract/rule.js';
import { composeReads, isApplication } from '../../../facts/compose/project.js';
import { startToolIn, type StartTool } from '../../../syntax/start-tool.js';
import { scriptReads, scriptsFor } from './scripts.js';

type Scripts = Readonly<Record<string, string>>;

/** What a script of a package starts in the end, when that is a build tool or a server for development. */
function endOf(scripts: Scripts, name: string, depth = 4): StartTool | undefined {
  const script = scripts[name];
  const tool = script === undefined || depth === 0 ? undefined : startToolIn(script.replace(/^(?:\s*cross-env(?:-shell)?\s+|\s*\w+=\S+\s+)+/, ''));
  return tool?.script !== undefined && tool.script !== name && scripts[tool.script] !== undefined ? (endOf(scripts, tool.script, depth - 1) ?? tool) : tool;
}

/** Looks at each start command that no program serves behind by itself. */
export const startedThrough: ProjectCheck<'image.start'> = {
  subject: 'image.start',
  reads: [...scriptReads, ...composeReads],
  check(start, { model, report }) {
    const { kind, tool, script, forwarded, service } = start.value;
    const composed = service === undefined ? undefined : model.facts('compose.service').find(({ file, value }) => file === start.file && value.name === service);
    if (service !== undefined && (!composed || !isApplication(model, composed))) return;
    const scripts = scriptsFor(model, start.file, start.value)?.scripts;
    const behind = scripts && script !== undefined ? endOf(scripts, script) : undefined;
    const data = { in: start.value.in };
    if (behind && behind.kind === 'development' && behind.tool !== tool) report({ say: 'developmentScript', args: { tool, server: behind.tool }, data });
    else if (kind !== 'manager') report({ say: kind, args: { tool }, data });
    else report({ say: 'manager', args: { tool }, data, ...(forwarded ? { severity: 'info' as const } : {}) });
  },
};
