// Looking ahead, positively and not.
print(/foo(?=bar)/.exec('foobar')[0], /foo(?=bar)/.exec('foobaz'), /foo(?!bar)/.exec('foobar foobaz').index, /(?=(a+))/.exec('baaabac'), /(?=(a+))a*b\1/.exec('baaabac'), /(.*?)a(?!(a+)b\2c)\2(.*)/.exec('baaabaac'));
print('1234567.89'.replace(/\B(?=(\d{3})+(?!\d)(?=.*\.))/g, ','), '1234567'.replace(/(\d)(?=(\d{3})+$)/g, '$1,'), /^(?=.*\d)(?=.*[a-z]).{4,}$/.test('abc1'), /^(?!.*x)/.test('abx'), 'ab1c2'.match(/[a-z](?=\d)/g));
