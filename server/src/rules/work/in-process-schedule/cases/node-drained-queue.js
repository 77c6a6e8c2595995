class Notifications {
  constructor(mailer) {
    this.mailer = mailer;
    this.queue = [];
  }

  finished() {
    // clean-next work/in-process-schedule -- works off what this process was given
    setTimeout(() => {
      const next = this.queue.shift();
      if (next) this.send(next);
    }, 1000);
  }

  async send(next) {
    await this.mailer.sendMail(next);
    this.finished();
  }
}

module.exports = new Notifications(require('./mailer'));
