import { behind, knob, noted, type Data, type DataMap } from '../manifest-data.js';
import { metadataOf, type Manifest } from './objects.js';
import type { Plan } from './plan.js';
import { neededSecrets, spareSecrets, type AppSetting } from './settings.js';
import { comments } from './words.js';

/** Addresses that only hold on a desk or in one private network. */
const elsewhere = /\blocalhost\b|\b127\.0\.0\.1\b|\b(?:10|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}\b|\bhost\.docker\.internal\b/;

function aboutValue({ say }: Plan, { value, from }: AppSetting): string {
  return elsewhere.test(value) ? say(comments.fromDesk, { from }) : say(comments.from, { from });
}

/** Settings of which nothing tells the value. An empty one would win over a default of the code, so they are only named, and not at all where the code has one. */
export function unknownSettings({ settings }: Plan): readonly string[] {
  return settings.filter(({ secret: isSecret, value, optional }) => !isSecret && value === '' && optional !== 'has-own').map(({ variable, from }) => `${variable} (${from})`);
}

/** The ConfigMap; where a folder is shared, the program is told of it. */
export function configMap(plan: Plan): Manifest | undefined {
  const { settings, folders, say, name, web } = plan;
  const shared = folders.claims.flatMap(({ variable, path, from }): readonly (readonly [string, Data])[] => (variable === undefined ? [] : [[variable, noted(path, say(comments.folder, { from }))]]));
  const told = new Set(shared.map(([variable]) => variable));
  const own = settings.filter(({ secret, variable, value }) => !secret && value !== '' && !told.has(variable)).map((setting): readonly [string, Data] => [setting.variable, noted(setting.value, aboutValue(plan, setting))]);
  const data: DataMap = Object.fromEntries([...own, ...shared].sort(([a], [b]) => (a < b ? -1 : 1)));
  if (Object.keys(data).length === 0 && unknownSettings(plan).length === 0) return undefined;
  const missing = unknownSettings(plan);
  const open = missing.length > 0 ? [say(comments.missing, { names: missing.join(', ') })] : [];
  const held = plan.filesFirst === undefined ? [] : [say(comments.filesFirst, { file: plan.filesFirst })];
  const object: DataMap = { apiVersion: 'v1', kind: 'ConfigMap', metadata: metadataOf(plan, 'config'), data: knob('config', data, [say(comments.configJob), ...open], true) };
  return { file: 'configmap', head: [say(web ? comments.config : comments.configJob, { name }), ...held, ...open], objects: [object] };
}

export function secret(plan: Plan): Manifest | undefined {
  const { settings, say } = plan;
  const secrets = neededSecrets(settings);
  const spare = spareSecrets(settings);
  if (secrets.length === 0) return undefined;
  const data: DataMap = Object.fromEntries(secrets.map(({ variable, from }) => [variable, behind('', say(comments.secretTodo, { from }))]));
  const object: DataMap = { apiVersion: 'v1', kind: 'Secret', metadata: metadataOf(plan, 'secret'), type: 'Opaque', stringData: knob('secret', data, [say(comments.secret)], true) };
  return { file: 'secret', head: [say(comments.secret), ...(spare.length > 0 ? [say(comments.spareSecrets, { names: spare.join(', ') })] : [])], objects: [object], when: { path: 'existingSecret', about: [], off: '' } };
}
