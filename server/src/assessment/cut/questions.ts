const asking = /^(?:get|find|select|list|search|read|load|count|is|has|exists|fetch|query|retrieve|view|show|lookup|look|check)(?![a-z])/;

/** Whether a method asks for something and changes nothing, as far as its name tells. */
export function isQuestion(method: string): boolean {
  return asking.test(method);
}
