import { ruleMatcher } from '../../../contract/rule.js';
import { args, assignedValue, calleeOf, isAside, stringValue } from '../../../syntax/go/ask.js';
import { span } from '../../../syntax/tree-sitter/nodes.js';

/** Programs that images do not have by themselves, as settings name them: `cfg.FFmpegPath`. */
const configured = /\b(?:\w+(?:\(\w*\))?\.)+(ffmpeg|ffprobe|libreoffice|soffice|vips|imagemagick|wkhtmltopdf|pandoc|tesseract|exiftool|ghostscript|calibre|chromium|chrome)(?:Path|Bin|Binary|Exe|Executable|Command|Cmd)?\b/i;

/** Programs that Go code starts by name. */
export const goSpawns = ruleMatcher({
  language: 'go',
  needles: [['os/exec', /exec\.Command(?:Context)?\(/]],
  on: {
    call_expression(call, cx) {
      const callee = calleeOf(cx, call);
      if (callee?.path !== 'os/exec' || !/^Command(?:Context)?$/.test(callee.name) || isAside(cx, call)) return;
      const given = args(call)[callee.name === 'CommandContext' ? 1 : 0];
      const written = stringValue(given) ?? (given ? stringValue(assignedValue(given)) : undefined);
      // A setting that says where the program lies names it.
      const tool = written ?? (given && configured.exec(given.text)?.[1]?.toLowerCase());
      if (tool === undefined || /^(?:sh|bash|\/bin\/(?:sh|bash))$/.test(tool) || /[\s/\\]$/.test(tool)) return;
      const windows = /\.exe$|^(?:cmd|powershell|rundll32)$/i.test(tool);
      // A branch for the developer's own machine: opening a browser and the like.
      if (windows || /^(?:open|xdg-open|start|go|git)$/.test(tool)) return;
      cx.report({ at: span(callee.token), say: 'tool', args: { tool }, data: { tool } });
    },
  },
});
