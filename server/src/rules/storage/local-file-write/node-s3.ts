import { ts } from 'ts-morph';
import { lineEnding } from '../../../base/text.js';
import type { Json } from '../../../base/json.js';
import type { RuleFileContext } from '../../../contract/rule.js';
import { plannedFix } from '../../../generators/planned-source.js';
import { addedModules, importStyle, unusedName } from '../../../syntax/typescript/edit.js';
import { calledModule } from '../../../syntax/typescript/modules.js';
import { planned } from '../../../syntax/typescript/plan.js';
import type { NodeSink } from './node-sinks.js';

/** What only files on the disk have: code that reads it would find nothing where the file went to a bucket. */
const onDisk = /\bfiles?\b[^;\n]{0,40}\.(?:path|filename|destination)\b|\{[^}\n]*\b(?:path|filename|destination)\b[^}\n]*\}\s*=\s*\w+\.files?\b/;

/** `process.env.S3_BUCKET ? multerS3(…) : …`: the bucket's name is the switch, so that nothing changes until it is set. */
export function s3Plan(cx: RuleFileContext, { call, token, upload }: NodeSink): Json {
  const file = call.getSourceFile();
  const origin = upload && ts.isCallExpression(call) ? calledModule(cx, call) : undefined;
  const style = origin?.module === 'multer' ? importStyle(file, 'multer') : undefined;
  if (!origin || !style || onDisk.test(cx.text) || /['"]multer-s3['"]/.test(cx.text)) return null;
  const { quote, semicolon, keyword } = style;
  const engine = unusedName(file, 'multerS3');
  const client = addedModules(cx, file, style, [{ module: '@aws-sdk/client-s3', name: 'S3Client' }]);
  const taken = style.kind === 'import' ? `import ${engine} from ${quote}multer-s3${quote}` : `${keyword} ${engine} = require(${quote}multer-s3${quote})`;
  const at = style.after.getEnd();
  const imports = { start: at, end: at, text: `${lineEnding(file.text)}${taken}${semicolon}${client.edits.map((each) => each.text).join('')}` };
  const storage = `${engine}({ s3: new ${client.names[0] ?? 'S3Client'}({}), bucket: process.env.S3_BUCKET, contentType: ${engine}.AUTO_CONTENT_TYPE })`;
  const place = origin.path === 'diskStorage' ? call : ts.isPropertyAssignment(token.parent) || ts.isShorthandPropertyAssignment(token.parent) ? token.parent : undefined;
  if (!place || place.getStart() < at) return null;
  const written = place.getText();
  const text = place === call ? `process.env.S3_BUCKET ? ${storage} : ${written}` : `...(process.env.S3_BUCKET ? { storage: ${storage} } : { ${written} })`;
  const types = /\.[cm]?tsx?$/.test(cx.path) ? { '@types/multer-s3': '^3.0.3' } : {};
  return planned(file, [imports, { start: place.getStart(), end: place.getEnd(), text }], { '@aws-sdk/client-s3': '^3.0.0', 'multer-s3': '^3.0.1', ...types });
}

/** Uploads go to a bucket wherever S3_BUCKET names one. */
export const multerToS3 = plannedFix({
  key: 'multer-s3', data: 's3',
  title: { en: 'Store uploads in S3 where S3_BUCKET is set (multer-s3)', ko: 'S3_BUCKET이 설정된 곳에서는 업로드를 S3에 저장(multer-s3)' },
});
