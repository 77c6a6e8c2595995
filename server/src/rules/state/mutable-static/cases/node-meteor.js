import { Meteor } from 'meteor/meteor';
import { ValidatedMethod } from 'meteor/mdg:validated-method';

// expect-next state/mutable-static error {name=rooms}
const rooms = {};
// expect-next state/mutable-static error {name=votes}
const votes = new Map();
// clean-next state/mutable-static -- filled while the program starts
const kinds = {};

Meteor.startup(() => {
  kinds.open = 'Open';
});

Meteor.methods({
  'rooms.join'(roomId, name) {
    rooms[roomId] = name;
    return rooms;
  },
});

export const vote = new ValidatedMethod({
  name: 'vote',
  validate: null,
  run({ id, value }) {
    votes.set(id, value);
    return [...votes];
  },
});
