/** Folder of the chart that a file is a template of, '' for the root; `undefined` for any other file. */
export function chartFolderOf(path: string, isChart: (folder: string) => boolean): string | undefined {
  const folders = [...path.matchAll(/(?<![^/])templates\//g)].map(({ index }) => path.slice(0, Math.max(0, index - 1)));
  return folders.reverse().find(isChart);
}

/** Whether a file is a template of a chart of the workspace: what stands in it is filled in, so that no edit of it is safe. */
export function isChartTemplate(path: string, hasFile: (path: string) => boolean): boolean {
  return chartFolderOf(path, (folder) => hasFile(folder === '' ? 'Chart.yaml' : `${folder}/Chart.yaml`)) !== undefined;
}
