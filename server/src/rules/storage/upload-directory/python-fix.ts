import { addImports, addRequirements, afterStatement, keepsLineEndings } from '../../../syntax/python/edit.js';

const switchName = 'AWS_STORAGE_BUCKET_NAME';

/** Options that the environment gives to the storage; the rest comes from the usual variables of AWS. */
const backend = [
  '{',
  '        "BACKEND": "storages.backends.s3.S3Storage",',
  '        "OPTIONS": {',
  `            "bucket_name": os.environ["${switchName}"],`,
  '            "endpoint_url": os.environ.get("AWS_S3_ENDPOINT_URL"),',
  '        },',
  '    }',
].join('\n');

const whole = `if os.environ.get("${switchName}"):\n    STORAGES = {\n        "default": ${backend.replace(/\n/g, '\n    ')},\n        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},\n    }\n`;
const part = `if os.environ.get("${switchName}"):\n    STORAGES["default"] = ${backend}\n`;

/** Files go to a bucket where the environment names one, and stay in the folder elsewhere. Django 4.2 and newer. */
export const djangoStorages = keepsLineEndings({
  key: 'django-storages',
  title: { en: `Keep uploads in object storage when ${switchName} is set (django-storages)`, ko: `${switchName} 값이 있으면 업로드 파일을 오브젝트 스토리지에 저장(django-storages)` },
  safety: 'review',
  applies: ({ file, data, say }) => file.endsWith('.py') && (data as { readonly python?: string } | null)?.python === 'MEDIA_ROOT' && say !== 'pythonStorage',
  edits({ finding: { file, range }, text }) {
    const now = text(file);
    if (now === undefined || /\bDEFAULT_FILE_STORAGE\b|storages\.backends/.test(now)) return undefined;
    const own = /^STORAGES\b[^\n]*=/m.exec(now);
    const at = afterStatement(now, own ? own.index : range.start);
    const lead = at === now.length && !now.endsWith('\n') ? '\n' : '';
    return [
      { do: 'replace', file, span: { start: at, end: at }, text: `${lead}\n${own ? part : whole}` },
      ...addImports(file, now, 'import os'), ...addRequirements(file, text, 'django-storages[s3]>=1.14'),
    ];
  },
});
