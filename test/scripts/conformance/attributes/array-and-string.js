// Attributes, lengths and names of what Array and String have.
function dump(name, holder, keys) { keys.split(' ').forEach(function (k) { print(name + '.' + k, attributes(holder, k), typeof holder[k] === 'function' ? holder[k].length + ' ' + holder[k].name : ''); }); }
dump('Array', Array, 'isArray length name');
dump('Array.prototype', Array.prototype, 'length toString toLocaleString concat join pop push reverse shift slice sort splice unshift indexOf lastIndexOf every some forEach map filter reduce reduceRight');
dump('String', String, 'fromCharCode fromCodePoint length name');
dump('String.prototype', String.prototype, 'length toString valueOf charAt charCodeAt codePointAt concat indexOf lastIndexOf localeCompare match replace search slice split substring substr toLowerCase toLocaleLowerCase toUpperCase toLocaleUpperCase trim repeat startsWith endsWith includes');
