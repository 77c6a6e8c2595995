// clean-next state/mutable-static -- runs in the browser
const drafts = {};

document.querySelector('form').addEventListener('input', (event) => {
  drafts[event.target.name] = event.target.value;
});
