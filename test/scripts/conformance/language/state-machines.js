// A tokenizer by states, a traffic light, a vending machine.
function states(text) { var state = 'out', out = [], word = ''; text.split('').concat('').forEach(function (c) { switch (state) { case 'out': if (/\w/.test(c)) { state = 'word'; word = c; } else if (c === '"') { state = 'text'; word = ''; } break; case 'word': if (/\w/.test(c)) word += c; else { out.push(word); state = 'out'; } break; case 'text': if (c === '\\') state = 'escape'; else if (c === '"') { out.push('"' + word); state = 'out'; } else word += c; break; case 'escape': word += c; state = 'text'; } }); return out; }
print(states('say "hello \\"you\\"" to x1, y'));
var light = { state: 'red', next: { red: 'green', green: 'amber', amber: 'red' }, step: function () { return this.state = this.next[this.state]; } };
print([1, 2, 3, 4].map(light.step, light), light.state);
function vending(coins, price) { var sum = 0, change = []; for (var i = 0; i < coins.length && sum < price; i++) sum += coins[i]; if (sum < price) return 'missing ' + (price - sum); [50, 20, 10].forEach(function (c) { while (sum - price >= c) { change.push(c); sum -= c; } }); return change; }
print(vending([100, 50], 80), vending([20], 50), vending([50], 50));
