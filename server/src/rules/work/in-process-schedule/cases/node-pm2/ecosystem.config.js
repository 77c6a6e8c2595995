module.exports = {
  apps: [
    {
      name: 'shop-report',
      script: './jobs/report.js',
      autorestart: false,
      // expect-next work/in-process-schedule warning {schedule=0 3 * * *}
      cron_restart: '0 3 * * *',
    },
    // clean-next work/in-process-schedule -- a server that is only restarted at night
    { name: 'shop', script: './server.js', cron_restart: '0 4 * * *' },
    // clean-next work/in-process-schedule -- no clock
    { name: 'import', script: './jobs/import.js', autorestart: false },
  ],
};
