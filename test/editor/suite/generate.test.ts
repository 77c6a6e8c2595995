import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { confirmPreview, pickFirstAndDiscard } from './preview';
import { example } from './shop';
import { codeOf, waitForDiagnostics } from './wait';

interface Answer { readonly choose?: readonly { readonly label: string; readonly description: string; readonly target: string }[] }

/** The server's half of the palette commands; the other half is a pick list. */
async function targetOf(kind: string, folder: string): Promise<string> {
  const answer = await vscode.commands.executeCommand<Answer | null>('monolift.server.generate', { kind });
  const choice = answer?.choose?.find(({ description }) => description.startsWith(`${folder}/`));
  return choice?.target ?? assert.fail(`${folder} is not among ${JSON.stringify(answer)}`);
}

async function text(uri: vscode.Uri): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).getText();
}

describe('generating', () => {
  it('creates a Dockerfile through the preview', async () => {
    const uri = example('spring-shop', 'Dockerfile');
    await assert.rejects(async () => vscode.workspace.fs.stat(uri), 'there is none at first');
    const done = vscode.commands.executeCommand('monolift.server.generate', { kind: 'dockerfile', target: await targetOf('dockerfile', 'spring-shop') });
    await confirmPreview(2);
    await done;
    assert.match(await text(uri), /^FROM .*maven|^FROM .*tomcat/m);
    await waitForDiagnostics(example('spring-shop', 'pom.xml'), 'no missing Dockerfile', (all) => all.every((each) => codeOf(each) !== 'image/missing-dockerfile'));
  });

  it('creates an autoscaler through the preview, with the requests it needs', async () => {
    const deployment = example('express-shop', 'k8s/deployment.yaml');
    await waitForDiagnostics(deployment, 'the missing autoscaler', (all) => all.some((each) => codeOf(each) === 'autoscale/missing-autoscaler'));
    // The only workload without an autoscaler: nothing has to be chosen.
    const done = vscode.commands.executeCommand('monolift.generateHpa');
    // The autoscaler, the disruption budget that its replicas lack, and the Deployment.
    await confirmPreview(3);
    await done;
    const [hpa] = await vscode.workspace.findFiles(new vscode.RelativePattern(example('express-shop', 'k8s'), '*hpa*.yaml'));
    assert.match(await text(hpa ?? assert.fail('no HPA')), /apiVersion: autoscaling\/v2/);
    const [budget] = await vscode.workspace.findFiles(new vscode.RelativePattern(example('express-shop', 'k8s'), '*pdb*.yaml'));
    assert.match(await text(budget ?? assert.fail('no budget')), /maxUnavailable: 1/);
    assert.match(await text(deployment), /requests:/);
    await waitForDiagnostics(deployment, 'no missing autoscaler', (all) => all.every((each) => codeOf(each) !== 'autoscale/missing-autoscaler'));
  });

  it('asks what and for which application, and writes nothing when the preview is thrown away', async () => {
    const uri = example('express-shop', 'Dockerfile');
    const before = await text(uri);
    const done = vscode.commands.executeCommand('monolift.generate');
    await pickFirstAndDiscard();
    await done;
    assert.equal(await text(uri), before);
  });
});
