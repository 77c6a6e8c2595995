import assert from 'node:assert/strict';
import type { Edit } from '../../../server/src/contract/rule.js';
import { applyEdits } from '../../../server/src/engine/fixes.js';
import { addImports, addRequirements, afterStatement, bracketsAround, keepsLineEndings } from '../../../server/src/syntax/python/edit.js';

function apply(text: string, edits: readonly Edit[]): string | undefined {
  return applyEdits(text, edits);
}

describe('edits of Python', () => {
  it('find brackets around a place, past strings and comments', () => {
    const text = 'a = {"key)": [1, (2)],  # ]\n  \'b\': 3}\n';
    assert.deepEqual(bracketsAround(text, text.indexOf('2')).map(({ open }) => text[open]), ['(', '[', '{']);
    assert.equal(text[bracketsAround(text, text.indexOf('3'))[0]?.close ?? 0], '}');
  });

  it('know where a statement ends', () => {
    const text = 'app = make(\n    1,\n)\nnext_one = 2\n';
    assert.equal(text.slice(afterStatement(text, 0)), 'next_one = 2\n');
    assert.equal(text.slice(afterStatement(text, text.indexOf('1'))), 'next_one = 2\n');
  });

  it('add imports once, the standard library first and others behind', () => {
    const text = '"""Shop."""\nfrom __future__ import annotations\n\nimport json\nfrom flask import (\n    Flask,\n)\n\napp = Flask(__name__)\n';
    const edits = addImports('app.py', text, 'import os', 'import redis', 'import json');
    assert.equal(apply(text, edits), '"""Shop."""\nfrom __future__ import annotations\n\nimport os\nimport json\nfrom flask import (\n    Flask,\n)\nimport redis\n\napp = Flask(__name__)\n');
  });

  it('begin a module that imports nothing behind its comment', () => {
    const text = '# Settings\nDEBUG = False\n';
    assert.equal(apply(text, addImports('settings.py', text, 'import os')), '# Settings\nimport os\n\nDEBUG = False\n');
  });

  it('add requirements where the project names them, and only those it lacks', () => {
    const files: Readonly<Record<string, string>> = { 'requirements.txt': 'Django>=5\nRedis\n', 'api/pyproject.toml': '[project]\nname = "api"\ndependencies = [\n    "fastapi",\n]\n', 'poetry/pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.12"\n', 'one/pyproject.toml': '[project]\ndependencies = ["flask"]\n' };
    const read = (path: string): string | undefined => files[path];
    const changed = (from: string, file: string): string | undefined => apply(files[file] ?? '', addRequirements(from, read, 'redis>=5.0,<8', 'django-storages[s3]>=1.14'));
    assert.equal(changed('shop/settings.py', 'requirements.txt'), 'Django>=5\nRedis\ndjango-storages[s3]>=1.14\n');
    assert.equal(changed('api/app/main.py', 'api/pyproject.toml'), '[project]\nname = "api"\ndependencies = [\n    "fastapi",\n    "redis>=5.0,<8",\n    "django-storages[s3]>=1.14",\n]\n');
    assert.equal(changed('one/main.py', 'one/pyproject.toml'), '[project]\ndependencies = ["flask", "redis>=5.0,<8", "django-storages[s3]>=1.14"]\n');
    assert.match(changed('poetry/main.py', 'poetry/pyproject.toml') ?? '', /^redis = ">=5\.0,<8"$/m);
  });

  it('end lines as the file does', () => {
    const fix = keepsLineEndings({ key: 'x', title: { en: 'x', ko: '가' }, safety: 'review', edits: () => [{ do: 'replace', file: 'a.py', span: { start: 0, end: 0 }, text: 'import os\nimport re\n' }] });
    const [edit] = fix.edits({ text: () => 'a = 1\r\n' } as never) ?? [];
    assert.equal(edit?.text, 'import os\r\nimport re\r\n');
  });
});
