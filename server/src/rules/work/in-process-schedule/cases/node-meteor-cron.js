import { Meteor } from 'meteor/meteor';
import { SyncedCron } from 'meteor/percolate:synced-cron';
import { Orders } from '/imports/api/orders';

// clean-next work/in-process-schedule -- one process takes each run, by a record in MongoDB
SyncedCron.add({ name: 'expire', schedule: (parser) => parser.text('every 2 hours'), job: () => Orders.remove({ open: false }) });

Meteor.startup(() => {
  // clean-next work/in-process-schedule -- the same
  SyncedCron.start();
  // expect-next work/in-process-schedule warning
  Meteor.setInterval(() => Orders.update({ open: true }, { $set: { open: false } }), 60000);
});
