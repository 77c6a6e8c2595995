import assert from 'node:assert/strict';
import { describeImages, dockerfile, found, generate, openshift } from './golden.js';
import type { Files } from './workspaces.js';

const flask = 'from flask import Flask\n\napp = Flask(__name__)\n\n\n@app.get("/healthz")\ndef health():\n    return "ok"\n';
const fastapi = 'from fastapi import FastAPI\n\napp = FastAPI()\n';
const project = (extra: string): string => `[project]\nname = "shop"\nversion = "1.0.0"\nrequires-python = ">=3.11,<3.13"\ndependencies = [${extra}]\n`;

const django: Files = {
  'manage.py': 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\n',
  'shop/__init__.py': '',
  'shop/wsgi.py': 'import os\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = get_wsgi_application()\n',
  'shop/asgi.py': 'from django.core.asgi import get_asgi_application\n\napplication = get_asgi_application()\n',
  'shop/settings.py': 'import os\n\nSECRET_KEY = os.environ["SHOP_KEY"]\nROOT_URLCONF = "shop.urls"\nSTATIC_ROOT = "/app/static"\nLANGUAGE_CODE = "en"\n',
};

const workspaces: Readonly<Record<string, Files>> = {
  'python-flask-pip': { 'requirements.txt': 'flask==3.1.0\ngunicorn==23.0.0\npsycopg2==2.9.10\n', 'constraints.txt': 'werkzeug==3.1.3\n', '.python-version': '3.12.4\n', 'app.py': flask },
  'python-flask-without-server': { 'requirements.txt': 'flask\n', 'shop/__init__.py': 'from flask import Flask\n\n\ndef create_app(config=None):\n    app = Flask(__name__)\n    return app\n' },
  'python-fastapi-uv': { 'pyproject.toml': project('"fastapi", "uvicorn[standard]"'), 'uv.lock': 'version = 1\n', 'app/__init__.py': '', 'app/main.py': fastapi },
  'python-fastapi-poetry': { 'pyproject.toml': '[tool.poetry]\nname = "shop"\n\n[tool.poetry.dependencies]\npython = "^3.10"\nfastapi = { version = "^0.115", extras = ["standard"] }\n', 'poetry.lock': '', 'src/shop/main.py': fastapi, 'src/shop/__init__.py': '' },
  'python-pipenv': { Pipfile: '[packages]\nflask = "*"\nwaitress = "*"\n\n[requires]\npython_version = "3.11"\n', 'Pipfile.lock': '{}', 'wsgi.py': 'from shop import create_app\n\napp = create_app()\n', 'shop/__init__.py': 'from flask import Flask\n\n\ndef create_app():\n    app = Flask(__name__)\n    return app\n' },
  'python-pdm': { 'pyproject.toml': project('"litestar", "uvicorn"'), 'pdm.lock': '', 'app.py': 'from litestar import Litestar\n\napp = Litestar()\n' },
  'python-django': { ...django, 'requirements.txt': 'django==5.1.4\ngunicorn==23.0.0\nmysqlclient==2.2.6\n', 'runtime.txt': 'python-3.12.8\n' },
  'python-django-openshift': { ...django, ...openshift, 'requirements.txt': 'django==5.1.4\n' },
  'python-flask-front-end': { 'requirements.txt': 'flask==3.1.0\ngunicorn==23.0.0\n', '.python-version': '3.13\n', 'shop/__init__.py': flask, 'package.json': '{"private":true,"scripts":{"build":"webpack"},"devDependencies":{"webpack":"^5"}}', 'package-lock.json': '{}' },
  'python-plain-pyproject': { 'pyproject.toml': project('"fastapi"'), 'main.py': fastapi },
};

