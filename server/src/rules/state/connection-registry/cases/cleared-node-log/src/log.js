const { PubSub } = require('graphql-subscriptions');
const Transport = require('winston-transport');

// expect-next state/connection-registry info -- who follows the log of one replica sees that replica
global.liveLog = new PubSub();
// expect-next state/connection-registry error
global.orders = new PubSub();

class LiveLog extends Transport {
  log(info, done) {
    global.liveLog.publish('line', { line: info.message });
    done(null, true);
  }
}

module.exports = { LiveLog };
