import type { Rule } from '../../../contract/rule.js';
import { clearing } from './clearing.js';
import { crontabJobs } from './crontab.js';
import { crontabCronJob } from './crontab-cronjob.js';
import { coravelSchedules } from './coravel.js';
import { csharpSchedules } from './csharp.js';
import { cronJob } from './cronjob.js';
import { dotnetCronJob } from './dotnet-cronjob.js';
import { hangfireStorage } from './hangfire-fix.js';
import { hostedCronJob } from './hosted-cronjob.js';
import { javaAnnotated } from './java-annotated.js';
import { javaPollers } from './java-pollers.js';
import { javaQuartz } from './java-quartz.js';
import { serviceProof } from './java-services.js';
import { javaTimers } from './java-timers.js';
import { kotlinAnnotated, kotlinLoops, kotlinQuartz, kotlinTimers } from './kotlin.js';
import { messages } from './messages.js';
import { nestCronJob } from './nest-cronjob.js';
import { nodeCronJob } from './node-cronjob.js';
import { nodeSchedules } from './node.js';
import { pm2Jobs } from './pm2.js';
import { quartzNetCronJob } from './quartz-net-fix.js';
import { quartzCluster } from './quartz-cluster.js';
import { quartzProperties, quartzYaml } from './quartz-settings.js';
import { quartzStore } from './quartz-store.js';
import { shedLock } from './shedlock.js';
import { handedTasks } from './task-check.js';
import { xmlSchedulers } from './xml.js';
import { xmlScheduled } from './xml-check.js';
import { xmlCamel, xmlPollers } from './xml-pollers.js';
import { pythonSchedules } from './python.js';
import { pythonLoops } from './python-loops.js';
import { celeryBeat } from './python-beat.js';
import { uwsgiCron } from './uwsgi.js';
import { uwsgiCronJob } from './uwsgi-cronjob.js';
import { pythonCronJob } from './python-cronjob.js';
import { goSchedules, goTicks } from './go.js';
import { goCronJob } from './go-cronjob.js';
import { phpSchedules } from './php.js';
import { laravelOneServer } from './php-fix.js';

export const rule: Rule = {
  meta: {
    id: 'work/in-process-schedule',
    title: { en: 'Scheduled work that runs in every replica', ko: '레플리카마다 실행되는 예약 작업' },
    severity: 'warning',
    confidence: 'medium',
    fix: 'sometimes',
    tags: ['work', 'schedule'],
  },
  messages,
  matchers: [goSchedules, csharpSchedules, coravelSchedules, javaAnnotated, javaTimers, javaQuartz, javaPollers, xmlSchedulers, xmlPollers, xmlCamel, quartzProperties, quartzYaml, nodeSchedules, pm2Jobs, kotlinAnnotated, kotlinTimers, kotlinQuartz, kotlinLoops, pythonSchedules, uwsgiCron, ...celeryBeat, phpSchedules],
  project: [goTicks, xmlScheduled, handedTasks, pythonLoops, crontabJobs],
  proof: serviceProof,
  clearing,
  fixes: [laravelOneServer, shedLock, cronJob, quartzStore, quartzCluster, pythonCronJob, nodeCronJob, nestCronJob, uwsgiCronJob, goCronJob, dotnetCronJob, quartzNetCronJob, hostedCronJob, crontabCronJob, hangfireStorage],
};
