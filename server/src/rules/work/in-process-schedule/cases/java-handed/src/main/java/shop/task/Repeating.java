package shop.task;

public interface Repeating {
    void scheduleTask(Runnable task, int minutes);

    void scheduleOnce(Runnable task);
}
