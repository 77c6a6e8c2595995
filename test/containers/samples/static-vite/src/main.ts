const trains: readonly string[] = ['7:05 to the coast', '8:40 to the hills'];

document.querySelector('#trains')?.append(...trains.map((train) => Object.assign(document.createElement('li'), { textContent: train })));
