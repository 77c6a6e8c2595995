const { Meteor } = require('meteor/meteor');
const { History } = require('./models');
const sessions = require('./sessions');

class Job {
  constructor(name, every) {
    this.name = name;
    this.every = every;
  }

  enqueue(data) {
    // expect-next work/in-process-schedule warning {job=../jobs/*}
    this.timeout = setTimeout(this.invoke.bind(this), this.every, data);
  }

  async invoke(data) {
    await require(`../jobs/${this.name}`)(data);
    this.enqueue(data);
  }
}

// expect-next work/in-process-schedule info {what=History.removeAsync}
Meteor.setInterval(() => History.removeAsync({ until: { $lt: new Date() } }), 86_400_000);

// clean-next work/in-process-schedule -- what this process holds
Meteor.setInterval(() => sessions.sweep(Date.now()), 60_000);

module.exports = { Job };
