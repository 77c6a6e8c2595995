import { join } from 'node:path';
import * as vscode from 'vscode';

export const extensionId = 'monolift.monolift';

/** A file of one of the opened example folders. */
export function example(folder: 'spring-shop' | 'express-shop' | 'peak-load', path: string): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.find(({ name }) => name === folder);
  if (!root) throw new Error(`The folder ${folder} is not open.`);
  return vscode.Uri.file(join(root.uri.fsPath, path));
}

export async function show(uri: vscode.Uri): Promise<vscode.TextEditor> {
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
}

export const cartController = 'src/main/java/kr/co/dongne/shop/controller/CartController.java';
