import { factMatcher, type FactExtractor } from '../../contract/rule.js';
import { at, text } from '../../syntax/yaml/ask.js';
import type {} from './kinds.js';

/** Commands and actions that make an image without a Dockerfile. */
const builders: readonly (readonly [string, RegExp])[] = [
  ['spring-boot:build-image', /spring-boot:build-image|\bbuild-image-no-fork\b/],
  ['bootBuildImage', /\bbootBuildImage\b/],
  ['jib', /\bjib:(?:build|dockerBuild|buildTar)\b|\bjib(?:DockerBuild|BuildTar)\b|gradlew?\b.*\bjib\b/],
  ['pack', /\bpack build\b|buildpacks\/github-actions|gcr\.io\/k8s-skaffold\/pack/],
  ['ko', /\bko (?:build|publish|apply)\b/],
];

const pipelines = ['.github/workflows/*.{yml,yaml}', '.gitlab-ci.yml', '**/*gitlab-ci*.yml', 'azure-pipelines*.{yml,yaml}', 'bitbucket-pipelines.yml', 'cloudbuild*.{yml,yaml}', '.circleci/config.yml', '**/buildspec*.{yml,yaml}'];

const inPipelines = factMatcher({
  language: 'yaml',
  files: pipelines,
  needles: [[/build-image|bootBuildImage|\bjib|pack build|buildpacks|\bko (?:build|publish|apply)/]],
  on: {
    document({ doc, index }, cx) {
      if (index > 0) return;
      for (const [via, pattern] of builders) {
        // A commented-out step builds nothing.
        const uncommented = cx.text.replace(/(^|\s)#[^\n]*/g, (comment) => ' '.repeat(comment.length));
        const match = pattern.exec(uncommented);
        if (match && doc.contents) cx.emit('image.pipeline', { start: match.index, end: match.index + match[0].length }, { via });
      }
    },
  },
});

/** OpenShift builds from source, and kpack and Shipwright build with buildpacks, in the cluster. */
const inCluster = factMatcher({
  language: 'yaml',
  needles: [['BuildConfig'], ['kpack.io'], ['shipwright.io']],
  on: {
    document({ doc }, cx) {
      const kind = text(at(doc, 'kind'));
      const api = text(at(doc, 'apiVersion')) ?? '';
      const source = kind === 'BuildConfig' && at(doc, 'spec', 'strategy', 'sourceStrategy');
      const packs = (kind === 'Image' && api.startsWith('kpack.io')) || (kind === 'Build' && api.startsWith('shipwright.io'));
      const [start, end] = doc.contents?.range ?? [0, 0];
      if ((source || packs) && end > start) cx.emit('image.pipeline', { start, end }, { via: source ? 'BuildConfig sourceStrategy' : api });
    },
  },
});

const skaffold = factMatcher({
  language: 'yaml',
  files: ['**/skaffold*.{yml,yaml}'],
  needles: [['jib'], ['buildpacks'], ['ko']],
  on: {
    document({ doc, index }, cx) {
      const match = index === 0 && doc.contents ? /^[ \t]*(?:- )?(jib|buildpacks|ko):/m.exec(cx.text) : null;
      if (match?.[1]) cx.emit('image.pipeline', { start: match.index, end: match.index + match[0].length }, { via: `skaffold ${match[1]}` });
    },
  },
});

/** `image.pipeline`: images made without a Dockerfile. */
export const imagePipelineFacts: FactExtractor = { kinds: ['image.pipeline'], matchers: [inPipelines, inCluster, skaffold] };
