/** What some number of pods answered in a test, in requests per second. */
export interface Point {
  readonly pods: number;
  readonly throughput: number;
}

/** The universal scalability law: X(N) = γN / (1 + σ(N − 1) + κN(N − 1)). Source: Gunther, Guerrilla Capacity Planning. */
export interface Scalability {
  /** Requests per second of one pod alone. */
  readonly gamma: number;
  /** Share of the work that pods do one after the other. */
  readonly sigma: number;
  /** What keeping each other informed costs per pair of pods: a sign of state that pods share. */
  readonly kappa: number;
  /** Number of pods beyond which more of them answer less; `undefined` where there is no such number. */
  readonly most: number | undefined;
}

/**
 * Fits the law to tests with three or more numbers of pods. N / X(N) is a sum of 1, N − 1 and N(N − 1) with the weights
 * 1/γ, σ/γ and κ/γ, which least squares find; a negative weight is noise and counts as none. Deviations of N / X(N) count
 * X² / N times, which is what they make of the throughput: else the smallest tests would outweigh all others.
 */
export function fitScalability(points: readonly Point[]): Scalability | undefined {
  if (new Set(points.map(({ pods }) => pods)).size < 3) return undefined;
  const weight = ({ pods, throughput }: Point): number => throughput ** 2 / pods;
  const rows = points.map((point) => [1, point.pods - 1, point.pods * (point.pods - 1)].map((value) => value * weight(point)));
  const wanted = points.map((point) => (point.pods / point.throughput) * weight(point));
  const [base = 0, linear = 0, square = 0] = leastSquares(rows, wanted) ?? [];
  if (base <= 0) return undefined;
  const [sigma, kappa] = [Math.max(0, linear / base), Math.max(0, square / base)];
  return { gamma: 1 / base, sigma, kappa, most: kappa > 0 && sigma < 1 ? Math.sqrt((1 - sigma) / kappa) : undefined };
}

/** Solves the normal equations by elimination; `undefined` when the points do not determine the weights. */
function leastSquares(rows: readonly (readonly number[])[], wanted: readonly number[]): readonly number[] | undefined {
  const size = rows[0]?.length ?? 0;
  const at = (row: readonly number[] | undefined, index: number): number => row?.[index] ?? 0;
  const system = Array.from({ length: size }, (_, i) => [
    ...Array.from({ length: size }, (__, j) => rows.reduce((sum, row) => sum + at(row, i) * at(row, j), 0)),
    rows.reduce((sum, row, index) => sum + at(row, i) * (wanted[index] ?? 0), 0),
  ]);
  for (let pivot = 0; pivot < size; pivot++) {
    const best = system.slice(pivot).reduce((most, row, index) => (Math.abs(at(row, pivot)) > Math.abs(at(system[most], pivot)) ? pivot + index : most), pivot);
    [system[pivot], system[best]] = [system[best] ?? [], system[pivot] ?? []];
    const head = at(system[pivot], pivot);
    if (Math.abs(head) < 1e-12) return undefined;
    for (let other = 0; other < size; other++) {
      if (other === pivot) continue;
      const factor = at(system[other], pivot) / head;
      system[other] = (system[other] ?? []).map((value, index) => value - factor * at(system[pivot], index));
    }
  }
  return system.map((row, index) => at(row, size) / at(row, index));
}
