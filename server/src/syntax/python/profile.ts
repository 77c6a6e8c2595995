import { basename } from '../../base/paths.js';
import { profileKind } from '../config-file.js';

/** Where a set of Python settings holds: everywhere, for users, or only where people develop and test. */
export type Stage = 'default' | 'production' | 'development' | 'test';

const production = /^(?:prod\w*|live|deploy\w*|heroku|docker|container|k8s|kubernetes|aws|gcp|azure|cloud|stag(?:e|ing))$/i;
const development = /^(?:dev\w*|local\w*|debug|sandbox|demo|example|sample|mock|ide)$/i;
const testing = /^(?:tests?|testing|ci|travis|unit\w*|e2e|integration|pytest|circle\w*)$/i;

/** `settings/production.py`, `settings_local.py`, `DevelopmentConfig`: the stage by the words of a name. */
export function stageOfName(name: string): Stage {
  const words = name.replace(/([a-z0-9])([A-Z])/g, '$1_$2').split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  if (words.some((word) => testing.test(word))) return 'test';
  if (words.some((word) => production.test(word))) return 'production';
  if (words.some((word) => development.test(word))) return 'development';
  return profileKind(name.toLowerCase()) === 'development' ? 'development' : 'default';
}

/** Stage of a settings module by its file. A folder counts where it is a folder per stage (`config/prod/settings.py`). */
export function stageOfFile(path: string): Stage {
  const own = stageOfName(basename(path).replace(/\.py$/, ''));
  if (own !== 'default') return own;
  const folder = /(?:^|\/)(?:settings|config|conf|env(?:ironments?)?)\/([\w-]+)\/[^/]+\.py$/.exec(path)?.[1];
  // `docker/config.py` is what the image is started with.
  if (folder === undefined && /(?:^|\/)(?:docker|deploy\w*|k8s|prod\w*)\/[^/]+\.py$/.test(path)) return 'production';
  return folder === undefined ? 'default' : stageOfName(folder);
}
