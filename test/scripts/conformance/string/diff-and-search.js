// Boyer-Moore by hand, palindromes, anagrams, longest repeats.
function search(t, p) { var last = {}, i = 0; for (var k = 0; k < p.length; k++) last[p[k]] = k; while (i <= t.length - p.length) { var j = p.length - 1; while (j >= 0 && t[i + j] === p[j]) j--; if (j < 0) return i; i += Math.max(1, j - (p[0] && last.hasOwnProperty(t[i + j]) ? last[t[i + j]] : -1)); } return -1; }
print(search('here is a simple example', 'example'), search('aaa', 'b'), search('abcabd', 'abd'));
function palindrome(s) { s = s.toLowerCase().replace(/[^a-z]/g, ''); return s === s.split('').reverse().join(''); }
print(palindrome('A man, a plan, a canal: Panama'), palindrome('canary'));
var groups = {};
'listen silent enlist canary tinsel tea eat ate'.split(' ').forEach(function (w) { var k = w.split('').sort().join(''); (groups[k] = groups[k] || []).push(w); });
print(groups);
function longest(s) { for (var n = s.length - 1; n > 0; n--) for (var i = 0; i + n < s.length; i++) if (s.indexOf(s.substr(i, n), i + 1) >= 0) return s.substr(i, n); return ''; }
print(longest('banana'), longest('abcabcab'), longest('abc'), longest('the cat sat on the cat mat'));
