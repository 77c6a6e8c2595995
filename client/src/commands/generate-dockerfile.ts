import * as vscode from 'vscode';
import type { Command } from './command';
import { generate } from './generate';

/** `Monolift: Generate Dockerfile`: a Dockerfile and .dockerignore for one application, previewed before they are written. */
export const generateDockerfile: Command = {
  id: 'monolift.generateDockerfile',
  run: (server) => generate(server, 'dockerfile', vscode.l10n.t('Which application shall the Dockerfile build?')),
};
