import { Cron } from 'croner';
import type { Task, TaskStrategy } from './strategy';

export class Scheduler {
  constructor(private readonly strategy: TaskStrategy) {}

  start(task: Task): void {
    // clean-next work/in-process-schedule -- the strategy locks the row of the task before it works
    new Cron(task.schedule, () => this.strategy.executeTask(task));
    // expect-next work/in-process-schedule error {what=this.strategy.publishTask}
    new Cron(task.schedule, () => this.strategy.publishTask(task));
  }
}
