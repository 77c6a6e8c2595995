/**
 * What the readiness report asks of delivery, development, organisation and telemetry. Every answer carries the places that it
 * was read from; what nothing tells is left out.
 */
export { fileSignsOf, type FileSign, type FileSignReport, type FileSigns, type TestFiles } from './file-signs.js';
export type { DeployTarget, PipelineStart, PipelineSystem } from './kinds.js';
export { pipelinesOf, type DeployStep, type PipelineReport, type PipelineStep } from './pipelines-of.js';
export { releasesOf, type Release } from './releases.js';
export type { Telemetry } from './telemetry-sign.js';
export { telemetryOf, type TelemetrySign } from './telemetry.js';
