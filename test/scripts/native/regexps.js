// Compiling patterns, and executing them.
function grown(unit, length) {
  var s = unit;
  while (s.length * 2 <= length) s += s;
  return s;
}
function attempt(source, flags, text) {
  try { return new RegExp(source, flags).exec(text || '') } catch (e) { return e }
}

// case: compile alternatives
attempt(grown('a|', 800000));
// case: compile many alternatives of a group
attempt('(' + grown('ab|', 300000) + ')');
// case: compile characters
attempt(grown('a', 8e6));
// case: compile groups
attempt(grown('(a)', 3e6));
// case: compile quantified groups
attempt(grown('(?:a|b)*', 1e6));
// case: compile quantified characters
attempt(grown('a*', 4e6));
// case: compile nested groups
attempt(grown('(', 1000) + grown(')', 1000));
// case: compile counted
attempt('a{1000}'.repeat(1000));
// case: compile counted groups
attempt('(?:ab|c){1000}'.repeat(30));
// case: compile nested counts
attempt('(?:(?:(?:a{1000}){1000}){1000}){1000}');
// case: compile counted within counted
attempt('(?:(?:abcdefgh){999}){999}');
// case: compile one class of many ranges
var s = '';
for (var i = 0; i < 8000; ++i) s += String.fromCharCode(i * 4 + 256) + '-' + String.fromCharCode(i * 4 + 258);
attempt('[' + s + ']');
// case: compile one class of many characters
attempt('[' + grown('a', 4e6) + ']');
// case: compile many classes
attempt(grown('[a-z]', 2e6));
// case: compile classes without regard to case
attempt(grown('[\\u0000-\\uffff]', 4096), 'i');
// case: compile a class of many ranges without regard to case
attempt('[' + grown('\\u0000-\\uffff', 60000) + ']', 'i');
// case: compile many classes of all without regard to case
attempt(grown('[\u0000-\uffff]', 60000), 'i');
// case: compile escapes
attempt(grown('\\u0041', 6e6));
// case: compile digits classes
attempt(grown('\\W', 2e6), 'i');
// case: compile look-aheads
attempt(grown('(?=a)', 2e6));
// case: compile back references
attempt('(a)' + grown('\\1', 2e6));
// case: compile slashes, which are escaped for source
attempt(grown('/', 4e6));
// case: compile a syntax error at the end
attempt(grown('a', 4e6) + '(');
// case: literal in a source
try { eval('/' + grown('a|', 200000) + '/') } catch (e) {}
// case: nested quantifiers
attempt('^(a+)+$', '', 'a'.repeat(40) + '!');
// case: nested alternatives
attempt('^(a|a)*$', '', 'a'.repeat(40) + '!');
// case: many quantifiers
attempt('a*a*a*a*a*a*a*a*a*b', '', 'a'.repeat(5000));
// case: lazy quantifiers
attempt('^(a+?)+?$', '', 'a'.repeat(40) + '!');
// case: back references that double
attempt('^(a*)*\\1$', '', 'a'.repeat(40) + '!');
// case: look-aheads that search
attempt('^(?=(a+))*b', '', 'a'.repeat(40) + '!');
// case: a search at every place
attempt('a*b', '', grown('a', 200000));
// case: a search of a long text
attempt('b', '', grown('a', 16e6));
// case: a search of a long text that is not ASCII
attempt('b', '', grown('é', 4e6));
// case: one greedy match
attempt('^a*$', '', grown('a', 16e6));
// case: one greedy match of a class
attempt('^[a-z]*$', '', grown('a', 16e6));
// case: one greedy match of a group
attempt('^(?:a)*$', '', grown('a', 8e6));
// case: one lazy match
attempt('^a*?$', '', grown('a', 8e6));
// case: any character, greedily
attempt('^[^]*b', '', grown('a', 8e6));
// case: a large class at every place
var s = '';
for (var i = 0; i < 8000; ++i) s += String.fromCharCode(i * 4 + 256) + '-' + String.fromCharCode(i * 4 + 258);
attempt('^[' + s + ']*b', '', grown('\uabc1', 500000));
// case: a large class without regard to case
attempt('^[^\u0100-\u0200]*b', 'i', grown('x', 2e6));
// case: many captures
attempt(grown('(a)?', 8000) + '$', '', grown('a', 4000));
// case: many captures in a loop
attempt('^(?:' + grown('(a)?', 4000) + 'b)*$', '', grown('b', 4000));
// case: a long back reference
attempt('^(a*)\\1b', '', grown('a', 20000));
// case: a long literal at every place
attempt(grown('a', 4000) + 'b', '', grown('a', 400000));
// case: many alternatives at every place
attempt(grown('b|', 4000) + 'c', '', 'a' + grown('a', 100000) + 'a');
// case: word borders
attempt('\\b\\B\\b', '', grown('a', 2e6));
// case: beginnings of lines
attempt('^b', 'm', grown('a\n', 4e6));
// case: match of all
try { grown('ab', 2e6).match(/a/g) } catch (e) {}
// case: replace of all
try { grown('ab', 2e6).replace(/a/g, 'c') } catch (e) {}
// case: replace of all with a function
try { grown('ab', 2e5).replace(/a/g, function () { return 'c' }) } catch (e) {}
// case: replace of nothing
try { grown('ab', 1e6).replace(/(?:)/g, '-') } catch (e) {}
// case: replace of all in what is not ASCII
try { grown('éb', 1e6).replace(/b/g, 'c') } catch (e) {}
// case: split at a pattern
try { grown('ab', 2e6).split(/b/) } catch (e) {}
// case: split at nothing
try { grown('ab', 1e6).split(/(?:)/) } catch (e) {}
// case: split at captures
try { grown('ab', 1e5).split(/(a)(b)/) } catch (e) {}
// case: search with lastIndex far in
var r = /b/g;
r.lastIndex = 3e6;
r.exec(grown('é', 4e6));
// case: toString of a long pattern
String(attempt(grown('a', 200000)));
var r = new RegExp(grown('a', 60000));
r.source.length; String(r).length;
