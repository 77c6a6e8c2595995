/** Work of the process itself: what its name says, whatever it calls. */
const ownJob = /heart_?beat|health|metric|telemetry|warm_?up|keep_?alive|cache|watchdog|reload|refresh|ping|flush|gc\b|monitor|statistics/i;

/** Whether a job is work of the process itself by its name. */
export function isOwnJob(name: string): boolean {
  return ownJob.test(name);
}
