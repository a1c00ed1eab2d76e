// The smallest canary there is: it says hello and passes.
//
// It watches no product. It shows that the daemon takes up a script, runs it, keeps its log line, and counts the run.
// When even this one is down, look at the daemon first.

console.log('hello world');