describe('Dockerfile generator for Python', () => {
  describeImages(workspaces);
  describeImages({ 'python-program': { 'requirements.txt': 'requests==2.32.3\n', '.python-version': '3.13\n', 'main.py': 'print("imported")\n' } }, false);

  it('takes the port and its variable from the code', async () => {
    const [one] = await found({ 'requirements.txt': 'flask\n', 'main.py': `import os\n${flask}\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", port=int(os.environ.get("PORT", 5050)))\n` });
    assert.deepEqual(one?.port, { port: 5050, source: 'main.py', env: 'PORT' });
    assert.ok(one?.start.includes('0.0.0.0:5050'));
  });

  it('takes the release of the image of today where nothing else names one', async () => {
    const files = { 'requirements.txt': 'flask\n', 'app.py': flask, Dockerfile: 'FROM python:3.11 AS build\nWORKDIR /app\nCOPY . .\n\nFROM python:3.11-slim\nCOPY --from=build /app /app\nCMD ["python", "app.py"]\n' };
    const [one] = await found(files);
    assert.deepEqual(one?.runtime, { version: '3.11', reason: 'Python 3.11: Dockerfile runs it today', known: true });
    assert.equal((await found({ ...files, '.python-version': '3.12\n' }))[0]?.runtime.version, '3.12');
  });

  it('reads ranges of versions as their tools do', async () => {
    const version = async (range: string): Promise<string | undefined> => (await found({ 'pyproject.toml': `[project]\nname = "a"\nrequires-python = "${range}"\n`, 'main.py': fastapi }))[0]?.runtime.version;
    assert.deepEqual(await Promise.all(['>=3.9', '>=3.9,<3.12', '~=3.10', '==3.11.*', '>=3.8,!=3.13.*', '<3.11,>=3.9', '==3.12.4', '>=3.14'].map(version)), ['3.13', '3.11', '3.13', '3.11', '3.14', '3.10', '3.12', '3.14']);
  });

  it('reads ranges of Poetry', async () => {
    const version = async (range: string): Promise<string | undefined> => (await found({ 'pyproject.toml': `[tool.poetry]\nname = "a"\n\n[tool.poetry.dependencies]\npython = "${range}"\n`, 'main.py': fastapi }))[0]?.runtime.version;
    assert.deepEqual(await Promise.all(['^3.9', '~3.11', '3.10.*', '>=3.9 <3.12', '^3.8 || ^3.9', '*'].map(version)), ['3.13', '3.11', '3.10', '3.11', '3.13', '3.13']);
  });

  it('starts the settings for Django that its own module names, by ASGI where only such a server is there', async () => {
    const [one] = await found({ ...django, 'requirements.txt': 'django\nuvicorn\n' });
    assert.deepEqual([one?.kind, one?.start.at(-1), one?.start[0]], ['django', 'shop.asgi:application', 'uvicorn']);
  });

  it('starts with the settings for users, and asks for them where only those of developers are there', async () => {
    const staged = (files: Files): Files => ({ ...django, 'requirements.txt': 'django\ngunicorn\n', 'manage.py': 'import os\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.dev")\n', 'shop/wsgi.py': 'import os\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings.dev")\napplication = get_wsgi_application()\n', 'shop/settings.py': '', 'shop/settings/__init__.py': '', 'shop/settings/base.py': 'STATIC_ROOT = "/app/static"\n', 'shop/settings/dev.py': 'from .base import *\n', ...files });
    const production = await dockerfile(staged({ 'shop/settings/production.py': 'from .base import *\n' }));
    assert.match(production, /^ {4}DJANGO_SETTINGS_MODULE=shop\.settings\.production$/m);
    assert.match(production, /DJANGO_SETTINGS_MODULE=shop\.settings\.production python manage\.py collectstatic/);
    assert.match(await dockerfile(staged({ 'shop/settings/onprem.py': 'from .base import *\n', Dockerfile: 'FROM python:3.13-slim\nENV DJANGO_SETTINGS_MODULE=shop.settings.onprem\nCOPY . .\nCMD ["gunicorn", "shop.wsgi"]\n' })), /DJANGO_SETTINGS_MODULE=shop\.settings\.onprem$/m);
    assert.match(await dockerfile(staged({})), /^# TODO: the program starts with the settings shop\.settings\.dev, /m);
    assert.doesNotMatch(await dockerfile({ ...django, 'requirements.txt': 'django\n' }), /^ {4}DJANGO_SETTINGS_MODULE/m);
  });

  it('starts the application that a project makes by a function of its own under the name of that of Django', async () => {
    const [one] = await found({ 'requirements.txt': 'django\nuvicorn\n', 'manage.py': django['manage.py'] ?? '', 'shop/__init__.py': '', 'shop/__main__.py': 'import sys\n', 'shop/settings.py': '', 'shop/asgi/__init__.py': 'from .handler import get_asgi_application\nfrom .health import health_check\n\napplication = get_asgi_application()\napplication = health_check(application, "/health/")\n', 'shop/asgi/handler.py': 'from django.core.handlers.asgi import ASGIHandler\n\n\ndef get_asgi_application():\n    return ASGIHandler()\n' });
    assert.deepEqual([one?.kind, one?.start[0], one?.start.at(-1), one?.serves], ['django', 'uvicorn', 'shop.asgi:application', undefined]);
  });

  it('starts servers of gRPC as programs that listen', async () => {
    const [one] = await found({ 'requirements.txt': 'grpcio==1.68.0\n', 'mail_server.py': 'import os\nfrom concurrent import futures\nimport grpc\n\nserver = grpc.server(futures.ThreadPoolExecutor())\nport = os.environ.get("PORT", "8082")\nserver.add_insecure_port("[::]:" + port)\nserver.start()\n' });
    assert.deepEqual([one?.start, one?.port], [['python', 'mail_server.py'], { port: 8082, source: 'mail_server.py', env: 'PORT' }]);
  });

  it('finds the application that a function of another module makes from a class of its own', async () => {
    const [one] = await found({ 'requirements.txt': 'flask\ngunicorn\n', 'wsgi.py': 'from shop import create_app\n\napp = create_app()\n', 'shop/__init__.py': 'from flask import Flask\n\n\nclass Shop(Flask):\n    pass\n\n\ndef create_app(config="x"):\n    return Shop(__name__)\n' });
    assert.deepEqual([one?.kind, one?.start.at(-1)], ['flask', 'wsgi:app']);
  });

  it('takes a port that its account may open', async () => {
    const [one] = await found({ 'requirements.txt': 'flask\ngunicorn\n', 'app.py': `${flask}\nif __name__ == "__main__":\n    app.run(host="0.0.0.0", port=80)\n` });
    assert.equal(one?.port.port, 8000);
  });

  it('follows a Procfile', async () => {
    const [one] = await found({ 'requirements.txt': 'flask\ngunicorn\n', Procfile: 'web: gunicorn --workers 4 shop.web:site\n', 'shop/web.py': 'from flask import Flask\n\nsite = Flask(__name__)\n', 'shop/__init__.py': '', 'app.py': flask });
    assert.equal(one?.start.at(-1), 'shop.web:site');
  });

  it('builds a member of a workspace of uv from the root of the workspace', async () => {
    const image = await generate({ 'uv.lock': '', 'pyproject.toml': '[project]\nname = "root"\n\n[tool.uv.workspace]\nmembers = ["web"]\n', 'web/pyproject.toml': '[project]\nname = "web"\ndependencies = ["fastapi", "uvicorn"]\n', 'web/main.py': fastapi }, 'web');
    assert.equal(image.files[0]?.path, 'web/Dockerfile');
    assert.match(image.files[0]?.text ?? '', /uv sync --locked --inexact --no-dev --package web --no-editable/);
    assert.match(image.files[0]?.text ?? '', /PYTHONPATH=\/app\/web/);
  });

  it('asks which of two lock files holds', async () => {
    const files = { 'pyproject.toml': '[tool.poetry]\nname = "a"\n', 'poetry.lock': '', 'uv.lock': '', 'main.py': fastapi };
    assert.match(await dockerfile(files), /^# TODO: uv\.lock and poetry\.lock both pin versions; this takes poetry\.lock\./m);
  });

  it('asks for a list of packages where there is no build file', async () => {
    assert.match(await dockerfile({ 'main.py': fastapi }), /^# TODO: no file lists the packages/m);
  });

  it('offers nothing for libraries, notebooks, tests and windows', async () => {
    assert.deepEqual(await found({ 'pyproject.toml': project('"requests"'), 'src/shop/__init__.py': 'VERSION = "1"\n' }), []);
    assert.deepEqual(await found({ 'requirements.txt': 'pandas\njupyter\n', 'analysis.ipynb': '{}' }), []);
    assert.deepEqual(await found({ 'pyproject.toml': project('"flask"'), 'shop_auth/__init__.py': '', 'tests/app.py': flask, 'examples/app.py': flask }), []);
    assert.deepEqual(await found({ 'requirements.txt': 'pillow\n', 'main.py': 'import tkinter\n\ntkinter.Tk().mainloop()\n' }), []);
  });

  it('keeps names from becoming instructions', async () => {
    const text = await dockerfile({ 'pyproject.toml': '[project]\nname = "주문\\nRUN rm -rf /"\nrequires-python = ">=3.11\\nRUN rm -rf /"\n', 'main.py': fastapi });
    assert.doesNotMatch(text, /^RUN rm/m);
  });
});
