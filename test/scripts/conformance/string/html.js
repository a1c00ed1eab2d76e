// The methods that came with the first browsers are not there, and nobody misses them.
['anchor', 'big', 'blink', 'bold', 'fixed', 'fontcolor', 'fontsize', 'italics', 'link', 'small', 'strike', 'sub', 'sup'].forEach(function (name) { note(name + ' ' + typeof ''[name]); });
print(typeof ''.substr, typeof escape, typeof unescape);
