import * as vscode from 'vscode';
import type { Command } from './command';
import { generate } from './generate';

/** `Monolift: Generate HorizontalPodAutoscaler`: an autoscaling/v2 manifest for one workload, previewed before it is written. */
export const generateHpa: Command = {
  id: 'monolift.generateHpa',
  run: (server) => generate(server, 'hpa', vscode.l10n.t('Which workload shall be scaled?')),
};
