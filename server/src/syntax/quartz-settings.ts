import { isSettingsFile } from './config-file.js';

/** Spring Boot's switch between a store in memory and one in the database. */
export const storeType = /^spring\.quartz\.job-?store-?type$/i;
export const storeClass = /(?:^|\.)org\.quartz\.jobStore\.class$/;
/** Stores of one's own are named after the one they extend. */
export const databaseStore = /(?:JobStore(?:TX|CMT)|DataSourceJobStore)\b/;

/** Whether a properties file may hold what Quartz is told: its own file, or settings of the application. */
export function holdsQuartz(path: string): boolean {
  return isSettingsFile(path) || /quartz[\w.-]*\.properties$/i.test(path);
}

/** Whether a text sets `isClustered` to anything but a plain false: a placeholder may well turn it on. */
export function mentionsCluster(text: string): boolean {
  return /\bisClustered\b(?!\s*[=:]\s*"?false\b)/i.test(text);
}
