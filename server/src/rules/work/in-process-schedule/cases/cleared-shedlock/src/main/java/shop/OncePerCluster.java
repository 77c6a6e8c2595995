package shop;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;

@SchedulerLock
public @interface OncePerCluster {
}
