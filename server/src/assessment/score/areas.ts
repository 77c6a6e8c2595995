/** The rows of the comparison table, in its order. */
export const dimensionIds = ['execution', 'scaling', 'coupling', 'infrastructure', 'delivery', 'tools', 'organisation'] as const;
export type DimensionId = (typeof dimensionIds)[number];

/** Points that a cause costs. */
export const points = { error: 20, warning: 8, info: 2 } as const;

/** An area of rules within a dimension, and the most that it may cost there. */
export interface Area {
  readonly rules: RegExp;
  readonly most: number;
}

/** Rules about manifests that tie pods to their nodes, or carry what belongs to the environment. */
const tied = /^deploy\/(?:host-(?:network|path|port)|node-pin|literal-secret)$/;

/**
 * What rules feed a dimension. Every area is capped, so that one of them does not hide the others. More findings never
 * raise a score, and fixing one never lowers it.
 */
export const areas: Readonly<Partial<Record<DimensionId, readonly Area[]>>> = {
  execution: [{ rules: /^(?:image|compose)\//, most: 60 }, { rules: /^platform\//, most: 40 }],
  scaling: [
    { rules: /^state\//, most: 50 }, { rules: /^storage\//, most: 30 }, { rules: /^work\//, most: 25 }, { rules: /^autoscale\//, most: 20 },
    { rules: new RegExp(`^(?!${tied.source.slice(1)})deploy/`), most: 20 },
  ],
  infrastructure: [{ rules: /^config\//, most: 40 }, { rules: /^network\//, most: 40 }, { rules: /^platform\//, most: 30 }, { rules: tied, most: 30 }],
};

/** An application without an image runs where somebody installed it: whatever else is said of images comes to less. */
export const noImage = { rule: 'image/missing-dockerfile', say: 'missing', points: 60 } as const;
