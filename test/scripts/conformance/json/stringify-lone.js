// Lone surrogates and line separators, as texts inside JSON.
print(JSON.parse(JSON.stringify('\ud83d')) === '\ud83d', JSON.parse(JSON.stringify('x\ude00y')) === 'x\ude00y', eval(JSON.stringify('\u2028\u2029')) === '\u2028\u2029');
note(JSON.stringify('\ud83d') + JSON.stringify('\u2028\u2029'));
print(JSON.parse('"\\ud83d"').length, JSON.parse('"\\ude00\\ud83d"').charCodeAt(0), JSON.parse('"\\ud83d\\ude00"') === '\ud83d\ude00');
