import type { ProjectCheck } from '../../../contract/rule.js';
import { servesGo } from '../../../facts/go/tables.js';
import type {} from '../../../facts/go/use.js';

/** Folders of settings, certificates and templates: every process has to see its own. */
const ownFiles = /conf|setting|cert|tls|secret|templat|theme|asset|i18n|locale|plugin|reload|policy|rule|schema/i;

/** Watched folders in programs of Go that serve. */
export const goWatches: ProjectCheck<'go.use'> = {
  subject: 'go.use',
  reads: ['go.use', 'go.server'],
  check(subject, { model, report }) {
    const { topic, library, name } = subject.value;
    if (topic === 'watch' && !ownFiles.test(`${subject.file} ${name}`) && servesGo(model, subject.file)) report({ say: 'watch', args: { by: library } });
  },
};
