import type { YamlDocument } from '../../contract/nodes.js';
import { factMatcher, type FactExtractor, type FactFileContext } from '../../contract/rule.js';
import { readAzure } from './azure.js';
import { readBitbucket } from './bitbucket.js';
import { readArgoWorkflow, readBuildspec, readCloudBuild, readTekton } from './builders.js';
import { readCircle } from './circleci.js';
import { readDrone } from './drone.js';
import { readGithub } from './github.js';
import { readGitlab } from './gitlab.js';
import { readJenkins } from './jenkins.js';
import { readTravis } from './travis.js';
import type {} from './kinds.js';

type Read = (doc: YamlDocument['doc'], cx: FactFileContext) => void;

function yaml(files: readonly string[], read: Read, all = false) {
  return factMatcher({
    language: 'yaml', files, needles: 'always',
    on: { document: ({ doc, index }, cx) => { if (index === 0 || all) read(doc, cx); } },
  });
}

/** Folders in which people keep what their pipeline of GitLab includes. */
const gitlabFolders = ['.gitlab/**/*.{yml,yaml}', '{ci,.ci,.gitlab-ci,gitlab-ci}/**/*.{yml,yaml}'];

const files = [
  yaml(['.{github,gitea,forgejo}/workflows/*.{yml,yaml}', '**/action.{yml,yaml}'], readGithub),
  yaml(['.gitlab-ci.{yml,yaml}'], (doc, cx) => { readGitlab(doc, cx, true); }, true),
  yaml(['?(**/)*gitlab-ci*.{yml,yaml}', ...gitlabFolders], (doc, cx) => { if (!/^\.gitlab-ci\.ya?ml$/.test(cx.path)) readGitlab(doc, cx, false); }),
  yaml(['**/azure-pipelines*.{yml,yaml}', '**/{.azure-pipelines,azure-pipelines,.azuredevops,.azure,.pipelines}/**/*.{yml,yaml}'], readAzure),
  yaml(['bitbucket-pipelines.{yml,yaml}'], readBitbucket),
  yaml(['.circleci/config.{yml,yaml}'], readCircle),
  yaml(['.travis.yml'], readTravis),
  yaml(['.drone.{yml,yaml}'], (doc, cx) => { readDrone(doc, cx, 'drone'); }, true),
  yaml(['.woodpecker.{yml,yaml}', '.woodpecker/**/*.{yml,yaml}'], (doc, cx) => { readDrone(doc, cx, 'woodpecker'); }),
  yaml(['**/*buildspec*.{yml,yaml}'], readBuildspec),
  yaml(['**/*cloudbuild*.{yml,yaml}'], readCloudBuild),
];

const inCluster = factMatcher({
  language: 'yaml', needles: [['tekton.dev'], ['argoproj.io', 'templates']],
  on: {
    document({ doc }, cx) {
      readTekton(doc, cx);
      readArgoWorkflow(doc, cx);
    },
  },
});

const jenkins = factMatcher({
  language: 'lines', files: ['**/Jenkinsfile*', '**/*.{jenkinsfile,Jenkinsfile}'], needles: 'always',
  on: { file: (_file, cx) => { readJenkins(cx); } },
});

/** `delivery.pipeline`: what each file of a pipeline says, of those systems that say it in the repository. */
export const pipelineFacts: FactExtractor = { kinds: ['delivery.pipeline'], matchers: [...files, inCluster, jenkins] };
