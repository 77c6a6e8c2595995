import type { Document } from 'yaml';
import type { FactFileContext } from '../../contract/rule.js';
import { at, below, entries, items, span, type YamlNode } from '../../syntax/yaml/ask.js';
import { PipelineReader, startOf, written, type Part } from './reader.js';
import type { Done } from './work.js';

const phases = ['before_script', 'script', 'after_success', 'after_script', 'before_deploy', 'after_deploy'];
/** What Travis runs where no script is given. */
const defaults: Readonly<Record<string, string>> = { java: 'mvn test', kotlin: 'gradle check', groovy: 'gradle check', node_js: 'npm test', go: 'go test', php: 'phpunit', ruby: 'rake test', scala: 'sbt test', rust: 'cargo test' };
const platforms = /^(?:heroku|cloudfoundry|elasticbeanstalk|gae|lambda|codedeploy|ecs|azure_web_apps|cloud66|engineyard|openshift|convox|catalyze|deis|scalingo|flynn|hephy)$/;

function deployment(doc: Document.Parsed, node: YamlNode | undefined, part: Part, steps: PipelineReader): void {
  for (const deploy of items(doc, node).length > 0 ? items(doc, node) : node ? [node] : []) {
    const provider = below(doc, deploy, 'provider') ?? deploy;
    const name = written(provider) ?? '';
    const done: Done = { does: 'deploys', to: 'platform', via: name };
    if (platforms.test(name)) steps.done([done], span(provider), part);
    steps.script(doc, below(doc, deploy, 'script'), part);
  }
}

/** A pipeline of Travis CI. */
export function readTravis(doc: Document.Parsed, cx: FactFileContext): void {
  const steps = new PipelineReader(cx, 'travis');
  const part: Part = { starts: 'main', dir: '' };
  const read = (node: YamlNode | undefined): void => {
    for (const { key, value } of entries(doc, node)) {
      if (phases.includes(key)) steps.script(doc, value, part);
      else if (key === 'deploy') deployment(doc, value, part, steps);
    }
  };
  const language = at(doc, 'language');
  const jobs = [...items(doc, at(doc, 'jobs', 'include')), ...items(doc, at(doc, 'matrix', 'include'))];
  const usual = defaults[written(language) ?? ''];
  steps.job(() => {
    read(doc.contents ?? undefined);
    jobs.forEach(read);
    if (language && usual !== undefined && !at(doc, 'script') && !jobs.some((job) => below(doc, job, 'script'))) steps.commands(usual, part, () => span(language));
  });
  steps.emit(startOf(doc), 'main', undefined);
}
