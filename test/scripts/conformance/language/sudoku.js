// A solver with backtracking.
var puzzle = '53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79'.split('');
var steps = 0;
function allowed(at, d) { var r = Math.floor(at / 9), c = at % 9; for (var i = 0; i < 9; i++) { if (puzzle[r * 9 + i] === d || puzzle[i * 9 + c] === d || puzzle[(r - r % 3 + Math.floor(i / 3)) * 9 + c - c % 3 + i % 3] === d) return false; } return true; }
function solve() { steps++; var at = puzzle.indexOf('.'); if (at < 0) return true; for (var d = 1; d <= 9; d++) { if (allowed(at, String(d))) { puzzle[at] = String(d); if (solve()) return true; puzzle[at] = '.'; } } return false; }
print(solve(), steps);
for (var r = 0; r < 9; r++) print(puzzle.slice(r * 9, r * 9 + 9).join(' '));
