import type { Model } from '../contract/workspace.js';
import type { Practice } from './practice.js';

export function practiceOf(_model: Model): Practice {
  return { pipelines: [], tests: [], image: [], deploys: [], lints: [], scans: [], continuous: [], testFiles: [], telemetry: [], environment: [], innerLoop: [], owners: [], policies: [], infrastructure: [], updates: [] };
}
