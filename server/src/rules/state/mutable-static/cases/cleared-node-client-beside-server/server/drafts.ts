// expect-next state/mutable-static warning
const drafts = new Map<string, string>();
export function saveDraft(id: string, text: string): void {
  drafts.set(id, text);
}
export const draft = (id: string): string | undefined => drafts.get(id);
