export class CommandQueue {
  // expect-next state/mutable-static warning
  private queue: string[] = [];
  private static instance: CommandQueue | null = null;

  static getInstance(): CommandQueue {
    CommandQueue.instance ??= new CommandQueue();
    return CommandQueue.instance;
  }

  submit(command: string): void {
    this.queue.push(command);
  }

  next(): string | undefined {
    return this.queue.shift();
  }
}
